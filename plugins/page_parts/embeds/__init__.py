"""Pelican plugin: what other sites show is loaded when a visitor asks for it. See README.md."""

from pelican import signals

from jekyll.plugin.extension_points import site_loaded
from page_parts.embeds.plugin import add_functions, add_pass


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(add_pass)
    signals.generator_init.connect(add_functions)
