"""The moment of a build, and moments as machines read them."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NewType
from zoneinfo import ZoneInfo

# That of our own files (events, publications): pelicanconf.py says the same, as TIMEZONE.
ZONE = ZoneInfo("Europe/Paris")
# For Python, a datetime is a date: mypy refuses one where a day is asked.
Day = NewType("Day", date)
Moment = Day | datetime


def build_moment() -> datetime:
    """Return the moment of the build, in UTC.

    It is the clock's, or `SOURCE_DATE_EPOCH` (reproducible-builds.org).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def build_day(zone: str) -> Day:
    """Return the day of the build in a time zone."""
    return Day(build_moment().astimezone(ZoneInfo(zone)).date())


def as_moment(value: date) -> Moment:
    """Return what a library gives, told apart by type: a day, or a moment."""
    return value if isinstance(value, datetime) else Day(value)


def iso(moment: Moment) -> str:
    """Return a day, or an hour with its offset from UTC, as machines read it (RFC 3339, 5.6).

    There, offsets have whole minutes: that of Paris was of 9 min 21 s until 1911, and the day is
    worth more than these seconds.

    >>> iso(datetime(1900, 1, 1, tzinfo=ZoneInfo("Europe/Paris"))), iso(Day(date(999, 3, 1)))
    ('1900-01-01T00:00:00+00:09', '0999-03-01')
    """
    if not isinstance(moment, datetime):
        return moment.isoformat()
    offset = moment.utcoffset()
    if offset and offset.seconds % 60:
        whole = timedelta(minutes=round(offset / timedelta(minutes=1)))
        moment = moment.replace(tzinfo=timezone(whole))
    return moment.isoformat(timespec="seconds")
