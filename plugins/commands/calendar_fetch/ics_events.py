"""The events of a calendar, each settled; what is private or unreadable is left out. Pure."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Component
from icalendar import Event as CalendarEvent
from icalendar.prop import vBroken

from commands.calendar_fetch.ics_text import CalendarText
from commands.calendar_fetch.ics_times import Zones, end_of, is_end_wrong
from commands.calendar_fetch.plain_text import MOST_LINE, digest, plain_text, uid_of_nobody
from content_types.events.local_time import instant
from core.clock import Day, Moment, as_moment

UNTITLED = "Sans titre"
# Why something of a calendar is left out, or read otherwise: reported once each, with a count.
UNREADABLE, SAME_IDENTIFIER = "illisible", "identifiant déjà pris par un autre"
WRONG_END = "fin avant le début, ou d'une autre sorte : elle n'est pas montrée"
BAD_RULE = "répétition illisible, ou plus fréquente que chaque jour : sa première date est gardée"
TOO_LONG_RULE = "répétition trop longue à calculer : sa première date est gardée"
UNREADABLE_MOMENT = "une date ou une durée illisible : le reste est gardé"
TOO_MANY_DATES = "plus de 400 dates : les premières sont gardées"
TOO_MANY_EVENTS = "plus de 5 000 événements : les premiers sont gardés"
UNKNOWN_ZONE = "fuseau horaire inconnu : l'heure est prise pour celle d'ici"


class Notes(dict[str, tuple[int, str]]):
    """What is told of a calendar: how often, with the first example."""

    def add(self, kind: str, example: str, count: int = 1) -> None:
        """Count one."""
        counted, first = self.get(kind, (0, example))
        self[kind] = (counted + count, first)


@dataclass
class SettledEvent:
    """One VEVENT whose moments have their zones."""

    component: Component  # as icalendar reads it
    uid: str  # what names it, or ""
    title: str  # plain text
    start: Moment
    end: Moment | None  # not part of the event; None when it is not given
    recurrence_id: Moment | None  # the date of a series that it stands for, or None
    is_on: bool  # it stands for all the later dates too (RANGE=THISANDFUTURE)
    status: str  # in capitals, or ""
    is_public: bool
    order: tuple[int, str]

    def words(self, key: str) -> str:
        """Return the text of a property, the first when there are several; or ""."""
        value = _first(self.component, key)
        return "" if value is None else str(value)

    @property
    def categories(self) -> list[str]:
        """Return its categories."""
        return [str(it) for one in all_of(self.component, "CATEGORIES") for it in one.cats]


def read_events(text: CalendarText, zones: Zones, notes: Notes) -> dict[str, list[SettledEvent]]:
    """Return the events by what names them; what is private is in none.

    One alone is unreadable when it is: the others are kept. Of two that one UID and one date of a
    series name, the highest SEQUENCE stays, then the latest change (3.8.7.4).
    """
    groups: dict[str, dict[object, SettledEvent]] = {}
    private: set[str] = set()
    for number, written in enumerate(text.events):
        try:
            one = _settled(written, zones, text.people, notes)
        except Exception:  # icalendar raises many kinds, on what strangers wrote
            notes.add(UNREADABLE, "" if _PRIVATE.search(written) else _title_in(written))
            continue
        name = one.uid or f"\0{number}"
        if not one.is_public and one.recurrence_id is None:
            private.add(name)
        key = instant(one.recurrence_id)
        other = groups.setdefault(name, {}).setdefault(key, one)
        if other is not one:
            is_other = (other.title, other.start) != (one.title, one.start)
            if other.order == one.order and is_other and one.is_public:
                notes.add(SAME_IDENTIFIER, one.title)
            groups[name][key] = max(other, one, key=lambda it: it.order)
    return {name: list(found.values()) for name, found in groups.items() if name not in private}


def _settled(written: str, zones: Zones, people: frozenset[str], notes: Notes) -> SettledEvent:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            component = CalendarEvent.from_ical(written)
        except OSError:  # a zone's name is that of a folder, or too long for that of a file
            zones.unknown.update(_ZONE.findall(written))
            component = CalendarEvent.from_ical(_ZONE.sub("", written))
    slot = _moment(component, "RECURRENCE-ID", zones)
    start = _moment(component, "DTSTART", zones) or slot  # what calls off a date may say no more
    if start is None:
        raise ValueError("no start")
    title = plain_text(str(_first(component, "SUMMARY") or ""), MOST_LINE) or UNTITLED
    end, lasts = _moment(component, "DTEND", zones), _duration(component)
    is_public = not _PRIVATE.search(written)
    is_negative = end is None and lasts is not None and lasts < timedelta()
    if (is_negative or is_end_wrong(start, end)) and is_public:
        notes.add(WRONG_END, title)
    if is_public and any(name in _MOMENTS for name, _ in component.errors):
        notes.add(UNREADABLE_MOMENT, title)
    recurs = _first(component, "RECURRENCE-ID")
    changed = _moment(component, "LAST-MODIFIED", zones)
    return SettledEvent(
        component=component,
        uid=_uid(component, people),
        title=title,
        start=start,
        end=end_of(start, end, lasts if end is None else None),
        recurrence_id=slot,
        is_on=recurs is not None and recurs.params.get("RANGE", "").upper() == "THISANDFUTURE",
        status=str(_first(component, "STATUS") or "").strip().upper(),
        is_public=is_public,
        order=(sequence_of(component), str(instant(changed) or "")),
    )


_ZONE = re.compile(r";TZID=(\"[^\"]*\"|[^;:]*)", re.IGNORECASE)
_MOMENTS = frozenset("DTEND DURATION EXDATE RDATE RECURRENCE-ID".split())
# What is neither public nor known is private (3.8.1.3): messages do not name it either.
_PRIVATE = re.compile(r"^CLASS[^:\n]*:(?!\s*PUBLIC\s*$)[^\n]*\S", re.IGNORECASE | re.MULTILINE)
# Others overflow on their way to other zones; birthdays whose year is not given begin in 1604.
_FIRST_YEAR, _LAST_YEAR = 1600, 2199


def _uid(component: Component, people: frozenset[str]) -> str:
    """Return the identifier; one that is somebody's e-mail address is replaced by its digest."""
    uid = str(_first(component, "UID") or "").strip()
    names_somebody = any(address and address in uid.lower() for address in people)
    if names_somebody or len(uid) > MOST_LINE:
        return digest(uid)
    return uid_of_nobody(uid)


