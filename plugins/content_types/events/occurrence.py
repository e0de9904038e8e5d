"""One time that an event takes place, and the town of its place. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cached_property, lru_cache

from content_types.events.local_time import as_utc, at, day_of
from core.clock import ZONE, Day, Moment
from jekyll.front_matter.schema import BadValue


@dataclass(unsafe_hash=True)  # not frozen: thousands are made, in half the time
class Occurrence:
    """One time that an event takes place."""

    start: Moment  # a day, or an aware date-time
    # Of the same kind as `start`; None when it is not given. A last day is included.
    end: Moment | None = None
    status: str = ""  # one of `STATUSES` when it is not the event's, or ""
    place: str = ""  # where it is when it is elsewhere than the event, or ""
    address: str = ""  # the same
    moved_from: Moment | None = None  # when it was to begin, before it was moved; or None
    slot: Moment | None = None  # when the rule that it comes back by has it begin; None for others

    @property
    def is_all_day(self) -> bool:
        """Return whether no hour is given."""
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> Day:
        """Return the day it begins, in the site's zone."""
        return day_of(self.start)

    @property
    def last_day(self) -> Day:
        """Return the day it ends, in the site's zone."""
        return day_of(self.start if self.end is None else self.end)

    @cached_property
    def over_at(self) -> datetime:
        """Return the UTC moment from which it is over; with no end told, the end of its day."""
        if isinstance(self.end, datetime):
            return as_utc(self.end)
        next_midnight = datetime.combine(self.last_day + timedelta(days=1), time(), ZONE)
        return next_midnight.astimezone(UTC)


_AFTER = "La fin doit venir après le début."


def occurrence(start: Moment, end: Moment | time | None = None) -> Occurrence:
    """Return the occurrence from `start` to `end`; an hour alone is of the first day.

    Raises BadValue: the two do not go together.
    """
    if end is None:
        return Occurrence(start)
    if not isinstance(end, time) and day_of(end) < day_of(start):
        raise BadValue(_AFTER)
    if isinstance(start, datetime) != isinstance(end, (datetime, time)):
        raise BadValue("Un seul des deux a une heure : écrivez-la aux deux, ou à aucun.")
    if not isinstance(end, time):
        return _in_order(start, end, _AFTER)
    day = day_of(start)
    next_day = f"{day + timedelta(days=1)} {end:%H:%M}"
    advice = f"{_AFTER} Si elle est le lendemain, écrivez {next_day}."
    if isinstance(start, datetime) and end.hour:
        after = start + timedelta(hours=end.hour, minutes=end.minute)
        advice += f" Si « fin » est une durée, écrivez {after:%Hh%M}."
    return _in_order(start, at(day, end), advice)


def _in_order(start: Moment, end: Moment, advice: str) -> Occurrence:
    """Return the occurrence; a day may be its own last day, an hour not its own end."""
    too_early = as_utc(end) <= as_utc(start) if isinstance(start, datetime) else end < start
    if too_early:
        raise BadValue(advice)
    return Occurrence(start, end)


_AFTER_POSTAL_CODE = re.compile(r"\b[0-9]{5}\s+([^\d,;()]+)")
_CEDEX = re.compile(r"\s+cedex\b.*", re.IGNORECASE)


@lru_cache(maxsize=8192)
def town_of(address: str) -> str:
    """Return the town of a French postal address, or "".

    >>> town_of("1 rue X, 34000 Montpellier"), town_of("BP 2, 30908 NÎMES Cedex 2")
    ('Montpellier', 'Nîmes')
    """
    found = _AFTER_POSTAL_CODE.findall(address)
    town = _CEDEX.sub("", found[-1]).strip(" -–") if found else ""
    return town.title() if town.isupper() else town


def place_and_town(place: str, address: str) -> str:
    """Return where something is in few words: the place, and its town when that is not said."""
    town = town_of(address)
    parts = [place, "" if town.casefold() in place.casefold() else town]
    return ", ".join(filter(None, parts)) or address
