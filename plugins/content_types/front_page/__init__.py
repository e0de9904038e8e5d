"""Pelican plugin: the front page cut into sections. See README.md."""

from __future__ import annotations

from content_types.front_page.plugin import cut_front_page
from jekyll.plugin.extension_points import site_loaded


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(cut_front_page)
