"""What a calendar of a cooperative announces, as it is kept in `_agendas/`. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from content_types.events.event import CANCELLED, PLANNED
from content_types.events.local_time import as_utc
from core.clock import ZONE, Day, Moment, as_moment, iso

_DIGITS = 12  # of an identifier: two of 100,000 events are the same once in 50,000
_TEXTS = frozenset("id series uid title place address online text".split())


class NoAnnouncement(ValueError):
    """What was read does not tell an event; says which key, as it is written."""


@dataclass(unsafe_hash=True)  # not frozen: thousands are made, in half the time
class Announcement:
    """One date of an event of a calendar.

    Attributes:
        title: plain text, as all that is text here.
        start: a day, or an hour in the site's zone.
        end: of the same kind as `start`; None when it is not given. A last day is included.
        id: what names it here for ever: its anchor, its key in `choix.yml`.
        series: the same of all the dates of its series, or "".
        uid, recurrence_id, sequence: what names it in its calendar (see `Origin`).
        place, address: where it is, or "".
        online: the URL where it is followed online, or "".
        url: its page, over https, or "".
        status: `PLANNED` or `CANCELLED`.
        text: one to 600 characters, or "".
        categories: words.
    """

    title: str
    start: Moment
    end: Moment | None = None
    id: str = ""
    series: str = ""
    uid: str = ""
    recurrence_id: Moment | None = None
    place: str = ""
    address: str = ""
    online: str = ""
    url: str = ""
    status: str = PLANNED
    text: str = ""
    categories: tuple[str, ...] = ()
    sequence: int = 0

    @property
    def order(self) -> tuple[datetime, str, str, str]:
        """Return what sorts announcements: when they begin, then what they are."""
        return (as_utc(self.start), self.title, self.uid, str(self.recurrence_id))


def identifier(*parts: object) -> str:
    """Return the identifier that some parts make."""
    written = (iso(as_moment(it)) if isinstance(it, date) else str(it) for it in parts)
    return hashlib.sha256("\0".join(written).encode()).hexdigest()[:_DIGITS]


def as_data(one: Announcement) -> dict[str, Any]:
    """Return what JSON holds of an announcement: what says something, moments as RFC 3339."""
    defaults = {field.name: field.default for field in fields(Announcement)}
    values = {name: getattr(one, name) for name in defaults}
    values = {name: it for name, it in values.items() if it != defaults[name]}
    moments = {name: iso(values[name]) for name in _MOMENTS if name in values}
    lists = {"categories": list(one.categories)} if one.categories else {}
    return values | moments | lists


_MOMENTS = ("start", "end", "recurrence_id")


def from_data(data: object) -> Announcement:
    """Return the announcement that `as_data` wrote.

    Raises NoAnnouncement: it did not write this.
    """
    if not isinstance(data, Mapping):
        raise NoAnnouncement("{…}")
    read: dict[str, Any] = {}
    for name, value in data.items():
        try:
            is_text = name in _TEXTS and type(value) is str
            read[name] = value if is_text else _read(name, value)
        except (TypeError, ValueError):
            raise NoAnnouncement(f"{name}: {value}") from None
    start, end = read.get("start"), read.get("end")
    if not start or not read.get("title"):
        raise NoAnnouncement("title, start")
    if end is not None and isinstance(start, datetime) != isinstance(end, datetime):
        raise NoAnnouncement(f"end: {data['end']}")
    if end is not None and as_utc(end) < as_utc(start):
        raise NoAnnouncement(f"end: {data['end']}")
    return Announcement(**read)


def _read(name: str, value: object) -> object:
    if name in _MOMENTS and isinstance(value, str):
        if len(value) == len("2026-12-03"):
            return Day(datetime.fromisoformat(value).date())
        moment = datetime.fromisoformat(value)
        if moment.tzinfo:
            return moment.astimezone(ZONE)
    elif name == "categories" and isinstance(value, list):
        if all(isinstance(it, str) for it in value):
            return tuple(value)
    elif (
        (name == "sequence" and type(value) is int)
        or (name == "url" and isinstance(value, str) and value.startswith("https://"))
        or (name == "status" and value in (PLANNED, CANCELLED))
    ):
        return value
    raise ValueError(name)
