"""Pelican plugin: dates in French words, and French spaces. See README.md."""

from __future__ import annotations

from pelican import signals

from french.glue import add_filters, space_bodies
from scribouilli.extension_points import site_loaded


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(space_bodies)
    signals.generator_init.connect(add_filters)
