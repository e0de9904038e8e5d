"""What is read away from the site: the programme of a month, the letter of a week. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from textwrap import TextWrapper

from content_types.events.agenda import Line
from content_types.events.event import PLANNED
from core.clock import Day
from core.french.dates import french_date, weekday
from core.french.event_dates import month_year, spoken_occurrence
from core.french.lists import french_list

Texts = tuple[str, str]  # what a date is, and where
ANNOUNCED_LATER = 5
BEGUN = "Déjà commencé"


# Points (1/72 inch): what `theme/styles/pages/programme.css` leaves to the dates on a sheet of A4.
_WIDTH, _HEIGHT, _GUTTER = 538, 690, 17
_DAY = 4.2  # em: the width of the days' names, before the dates
_LETTER = 0.47  # em: a letter is narrower, on average, but for capitals
_NARROWEST = 22  # letters: a column is no narrower
_MOST = 200  # dates: no sheet holds as many
_DENSE = 12  # points: under it, where a date is may follow what it is on the same line


@dataclass(frozen=True)
class Size:
    """A number of columns on a sheet, and a size of type.

    Where it is dense, what a date is, and where, make one paragraph.
    """

    columns: int
    points: float
    is_dense: bool = False

    @property
    def letters(self) -> int:
        """Return how many letters a line holds."""
        width = (_WIDTH - _GUTTER * (self.columns - 1)) / self.columns
        return int((width / self.points - _DAY) / _LETTER)

    def height_of(self, texts: Texts) -> float:
        """Return the height of a date, in em."""
        if self.is_dense:
            return 0.4 + 1.2 * _rows(" · ".join(texts), self.letters)
        return 0.6 + 1.25 * sum(_rows(text, self.letters) for text in texts)

    def may_hold(self, dates: int, letters: int) -> bool:
        """Return whether there may be room for some dates, of so many letters in all."""
        rows = max(dates, letters / self.letters)
        height = 0.4 * dates + 1.2 * rows
        return height * self.points <= self.columns * _HEIGHT

    def count_that_fit(self, days: Iterable[list[Texts]]) -> int:
        """Return how many dates the columns hold; none is cut, nor a day that a column holds."""
        column, filled, count = 1, 0.0, 0
        for day in days:
            heights = [self.height_of(texts) * self.points for texts in day]
            whole = sum(heights)
            for height in [whole, *[0.0] * (len(day) - 1)] if whole <= _HEIGHT else heights:
                if filled + height > _HEIGHT:
                    column, filled = column + 1, 0.0
                filled += height
                if column > self.columns or height > _HEIGHT:
                    return count
                count += 1
        return count


def _sizes(largest: int = 26, smallest: int = 7) -> Iterator[Size]:
    """Yield the sizes, largest type first: by quarters of a point, in one column to three."""
    for quarter in range(largest * 4, smallest * 4 - 1, -1):
        points = quarter / 4
        for is_dense in (False, True)[: 1 + (points < _DENSE)]:
            sizes = (Size(columns, points, is_dense) for columns in (1, 2, 3))
            yield from (size for size in sizes if size.letters >= _NARROWEST)


SIZES = list(_sizes())


def _rows(text: str, letters: int) -> int:
    """Return how many lines a text takes, as `textwrap` cuts it."""
    width = int(letters * (0.8 if text.isupper() else 1))
    if len(text) <= width:
        return 1 if text else 0
    rows, filled = 1, 0
    for length, is_space in _parts(text):
        if filled + length > width:
            left = length - (width - filled if length > width else 0)  # it is cut at the line's end
            more = (left - 1) // width
            rows, filled = rows + 1 + more, 0 if is_space else left - more * width
        elif filled or not is_space:
            filled += length
    return rows


@lru_cache(maxsize=4096)
def _parts(text: str) -> list[tuple[int, bool]]:
    """Return the parts of a text that no line cuts: their length, and whether they are spaces."""
    cuts = TextWrapper.wordsep_re if "-" in text else TextWrapper.wordsep_simple_re  # the same
    parts = filter(None, cuts.split(text))
    return [(len(part), part.isspace()) for part in parts]


def _texts(line: Line) -> Texts:
    """Return what a date is, and where."""
    status = "" if line.date.status == PLANNED else f"{line.date.status} · "
    return line.event.event.title, status + where_of(line)


@dataclass(frozen=True)
class DayGroup:
    """The dates that begin on a day, under its name."""

    title: str
    lines: list[Line]
    is_begun: bool  # its dates began before what is shown


def hours_of(line: Line) -> str:
    """Return at what time a date is, its day left out; or from what day to what day."""
    spoken = line.date.spoken
    return spoken if spoken.startswith("du ") else spoken.partition(", ")[2]


def where_of(line: Line) -> str:
    """Return at what time a date is, where, and who announces it."""
    where = line.date.where or ("en ligne" if line.event.event.online else "")
    return "\u00a0· ".join(filter(None, [hours_of(line), where, announced_by(line)]))


def announced_by(line: Line, own: str = "") -> str:
    """Return whose calendars announce a date but `own`, « annoncé par A et B »; or ""."""
    credits = line.event.event.announced_by
    others = [credit.name for credit in credits if credit.name != own]
    names = french_list(others)
    return names and f"annoncé {'aussi ' * (len(others) < len(credits))}par {names}"


def by_day(lines: Iterable[Line], first: date, name: Callable[[date], str]) -> list[DayGroup]:
    """Return dates by the day they begin; those begun before `first` come first, together."""

    def day(line: Line) -> date | None:
        begins = line.date.days[0]
        return begins if begins >= first else None

    ordered = sorted(lines, key=lambda line: (day(line) is not None, line.order))
    return [
        DayGroup(name(begins) if begins else BEGUN, list(found), begins is None)
        for begins, found in groupby(ordered, day)
    ]


def _short(day: date) -> str:
    return f"{weekday(day)[:3]}. {french_date(day).split()[0]}"


def _whole(day: date) -> str:
    return f"{weekday(day)} {french_date(day).rsplit(maxsplit=1)[0]}"


def lines_by_month(
    names: Sequence[str], dates: tuple[list[Line], list[Line]]
) -> dict[str, list[Line]]:
    """Return the dates of some months, by the months' names, `2026-12`.

    Args:
        dates: to come, soonest first, and over, latest first.
    """
    found: dict[str, list[Line]] = {name: [] for name in names}
    for line in [*reversed(dates[1]), *dates[0]]:
        first, last = line.date.month_key, line.date.days[1].isoformat()[:7]
        for name in [first] if first == last else names:
            if first <= name <= last and name in found:
                found[name].append(line)
    return found


class Programme:
    """The programme of a month, for one sheet.

    Args:
        path: the address of its page, without the base path.
        name: the month, `2026-12`.
        lines: its dates.

    Attributes:
        title: « décembre 2026 ».
        size: one of `SIZES`, the first in which all dates hold.
        left_out: how many dates it has no room for: the last ones.
        days: what the sheet shows.
    """

    days: list[DayGroup] | str  # HTML, once it is made

    def __init__(self, path: str, name: str, lines: list[Line]):
        first = date.fromisoformat(f"{name}-01")
        self.path, self.title = path, month_year(first)
        self.size, count = _fitted(lines, first)
        self.left_out = len(lines) - count
        self.days = by_day(lines[:count], first, _short)


def _fitted(lines: list[Line], first: date) -> tuple[Size, int]:
    """Return the size of a sheet, and how many dates hold."""
    tried = lines[:_MOST]
    days = [list(map(_texts, day.lines)) for day in by_day(tried, first, str)]
    letters = sum(len("".join(it).replace(" ", "")) for day in days for it in day)
    sizes = (one for one in SIZES[:-1] if one.may_hold(len(tried), letters))
    for size in (*sizes, SIZES[-1]):
        count = size.count_that_fit(days)
        if count == len(lines):
            break
    return size, count


class Week:
    """The letter of the seven days that come.

    Attributes:
        title: from when to when, in words.
        days: the dates of these days.
        later: the dates announced for later: the next ones.
    """

    def __init__(self, coming: Iterable[Line], today: Day):
        end = Day(today + timedelta(days=7))
        lines = [line for line in coming if not line.was_moved]
        self.title = spoken_occurrence(today, Day(end - timedelta(days=1)))
        self.days = by_day((it for it in lines if it.date.days[0] < end), today, _whole)
        self.later = [one for one in lines if one.date.days[0] >= end][:ANNOUNCED_LATER]
