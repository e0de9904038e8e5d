"""Pelican plugin: each page says what it may load, and the browser sees to it. See README.md."""

from pelican import signals

from jekyll.plugin.extension_points import site_loaded
from page_parts.security_policy.plugin import add_pass, add_policy

# In PLUGINS: they add passes over bodies.
AFTER = ("page_parts.embeds", "page_parts.images", "page_parts.french", "content_types.front_page")


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(add_pass)
    signals.generator_init.connect(add_policy)
