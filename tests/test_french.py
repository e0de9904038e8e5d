"""Dates in French words."""

from datetime import date, datetime

import pytest

from core.french.dates import french_date


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 9, 6), "6 septembre 2025"),
        (date(2026, 3, 1), "1er mars 2026"),
        (date(2026, 8, 11), "11 août 2026"),
        (datetime(2026, 2, 21, 18, 30), "21 février 2026"),
    ],
)
def test_dates_in_words(day: date, words: str):
    assert french_date(day) == words
