"""Pelican plugin: captions under images, and images side by side. See README.md."""

from jekyll.plugin.extension_points import site_loaded
from page_parts.galleries.plugin import show_galleries


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(show_galleries)
