"""Pelican plugin: templates compiled once are kept from one build to the next. See README.md."""

from pelican import signals

from engine.compiled_templates.plugin import keep_compiled


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(keep_compiled)
