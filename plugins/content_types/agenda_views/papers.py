"""What is read away from the site: the programme of a month, the letter of a week. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, groupby, takewhile
from math import ceil

from content_types.events.agenda import Line
from core.french.dates import french_date, weekday
from core.french.event_dates import month_year, spoken_occurrence

ANNOUNCED_LATER = 5
BEGUN = "Déjà commencé"


# Points (1/72 inch): what `theme/styles/pages/programme.css` leaves to the dates on a sheet of A4.
_WIDTH, _HEIGHT, _GUTTER = 538, 680, 17
_DAY = 4.4  # em: the width of the days' names, before the dates
_LETTER = 0.52  # em: a letter is narrower, on average
_LAST = 5  # em: a date is not cut at the foot of a column


@dataclass(frozen=True)
class Size:
    """A number of columns on a sheet, and a size of type, in points."""

    columns: int
    points: float

    @property
    def room(self) -> float:
        """Return the height of all columns, in em."""
        return self.columns * (_HEIGHT / self.points - _LAST)

    @property
    def letters(self) -> int:
        """Return how many letters a line holds."""
        width = (_WIDTH - _GUTTER * (self.columns - 1)) / self.columns
        return int((width / self.points - _DAY) / _LETTER)

    def height_of(self, line: Line) -> float:
        """Return the height of a date, in em: two lines at most for what, and for where."""
        texts = (line.event.event.title, f"{line.date.status} · {where_of(line)}")
        return 0.6 + 1.25 * sum(min(2, ceil(len(text) / self.letters)) for text in texts)


_SIZES = "1 16, 1 14, 2 14, 2 12.5, 2 11, 2 10, 3 9.5, 3 8.5, 3 7.5"
SIZES = [Size(int(one.split()[0]), float(one.split()[1])) for one in _SIZES.split(",")]


@dataclass(frozen=True)
class Day:
    """The dates that begin on a day, under its name."""

    title: str
    lines: list[Line]

    @property
    def is_begun(self) -> bool:
        """Return whether its dates began before what is shown."""
        return self.title == BEGUN


def hours_of(line: Line) -> str:
    """Return at what time a date is, its day left out; or from what day to what day."""
    spoken = line.date.spoken
    return spoken if spoken.startswith("du ") else spoken.partition(", ")[2]


def where_of(line: Line) -> str:
    """Return at what time a date is, and where."""
    where = line.where or ("en ligne" if line.event.event.online else "")
    return " · ".join(filter(None, [hours_of(line), where]))


def by_day(lines: Iterable[Line], first: date, name: Callable[[date], str]) -> list[Day]:
    """Return dates by the day they begin; those begun before `first` come first, together."""

    def title(line: Line) -> str:
        day = line.days[0]
        return name(day) if day >= first else BEGUN

    ordered = sorted(lines, key=lambda line: (line.days[0] >= first, line.order))
    return [Day(words, list(found)) for words, found in groupby(ordered, title)]


def _short(day: date) -> str:
    return f"{weekday(day)[:3]}. {french_date(day).split()[0]}"


def _whole(day: date) -> str:
    return f"{weekday(day)} {french_date(day).rsplit(maxsplit=1)[0]}"


class Programme:
    """The programme of a month, for one sheet.

    Args:
        path: the address of its page, without the base path.
        name: the month, `2026-12`.
        lines: its dates.

    Attributes:
        title: « décembre 2026 ».
        days: what the sheet shows.
        size: one of `SIZES`, the first in which all of them hold.
        left_out: how many dates it has no room for: the last ones.
    """

    def __init__(self, path: str, name: str, lines: list[Line]):
        first = date.fromisoformat(f"{name}-01")
        self.path, self.name, self.title = path, name, month_year(first)
        for self.size in SIZES:
            count = _count_that_fit(lines, self.size)
            if count == len(lines):
                break
        self.days = by_day(lines[:count], first, _short)
        self.left_out = len(lines) - count


def _count_that_fit(lines: Iterable[Line], size: Size) -> int:
    heights = accumulate(size.height_of(line) for line in lines)
    return len(list(takewhile(size.room.__ge__, heights)))


class Week:
    """The letter of the seven days that come.

    Attributes:
        title: from when to when, in words.
        days: the dates of these days.
        later: the dates announced for later: the next ones.
    """

    def __init__(self, coming: Iterable[Line], today: date):
        end = today + timedelta(days=7)
        lines = [line for line in coming if not line.was_moved]
        self.title = spoken_occurrence(today, end - timedelta(days=1))
        self.days = by_day((it for it in lines if it.days[0] < end), today, _whole)
        self.later = [one for one in lines if one.days[0] >= end][:ANNOUNCED_LATER]
