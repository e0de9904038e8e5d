"""Dates in French words, on any machine: the names come from CLDR (Babel), not from its locale."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date


def french_date(day: date) -> str:
    """Return a date, or that of a moment in its own zone, as one says it.

    >>> french_date(date(2025, 9, 6)), french_date(date(2026, 3, 1))
    ('6 septembre 2025', '1er mars 2026')
    """
    return _spoken(day.year, day.month, day.day)


@lru_cache(maxsize=1024)
def _spoken(year: int, month: int, day: int) -> str:
    # Not cached by moment: one moment has another date in another zone, and is the same key.
    words = format_date(date(year, month, day), "d MMMM y", locale="fr")
    return f"1er {words[2:]}" if words.startswith("1 ") else words


def weekday(day: date) -> str:
    """Return the name of a day.

    >>> weekday(date(2025, 9, 6))
    'samedi'
    """
    return format_date(day, "EEEE", locale="fr")
