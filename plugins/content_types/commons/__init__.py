"""Pelican plugin: the commons, universe by universe, and their actors. See README.md."""

from __future__ import annotations

AFTER = ("content_types.events",)  # in PLUGINS


def register() -> None:
    """Connect to Pelican's signals, and to the site's: to read actors alone, neither is loaded."""
    from pelican import signals

    from content_types.commons.generator import CommonsGenerator
    from content_types.commons.plugin import read_commons
    from jekyll.plugin.extension_points import site_loaded

    site_loaded.connect(read_commons)
    signals.get_generators.connect(CommonsGenerator.given)
