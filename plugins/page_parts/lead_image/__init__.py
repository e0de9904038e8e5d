"""Pelican plugin: the image that goes with a page or an article. See README.md."""

from jekyll.plugin.extension_points import site_loaded
from page_parts.lead_image.plugin import find_images


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(find_images)
