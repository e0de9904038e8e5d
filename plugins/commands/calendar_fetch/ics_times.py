"""When the events of a calendar are: zones, hours of none, ends that do not go with starts. Pure.

icalendar reads values; what it leaves open is settled here (RFC 5545: 3.2.19, 3.3.5, 3.6.1).
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

from icalendar import Timezone
from icalendar.timezone import tzp

from core.clock import ZONE, Day, Moment

_DAY = timedelta(days=1)
_UTC_NAMES = frozenset(["utc", "gmt", "z", "etc/utc", "etc/gmt"])


@dataclass
class Zones:
    """The zones that a calendar names."""

    written: Iterable[str] = ()  # its VTIMEZONEs, as texts
    # What it says is its zone (X-WR-TIMEZONE), or "": its hours in UTC are meant there.
    own: str = ""
    # The names that stand for no zone that is known: the site's is taken.
    unknown: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Read the zones that the calendar brings along; one that cannot be read is none."""
        self._brought: dict[str, tzinfo] = {}
        for text in self.written:
            try:
                zone = Timezone.from_ical(text)
                if isinstance(zone, Timezone):
                    self._brought[zone.tz_name.strip()] = zone.to_tz(lookup_tzid=False)
            except Exception:  # of a library that reads what strangers wrote: many kinds
                continue
        own = self.named(self.own) if self.own else None
        self._own = own if own and self.own.lower() not in _UTC_NAMES else None

    def named(self, name: str) -> tzinfo | None:
        """Return the zone of a name: IANA's, Windows's, or one that the calendar brings."""
        name = name.strip().strip('"')
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a name that only ends with IANA's is guessed
            known = tzp.timezone(name)
        return known or self._brought.get(name)

    def settle(self, moment: Moment, name: str = "") -> Moment:
        """Return a day, or an hour with its zone.

        Args:
            moment: as icalendar reads it, without zone when that is not given, or not known.
            name: the zone that the calendar tells (TZID), or "".
        """
        if not isinstance(moment, datetime):
            return moment
        if moment.tzinfo is not None:
            is_utc = moment.utcoffset() == timedelta() and str(moment.tzinfo).upper() == "UTC"
            return moment.astimezone(self._own) if self._own and is_utc else moment
        zone = self.named(name) if name else None
        if name and zone is None:
            self.unknown.add(name)
        return moment.replace(tzinfo=zone or ZONE)


def end_of(start: Moment, end: Moment | None, lasts: timedelta | None) -> Moment | None:
    """Return the end of an event, which is not part of it; None when none is given, nor right.

    That of a day is the day after, at least (3.6.1: without DTEND, or with that of DTSTART, it is
    of one day). An hour that ends when it begins has no end; neither has one that ends before.
    """
    if isinstance(start, datetime):
        if lasts is not None:  # days end at the same hour, hours are exact (3.3.6)
            exact = (start + timedelta(lasts.days)).astimezone(UTC) + timedelta(0, lasts.seconds)
            found: Moment | None = exact.astimezone(start.tzinfo)
        else:
            found = end
        return found if isinstance(found, datetime) and found > start else None
    if lasts is not None:
        return start + max(_DAY, timedelta(days=-(-lasts // _DAY)))
    if isinstance(end, datetime):
        end = Day(end.date() if not any((end.hour, end.minute)) else end.date() + _DAY)
    return max(end or start, start + _DAY)


def is_end_wrong(start: Moment, end: Moment | None) -> bool:
    """Return whether an end that is given is before its start, or of another kind."""
    is_other = isinstance(start, datetime) != isinstance(end, datetime)
    return end is not None and (is_other or end < start)


def day_in(moment: Moment) -> Day:
    """Return the day of a moment in the site's zone; that of a day is itself."""
    return Day(moment.astimezone(ZONE).date()) if isinstance(moment, datetime) else moment