def sequence_of(component: Component) -> int:
    """Return how often it was changed; 0 when that is not given, or is no number."""
    try:
        return min(max(0, int(_first(component, "SEQUENCE") or 0)), 2**31 - 1)
    except (TypeError, ValueError):
        return 0


def spans_of(
    component: Component, key: str, zones: Zones
) -> Iterator[tuple[Moment, Moment | timedelta | None]]:
    """Yield the moments of a list (EXDATE, RDATE), with an end, how long it lasts, or None."""
    for values in all_of(component, key):
        zone = str(values.params.get("TZID", ""))
        for one in getattr(values, "dts", ()):
            moment, until = one.dt if isinstance(one.dt, tuple) else (one.dt, None)
            if isinstance(moment, date):
                end = zones.settle(as_moment(until), zone) if isinstance(until, date) else until
                yield zones.settle(as_moment(moment), zone), end


def _moment(component: Component, key: str, zones: Zones) -> Moment | None:
    value = _first(component, key)
    moment = getattr(value, "dt", None) if value is not None else None
    if not isinstance(moment, date):
        return None
    if value.params.get("VALUE", "").upper() == "DATE" and isinstance(moment, datetime):
        return Day(moment.date())
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(moment)
    return zones.settle(as_moment(moment), str(value.params.get("TZID", "")))


def _duration(component: Component) -> timedelta | None:
    value = _first(component, "DURATION")
    lasts = None if value is None else getattr(value, "dt", None)
    return lasts if isinstance(lasts, timedelta) else None


def all_of(component: Component, key: str, *, but_broken: bool = True) -> list[Any]:
    """Return the values of a property that say something, and that can be read, or not."""
    value = component.get(key)
    found = value if isinstance(value, list) else [value]
    return [one for one in found if one and not (but_broken and isinstance(one, vBroken))]


def _first(component: Component, key: str) -> Any:
    return next(iter(all_of(component, key)), None)


def _title_in(written: str) -> str:
    lines = (line.partition(":") for line in written.split("\n"))
    titles = [words for name, _, words in lines if name.upper().startswith("SUMMARY")]
    return plain_text(titles[0], MOST_LINE) if titles else UNTITLED
