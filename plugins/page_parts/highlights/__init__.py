"""Pelican plugin: what members set apart, in boxes and marked words. See README.md."""

from jekyll.plugin.extension_points import site_loaded
from page_parts.highlights.plugin import show_highlights


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(show_highlights)
