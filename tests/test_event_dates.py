"""When an event takes place, in French words."""

from datetime import date, datetime, time

import pytest

from core.french.event_dates import figure_of, month_year, spoken_hour, spoken_occurrence, weekday

NO_BREAK = "\u00a0"


def spaced(words: str) -> str:
    """Return the words with plain spaces, once none is breakable around an « h »."""
    assert " h" not in words
    assert "h 0" not in words
    return words.replace(NO_BREAK, " ")


SATURDAY = (2025, 9, 6)
CASES = [
    pytest.param(date(*SATURDAY), None, "samedi 6 septembre 2025", id="a day"),
    pytest.param(date(*SATURDAY), date(*SATURDAY), "samedi 6 septembre 2025", id="its own end"),
    pytest.param(date(2025, 9, 1), None, "lundi 1er septembre 2025", id="the first"),
    pytest.param(date(2025, 9, 11), None, "jeudi 11 septembre 2025", id="the eleventh"),
    pytest.param(
        datetime(*SATURDAY, 18, 30), None, "samedi 6 septembre 2025, à 18 h 30", id="an hour"
    ),
    pytest.param(datetime(*SATURDAY, 12), None, "samedi 6 septembre 2025, à 12 h", id="noon"),
    pytest.param(datetime(*SATURDAY), None, "samedi 6 septembre 2025, à 0 h", id="midnight"),
    pytest.param(
        datetime(*SATURDAY, 14), datetime(*SATURDAY, 18),
        "samedi 6 septembre 2025, de 14 h à 18 h", id="an afternoon",
    ),
    pytest.param(
        datetime(*SATURDAY, 9, 5), datetime(*SATURDAY, 9, 45),
        "samedi 6 septembre 2025, de 9 h 05 à 9 h 45", id="minutes with a zero",
    ),
    pytest.param(
        datetime(*SATURDAY, 20), datetime(2025, 9, 7),
        "samedi 6 septembre 2025, de 20 h à 0 h", id="until midnight",
    ),
    pytest.param(
        datetime(*SATURDAY, 20), datetime(2025, 9, 7, 2),
        "samedi 6 septembre 2025, de 20 h à 2 h", id="over midnight",
    ),
    pytest.param(
        datetime(2025, 12, 31, 20), datetime(2026, 1, 1, 5, 59),
        "mercredi 31 décembre 2025, de 20 h à 5 h 59", id="New Year's Eve",
    ),
    pytest.param(
        datetime(2025, 12, 31, 20), datetime(2026, 1, 1, 6),
        "du mercredi 31 décembre 2025, 20 h, au jeudi 1er janvier 2026, 6 h", id="until morning",
    ),
    pytest.param(
        datetime(*SATURDAY, 20), datetime(2025, 9, 7, 12),
        "du samedi 6 septembre, 20 h, au dimanche 7 septembre 2025, 12 h", id="until the next noon",
    ),
    pytest.param(
        datetime(*SATURDAY, 1), datetime(2025, 9, 7, 2),
        "du samedi 6 septembre, 1 h, au dimanche 7 septembre 2025, 2 h", id="more than a day",
    ),
    pytest.param(
        datetime(*SATURDAY, 20), datetime(2025, 9, 8, 2),
        "du samedi 6 septembre, 20 h, au lundi 8 septembre 2025, 2 h", id="two nights",
    ),
    pytest.param(
        date(*SATURDAY), date(2025, 9, 8),
        "du samedi 6 au lundi 8 septembre 2025", id="days of one month",
    ),
    pytest.param(
        date(2025, 8, 30), date(2025, 9, 1),
        "du samedi 30 août au lundi 1er septembre 2025", id="across months",
    ),
    pytest.param(
        date(2025, 12, 30), date(2026, 1, 2),
        "du mardi 30 décembre 2025 au vendredi 2 janvier 2026", id="across years",
    ),
    pytest.param(
        date(2025, 9, 1), date(2025, 9, 7),
        "du lundi 1er au dimanche 7 septembre 2025", id="a week, with the days' names",
    ),
    pytest.param(
        date(2025, 9, 1), date(2025, 9, 8),
        "du 1er au 8 septembre 2025", id="more than a week, without them",
    ),
    pytest.param(
        date(2025, 7, 14), date(2025, 9, 1),
        "du 14 juillet au 1er septembre 2025", id="a season",
    ),
    pytest.param(
        date(2025, 12, 20), date(2026, 1, 4),
        "du 20 décembre 2025 au 4 janvier 2026", id="the winter holidays",
    ),
    pytest.param(
        date(2025, 9, 6), date(2026, 9, 8),
        "du 6 septembre 2025 au 8 septembre 2026", id="the same month of another year",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "words"), CASES)
def test_when_it_takes_place(start: date, end: date | None, words: str):
    assert spaced(spoken_occurrence(start, end)) == words


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        pytest.param(time(0), "0\u00a0h", id="midnight"),
        pytest.param(time(12), "12\u00a0h", id="noon"),
        pytest.param(time(9, 5), "9\u00a0h\u00a005", id="five past nine"),
        pytest.param(time(18, 30), "18\u00a0h\u00a030", id="half past six"),
    ],
)
def test_hours(hour: time, words: str):
    assert spoken_hour(hour) == words


@pytest.mark.parametrize(
    ("start", "end", "figure"),
    [
        pytest.param(date(*SATURDAY), None, "6", id="a day"),
        pytest.param(date(*SATURDAY), date(2025, 9, 8), "6–8", id="days of one month"),
        pytest.param(date(2025, 8, 30), date(2025, 9, 1), "30–1er sept.", id="two months"),
        pytest.param(date(2025, 9, 6), date(2026, 9, 8), "6–8 sept.", id="two years"),
        pytest.param(datetime(*SATURDAY, 20), datetime(2025, 9, 7, 2), "6", id="a night"),
        pytest.param(datetime(*SATURDAY, 14), datetime(2025, 9, 7, 18), "6–7", id="two afternoons"),
    ],
)
def test_figures(start: date, end: date | None, figure: str):
    assert "".join(figure_of(start, end)).replace(NO_BREAK, " ") == figure


def test_months_and_days():
    assert month_year(date(*SATURDAY)) == "septembre 2025"
    assert month_year(date(2026, 8, 1)) == "août 2026"
    assert weekday(date(*SATURDAY)) == "samedi"
