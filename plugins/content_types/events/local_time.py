"""Moments of the site's time zone, strict: an hour is refused when the clocks skip it.

How they are written is said in `jekyll/front_matter/date_parsing.py`; an offset from UTC is turned
into the site's hour. A moment without an hour is a `Day`, one with an hour a `datetime`:
`isinstance(…, datetime)` tells them apart, and mypy refuses one for the other.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

from core.clock import ZONE, Day, Moment
from jekyll.front_matter import Value
from jekyll.front_matter.date_parsing import hour_alone, written_moment
from jekyll.front_matter.form import reads
from jekyll.front_matter.schema import BadValue

# Farther years are typos, and would overflow on their way to UTC.
FIRST_YEAR, LAST_YEAR = 1970, 2199
_HALF_A_YEAR = timedelta(days=182)


@reads("moment", "2026-12-12 18:30")
def moment(value: Value, near: Day | None = None) -> Moment:
    """Return a day, or a day and an hour of the site's time zone.

    Args:
        near: the day of the file's name (see `written_moment`).

    Raises BadValue: it is not written as one, it does not exist, or it may be another.
    """
    written = written_moment(value, near)
    if written.doubt:
        raise BadValue(written.doubt)
    if not FIRST_YEAR <= written.day.year <= LAST_YEAR:
        raise BadValue(f"Vérifiez l'année : elle va de {FIRST_YEAR} à {LAST_YEAR}.")
    if written.hour is not None and written.offset is None:
        return at(written.day, written.hour)
    return written.in_zone(ZONE)


@reads("moment", "2027-06-30")
def later_moment(value: Value, near: Day | None = None) -> Moment:
    """Return a moment as `moment` does; the year that is not written is that of the next one."""
    return moment(value, Day(near + _HALF_A_YEAR) if near else None)


@reads("hour", "21h")
def moment_or_hour(value: Value, near: Day | None = None) -> Moment | time:
    """Return a moment, or an hour alone (`21h`), of a day that is given elsewhere.

    Raises BadValue: it is neither, or it does not exist.
    """
    hour = hour_alone(value)
    if hour is None and re.fullmatch(r"\s*(?:[01]?[0-9]|2[0-3])\s*", str(value.content)):
        raise BadValue(f"Écrivez l'heure avec un h : {str(value.content).strip()}h.")
    return moment(value, near) if hour is None else hour


def at(day: Day, hour: time) -> datetime:
    """Return an hour of a day, in the site's zone; in autumn, the first of the two.

    Raises BadValue: the clocks go forward over that hour.
    """
    local = datetime.combine(day, hour, ZONE)
    if not exists(local):
        raise BadValue(
            "Cette heure n'existe pas ce jour-là : on passe à l'heure d'été, "
            "et 2 h devient 3 h. Écrivez une heure avant 2 h, ou à partir de 3 h."
        )
    return local


def exists(local: datetime) -> bool:
    """Return whether an hour of a zone exists: it comes back from UTC as it was."""
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)


def as_utc(value: Moment) -> datetime:
    """Return a moment in UTC, in which differences are true; a day begins at its midnight."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=ZONE)
    return value.astimezone(UTC)


def instant(moment: Moment | None) -> Moment | None:
    """Return an hour in UTC, by which it is the same in all zones; a day, or None, as it is."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def day_of(value: Moment) -> Day:
    """Return the day of a moment, in the site's zone."""
    return Day(value.astimezone(ZONE).date()) if isinstance(value, datetime) else value
