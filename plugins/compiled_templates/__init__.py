"""Pelican plugin: templates compiled once are kept from one build to the next. See README.md."""

from __future__ import annotations

from pelican import signals

from compiled_templates.glue import compile_for_any_site, keep_compiled


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(keep_compiled)
    signals.generator_init.connect(compile_for_any_site)
