"""Dates in French words, on any machine: the names come from CLDR (Babel), not from its locale."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from core.language import FRENCH, is_french


def french_date(day: date) -> str:
    """Return a date, or that of a moment in its own zone, as one says it.

    >>> french_date(date(2025, 9, 6)), french_date(date(2026, 3, 1))
    ('6 septembre 2025', '1er mars 2026')
    """
    return f"{ordinal(day)} {month_name(day.month)} {day.year}"


def ordinal(day: date) -> str:
    """Return the number of a day in its month: only the first has a rank."""
    return "1er" if day.day == 1 else str(day.day)


def date_in(day: date, tag: str) -> str:
    """Return a date in the words of a language (BCP 47); in figures, where they are not known.

    >>> date_in(date(2025, 9, 6), "fr"), date_in(date(2025, 9, 6), "en-GB")
    ('6 septembre 2025', '6 September 2025')
    """
    if is_french(tag):
        return french_date(day)
    try:
        return format_date(day, "long", locale=Locale.parse(tag, sep="-"))
    except (UnknownLocaleError, ValueError):
        return date(day.year, day.month, day.day).isoformat()


def weekday(day: date) -> str:
    """Return the name of a day.

    >>> weekday(date(2025, 9, 6))
    'samedi'
    """
    return _weekday(day.weekday())


@cache
def _weekday(number: int) -> str:
    return format_date(date(2024, 1, 1 + number), "EEEE", locale=FRENCH)  # that day was a Monday


@cache
def month_name(number: int) -> str:
    """Return the name of a month, from 1 on.

    >>> month_name(8)
    'août'
    """
    return format_date(date(2024, number, 1), "MMMM", locale=FRENCH)
