"""Pelican plugin: what other sites show is loaded when a visitor asks for it. See README.md."""

from __future__ import annotations

from pelican import signals

from embeds.glue import add_functions, add_pass
from scribouilli.extension_points import site_loaded


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(add_pass)
    signals.generator_init.connect(add_functions)
