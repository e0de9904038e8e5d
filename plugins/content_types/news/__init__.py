"""Pelican plugin: the list of the articles, and the latest on the home page. See README.md."""

from __future__ import annotations

from pelican import signals

from content_types.news.generator import NewsGenerator, announce_list
from jekyll.plugin.extension_points import site_loaded


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_list)
    signals.get_generators.connect(NewsGenerator.given)
