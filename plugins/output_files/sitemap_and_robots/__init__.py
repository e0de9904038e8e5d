"""Pelican plugin: the map of the site for search engines. See README.md."""

from pelican import signals

from jekyll.plugin.extension_points import site_loaded
from output_files.sitemap_and_robots.generator import SitemapGenerator, announce_sitemap


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_sitemap)
    signals.get_generators.connect(SitemapGenerator.given)
