"""Pelican plugin: reads the files of a Scribouilli (Jekyll) site unchanged. See README.md."""

from __future__ import annotations

from pelican import signals

from scribouilli.glue import load_dialect


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(load_dialect)
