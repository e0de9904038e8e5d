"""When an event takes place, in French words."""

from datetime import date, datetime

import pytest

from core.french.event_dates import figure_of, month_year, spoken_occurrence, weekday

NO_BREAK = "\u00a0"


def spaced(words: str) -> str:
    """Return the words with plain spaces, once none is breakable around an « h »."""
    assert " h" not in words
    assert "h 0" not in words
    return words.replace(NO_BREAK, " ")


def moments(row: str) -> tuple[date, date | None, str]:
    """Return the start, the end and the words of a row, whose first cell is its name."""
    _, start, end, words = (cell.strip() for cell in row.split("|"))
    return _moment(start), _moment(end) if end else None, words


def _moment(written: str) -> date:
    return datetime.fromisoformat(written) if ":" in written else date.fromisoformat(written)


SATURDAY = date(2025, 9, 6)
SPOKEN = """
a day | 2025-09-06 | | samedi 6 septembre 2025
its own end | 2025-09-06 | 2025-09-06 | samedi 6 septembre 2025
the first | 2025-09-01 | | lundi 1er septembre 2025
the eleventh | 2025-09-11 | | jeudi 11 septembre 2025
an hour | 2025-09-06 18:30 | | samedi 6 septembre 2025, à 18 h 30
noon | 2025-09-06 12:00 | | samedi 6 septembre 2025, à 12 h
midnight | 2025-09-06 00:00 | | samedi 6 septembre 2025, à 0 h
an afternoon | 2025-09-06 14:00 | 2025-09-06 18:00 | samedi 6 septembre 2025, de 14 h à 18 h
minutes with a zero | 2025-09-06 09:05 | 2025-09-06 09:45 | samedi 6 septembre 2025, de 9 h 05 à 9 h 45
until midnight | 2025-09-06 20:00 | 2025-09-07 00:00 | samedi 6 septembre 2025, de 20 h à 0 h
over midnight | 2025-09-06 20:00 | 2025-09-07 02:00 | samedi 6 septembre 2025, de 20 h à 2 h
New Year's Eve | 2025-12-31 20:00 | 2026-01-01 05:59 | mercredi 31 décembre 2025, de 20 h à 5 h 59
until morning | 2025-12-31 20:00 | 2026-01-01 06:00 | du mercredi 31 décembre 2025, 20 h, au jeudi 1er janvier 2026, 6 h
until the next noon | 2025-09-06 20:00 | 2025-09-07 12:00 | du samedi 6 septembre, 20 h, au dimanche 7 septembre 2025, 12 h
more than a day | 2025-09-06 01:00 | 2025-09-07 02:00 | du samedi 6 septembre, 1 h, au dimanche 7 septembre 2025, 2 h
two nights | 2025-09-06 20:00 | 2025-09-08 02:00 | du samedi 6 septembre, 20 h, au lundi 8 septembre 2025, 2 h
days of one month | 2025-09-06 | 2025-09-08 | du samedi 6 au lundi 8 septembre 2025
across months | 2025-08-30 | 2025-09-01 | du samedi 30 août au lundi 1er septembre 2025
across years | 2025-12-30 | 2026-01-02 | du mardi 30 décembre 2025 au vendredi 2 janvier 2026
a week, with the days' names | 2025-09-01 | 2025-09-07 | du lundi 1er au dimanche 7 septembre 2025
more than a week, without them | 2025-09-01 | 2025-09-08 | du 1er au 8 septembre 2025
a season | 2025-07-14 | 2025-09-01 | du 14 juillet au 1er septembre 2025
the winter holidays | 2025-12-20 | 2026-01-04 | du 20 décembre 2025 au 4 janvier 2026
the same month of another year | 2025-09-06 | 2026-09-08 | du 6 septembre 2025 au 8 septembre 2026
"""  # noqa: E501
FIGURES = """
a day | 2025-09-06 | | 6
days of one month | 2025-09-06 | 2025-09-08 | 6–8
two months | 2025-08-30 | 2025-09-01 | 30–1er sept.
two years | 2025-09-06 | 2026-09-08 | 6–8 sept.
a night | 2025-09-06 20:00 | 2025-09-07 02:00 | 6
two afternoons | 2025-09-06 14:00 | 2025-09-07 18:00 | 6–7
"""


@pytest.mark.parametrize("row", SPOKEN.strip().splitlines())
def test_when_it_takes_place(row: str):
    start, end, words = moments(row)
    assert spaced(spoken_occurrence(start, end)) == words


@pytest.mark.parametrize("row", FIGURES.strip().splitlines())
def test_figures(row: str):
    start, end, figure = moments(row)
    assert "".join(figure_of(start, end)).replace(NO_BREAK, " ") == figure


def test_months_and_days():
    assert month_year(SATURDAY) == "septembre 2025"
    assert month_year(date(2026, 8, 1)) == "août 2026"
    assert weekday(SATURDAY) == "samedi"
