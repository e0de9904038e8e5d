"""Pelican plugin: dates in French words, and French spaces. See README.md."""

from pelican import signals

from jekyll.plugin.extension_points import site_loaded
from page_parts.french.plugin import add_filters, space_bodies

AFTER = ("page_parts.embeds", "page_parts.galleries", "page_parts.highlights")  # in PLUGINS


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(space_bodies)
    signals.generator_init.connect(add_filters)
