"""Pelican plugin: the page for an address that leads nowhere. See README.md."""

from __future__ import annotations

from pelican import signals

from content_types.not_found.generator import NotFoundGenerator, announce_page
from jekyll.plugin.extension_points import site_loaded


def get_generators(_: object) -> type[NotFoundGenerator]:
    """Give Pelican our generator."""
    return NotFoundGenerator


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_page)
    signals.get_generators.connect(get_generators)
