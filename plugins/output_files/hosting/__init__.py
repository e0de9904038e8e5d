"""Pelican plugin: what Apache and nginx need to know to serve the site well. See README.md."""

from pelican import signals

from jekyll.plugin.extension_points import site_loaded
from output_files.hosting.plugin import HostingGenerator, announce_files


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_files)
    signals.get_generators.connect(HostingGenerator.given)
