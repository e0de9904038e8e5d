"""When an event takes place, as one says it in French: names come from CLDR (Babel).

Noon is « 12 h » and midnight « 0 h ». A no-break space keeps each number with its « h ».
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from babel.dates import format_date

from core.clock import Moment
from core.french.dates import month_name, ordinal, weekday

NO_BREAK = "\u00a0"
# A night that ends before this hour belongs to the evening that began it.
END_OF_NIGHT = time(6)
# Beyond a week the names of the days say less than they weigh.
DAYS_WITH_NAMES = 6


def spoken_occurrence(start: Moment, end: Moment | None = None) -> str:
    """Return when something takes place.

    Args:
        start: a day, or a date-time of the site's zone.
        end: of the same kind, or None when it is not given. A last day is included.

    >>> spoken_occurrence(date(2025, 9, 6))
    'samedi 6 septembre 2025'
    >>> spoken_occurrence(date(2025, 8, 30), date(2025, 9, 1))
    'du samedi 30 août au lundi 1er septembre 2025'
    """
    if not isinstance(start, datetime):
        return _spoken_days(start, end or start)
    hours = spoken_hours(start, end)
    if hours or not isinstance(end, datetime):
        return f"{_spoken_day(start)}, {hours}"
    first = _spoken_day(start, year=start.year != end.year)
    return (
        f"du {first}, {spoken_hour(start.time())}, au {_spoken_day(end)}, {spoken_hour(end.time())}"
    )


def spoken_hours(start: Moment, end: Moment | None = None) -> str:
    """Return the hours of what takes place in one outing: « de 18 h à 20 h »; of others, ""."""
    if not isinstance(start, datetime):
        return ""
    if not isinstance(end, datetime) or end == start:
        return f"à {spoken_hour(start.time())}"
    hours = f"de {spoken_hour(start.time())} à {spoken_hour(end.time())}"
    return hours if _is_one_outing(start, end) else ""


def figure_of(start: Moment, end: Moment | None = None) -> tuple[str, str]:
    """Return the days of a date as a figure shows them: the first, then a dash and the last, or "".

    >>> figure_of(date(2025, 9, 6)), figure_of(date(2025, 9, 6), date(2025, 9, 8))
    (('6', ''), ('6', '–8'))
    """
    first = str(start.day)
    if end is None or _is_one_day(start, end):
        return first, ""
    if (start.year, start.month) == (end.year, end.month):
        return first, f"–{end.day}"
    return first, f"–{ordinal(end)}{NO_BREAK}{format_date(end, 'MMM', locale='fr')}"


def _is_one_day(start: Moment, end: Moment) -> bool:
    if isinstance(start, datetime) and isinstance(end, datetime):
        return _is_one_outing(start, end)
    return start == end


def spoken_hour(hour: time) -> str:
    """Return an hour: « 18 h 30 », « 9 h », « 0 h »."""
    minutes = f"{NO_BREAK}{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour}{NO_BREAK}h{minutes}"


def month_year(day: date) -> str:
    """Return the month of a date.

    >>> month_year(date(2025, 9, 6))
    'septembre 2025'
    """
    return f"{month_name(day.month)} {day.year}"


def _is_one_outing(start: datetime, end: datetime) -> bool:
    """Return whether naming the first day is enough: the same day, or the night that follows."""
    if end.date() == start.date():
        return True
    next_day = start.date() + timedelta(days=1)
    return end.date() == next_day and end.time() < min(END_OF_NIGHT, start.time())


def _spoken_days(first: date, last: date) -> str:
    if first == last:
        return _spoken_day(first)
    named = (last - first).days <= DAYS_WITH_NAMES
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    begin = _spoken_day(first, named=named, month=not same_month, year=not same_year)
    return f"du {begin} au {_spoken_day(last, named=named)}"


def _spoken_day(day: date, named: bool = True, month: bool = True, year: bool = True) -> str:
    return _day_in_words(day.toordinal(), named, month, year)


@lru_cache(maxsize=4096)  # agendas have many dates of few days
def _day_in_words(number: int, named: bool, month: bool, year: bool) -> str:
    day = date.fromordinal(number)
    words = [
        weekday(day) if named else "",
        ordinal(day),
        month_name(day.month) if month else "",
        str(day.year) if year else "",
    ]
    return " ".join(word for word in words if word)
