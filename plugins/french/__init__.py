"""Pelican plugin: dates in French words, for templates. See README.md."""

from __future__ import annotations

from pelican import signals

from french.dates import french_date


def add_filters(generator: object) -> None:
    """Give templates the filter `french_date`."""
    generator.env.filters["french_date"] = french_date


def register() -> None:
    """Connect to Pelican's signals."""
    signals.generator_init.connect(add_filters)
