"""Series made dates, between two days; the library does the rules, what it leaves is done here.

Pure. Rules follow RFC 5545, 3.3.10 and 3.8.5; what is moved or called off by name, 3.8.4.4.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from time import process_time
from typing import Any

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar, vRecur
from icalendar import Event as Component

from commands.calendar_fetch.ics_events import (
    BAD_RULE,
    TOO_LONG_RULE,
    TOO_MANY_DATES,
    Notes,
    SettledEvent,
    all_of,
    sequence_of,
    spans_of,
)
from commands.calendar_fetch.ics_times import Zones, day_in, end_of
from commands.calendar_fetch.processor_time import TooLong, at_most
from content_types.events.local_time import instant
from core.clock import Day, Moment, as_moment

MOST_DATES = 400  # of one series
_FREQUENCIES = frozenset("DAILY WEEKLY MONTHLY YEARLY".split())
_MOST_A_DAY = 24
_SECONDS, _FEWEST_SECONDS = 1.0, 0.05  # of one series: a rule of no date is tried until year 9999
_ALL_SECONDS = 15.0  # of all series: those that are left keep their first date
_PLAIN_PARTS = frozenset("FREQ BYDAY COUNT UNTIL WKST".split())  # all that most series have
_NUMBER = "X-NUMBER"  # which component an occurrence comes from


@dataclass(frozen=True)
class Dated:
    """One date of an event."""

    event: SettledEvent  # what is told of it
    start: Moment
    end: Moment | None  # not part of it; None when it is not given
    recurrence_id: Moment | None  # the date of the series that it is, or None for what is no series
    is_off: bool  # the calendar says that it does not take place


def expand(
    groups: Iterable[list[SettledEvent]], first: Moment, last: Moment, zones: Zones, notes: Notes
) -> Iterator[Dated]:
    """Yield the dates of events that are shown between two days.

    Args:
        groups: the events of one UID each: a series and what is told of its dates, or one event.
        first, last: the days, in the site's zone.
        zones: for the moments that rules name.
        notes: is told what is left out.
    """
    slow: set[object] = set()
    end = process_time() + _ALL_SECONDS
    for events in sorted(groups, key=_is_unusual):
        whole = _whole(events)
        found = _alone(events)
        if whole and _repeats(whole):
            name = _rule_name(whole)
            try:
                if name in slow or process_time() > end:
                    raise TooLong
                with at_most(max(_SECONDS / (1 + len(slow)), _FEWEST_SECONDS)):
                    found = _series(whole, events, first, last, zones)
            except TooLong:
                slow.add(name)
                notes.add(TOO_LONG_RULE, whole.title)
            except Exception:  # of two libraries, on what strangers wrote: many kinds
                notes.add(BAD_RULE, whole.title)
        inside = [one for one in found if _is_between(one, first, last)]
        inside.sort(key=lambda one: (day_in(one.start), str(one.start)))
        if len(inside) > MOST_DATES:
            notes.add(TOO_MANY_DATES, inside[0].event.title)
        yield from inside[:MOST_DATES]


def _whole(events: list[SettledEvent]) -> SettledEvent | None:
    return next((one for one in events if one.recurrence_id is None), None)


def _rules(event: SettledEvent | None, key: str = "RRULE") -> list[vRecur]:
    return all_of(event.component, key, but_broken=False) if event else []


def _is_unusual(events: list[SettledEvent]) -> bool:
    """Return whether a series may be of no date, or takes long: it comes after the others."""
    return any(set(it) - _PLAIN_PARTS for it in _rules(_whole(events)) if isinstance(it, vRecur))


def _rule_name(event: SettledEvent) -> object:
    """Return what tells whether a rule takes too long: where it begins too, when it counts."""
    rules = [str(it) for key in ("RRULE", "EXRULE") for it in _rules(event, key)]
    return (*rules, event.start if "INTERVAL" in "".join(rules) else "")


def _repeats(event: SettledEvent) -> bool:
    return bool(all_of(event.component, "RDATE") or event.component.get("RRULE"))


def _alone(events: list[SettledEvent]) -> list[Dated]:
    return [
        Dated(one, one.start, one.end, one.recurrence_id, one.status == "CANCELLED")
        for one in events
    ]


def _is_between(one: Dated, first: Moment, last: Moment) -> bool:
    until = one.end if one.end is not None else one.start
    return day_in(one.start) <= last and day_in(until) >= first


def _series(
    whole: SettledEvent, events: list[SettledEvent], first: Moment, last: Moment, zones: Zones
) -> list[Dated]:
    calendar = Calendar()
    for number, one in enumerate(events):
        calendar.add_component(_component(one, number, whole, zones))
    until = last + timedelta(days=1)
    found = recurring_ical_events.of(calendar).between(first, until)
    excluded = [it for it, _ in spans_of(whole.component, "EXDATE", zones)]
    excluded += _left_out_by_rules(whole, until, zones)
    ends = _ends_told(whole, zones)
    dates = {}
    for component in found:
        event = events[int(component[_NUMBER])]
        start = component["DTSTART"].dt
        slot = _slot(event, start)
        if (event is whole or event.is_on) and _is_excluded(slot, excluded):
            continue
        end = component["DTEND"].dt if event.end is not None else None
        if event is whole:
            end = ends.get(instant(start), end)
        is_off = "CANCELLED" in (event.status, whole.status)
        dates[str(slot)] = Dated(event, start, end, slot, is_off)
    return list(dates.values())


def _left_out_by_rules(whole: SettledEvent, until: Moment, zones: Zones) -> list[Moment]:
    """Return the dates that rules leave out until a day (EXRULE: RFC 2445, 4.8.5.2)."""
    begin = whole.start
    start = begin if isinstance(begin, datetime) else datetime.combine(begin, time())
    last = datetime.combine(until, time.max, start.tzinfo)
    found: list[datetime] = []
    for rule in _rules(whole, "EXRULE"):
        text = _rule(rule, begin, zones).to_ical().decode()  # type: ignore[no-untyped-call]  # its own
        found += rrulestr(text, dtstart=start).between(start, last, inc=True)
    return [it if begin is start else Day(it.date()) for it in found]


def _ends_told(whole: SettledEvent, zones: Zones) -> dict[object, Moment | None]:
    """Return the ends of the added dates that tell theirs, by their starts (3.8.5.2)."""
    ends: dict[object, Moment | None] = {}
    for start, it in spans_of(whole.component, "RDATE", zones):
        if isinstance(it, timedelta):
            ends[instant(start)] = end_of(start, None, it)
        elif it is not None:
            ends[instant(start)] = end_of(start, it, None)
    return ends


def _slot(event: SettledEvent, start: Moment) -> Moment:
    """Return which date of the series an occurrence stands for, wherever it was moved to."""
    if event.recurrence_id is None:
        return start
    if not event.is_on:
        return event.recurrence_id
    moved: Any = event.start  # of the kind of the other
    delay: timedelta = moved - event.recurrence_id
    return as_moment(start - delay)


def _component(one: SettledEvent, number: int, whole: SettledEvent, zones: Zones) -> Component:
    """Return what the library needs of an event, of one kind of moment and with zones."""
    made = Component()
    made.add("UID", "series")
    made.add(_NUMBER, str(number))
    made.add("SEQUENCE", sequence_of(one.component))
    made.add("DTSTART", one.start)
    made.add("DTEND", one.end if one.end is not None else one.start)
    if one is not whole:
        span = {"RANGE": "THISANDFUTURE"} if one.is_on else {}
        one.recurrence_id = _like(one.recurrence_id, whole.start)
        made.add("RECURRENCE-ID", one.recurrence_id, parameters=span)
        return made
    for rule in _rules(one):
        made.add("RRULE", _rule(rule, one.start, zones))
    for moment, _ in spans_of(one.component, "RDATE", zones):
        made.add("RDATE", _like(moment, one.start))
    return made


def _like(moment: Moment | None, start: Moment) -> Any:
    """Return a moment of the kind that the start of the series is: a day, or an hour in its zone.

    A day stands for the hour of the series, on that day.
    """
    if not isinstance(start, datetime):
        return day_in(moment) if moment else moment
    if isinstance(moment, datetime):
        return moment.astimezone(start.tzinfo)
    return datetime.combine(moment, start.timetz()) if moment else moment


def _rule(rule: vRecur, start: Moment, zones: Zones) -> vRecur:
    """Return a rule whose end the library takes: in UTC, or a day.

    Raises ValueError: it asks for too much.
    """
    frequency = str((rule.get("FREQ") or [""])[0]).upper()
    sizes = (len(rule.get(key) or [0]) for key in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    every = next(iter(rule.get("INTERVAL") or [1]))
    if frequency not in _FREQUENCIES or every < 1 or math.prod(sizes) > _MOST_A_DAY:
        raise ValueError(frequency)
    made = vRecur(rule)
    until = next(iter(rule.get("UNTIL") or []), None)
    if until is None:
        return made
    if not isinstance(start, datetime):
        made["UNTIL"] = [day_in(zones.settle(until))]
    elif not isinstance(until, datetime):  # that day is included, in the zone of the series
        made["UNTIL"] = [datetime.combine(until, time(23, 59, 59), start.tzinfo).astimezone(UTC)]
    elif until.tzinfo is None:
        made["UNTIL"] = [until.replace(tzinfo=start.tzinfo).astimezone(UTC)]
    return made


def _is_excluded(start: Moment, excluded: list[Moment]) -> bool:
    """Return whether a date is left out: by its hour, or by its day (3.8.5.1).

    That of a day may be an hour: midnight in whatever zone (Exchange), or a moment of here.
    """
    if isinstance(start, datetime):
        return start in excluded or start.date() in excluded
    midnights = [it.date() for it in excluded if isinstance(it, datetime) and it.time() == time.min]
    others = (it for it in excluded if not isinstance(it, datetime) or it.time() != time.min)
    return start in midnights or start in map(day_in, others)
