"""Calendars (`.ics`) that other programs would not read, or would read otherwise (RFC 5545)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from icalendar.prop import TypesFactory
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from commands.checks.files.calendar_lines import BrokenLine, Part, Property, read_parts
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic, nearest
from core.diagnostics.catalog import data as rules

_CALENDAR_NEEDS = ("PRODID", "VERSION")
_EVENT_NEEDS = ("UID", "DTSTAMP", "DTSTART")  # section 3.6.1, with a METHOD or not
_CARD = ("BEGIN:VCARD", "END:VCARD")
_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SUMMARY")
_TYPED = frozenset(
    """DTSTART DTEND DTSTAMP DURATION RRULE RDATE EXDATE RECURRENCE-ID CREATED LAST-MODIFIED
    SEQUENCE PRIORITY GEO""".split()
)
_READ = TypesFactory()
_MOST = 100  # of one file
_Found = Iterator[Diagnostic]


def check_calendars(site: CheckedSite) -> None:
    """Report the calendars that other programs would not read."""
    for name in site.with_ending(".ics"):
        for diagnostic in calendar_diagnostics((site.output / name).read_bytes()):
            line = 0 if name in site.documents else diagnostic.line  # Liquid has moved its lines
            site.add(diagnostic.at(site.label(name), line))


def check_contacts(site: CheckedSite) -> None:
    """Report the cards of contacts (`.vcf`) that are cut (RFC 6350, section 6.1)."""
    for name in site.with_ending(".vcf"):
        text = (site.output / name).read_bytes().decode("utf-8-sig", "replace")
        if fault := cut_card(text):
            line, what = fault
            site.add(rules.UNREADABLE_CARD(what=what).at(site.label(name), line))


def cut_card(text: str) -> tuple[int, str] | None:
    """Return the line at which a card is cut, and what is missing there."""
    begun = 0
    is_card = False
    for number, line in enumerate(text.upper().splitlines(), 1):
        is_begin, is_end = (line.strip() == mark for mark in _CARD)
        is_card |= is_begin
        if (is_begin and begun) or (is_end and not begun):
            return begun or number, _CARD[is_begin]
        begun = number if is_begin else 0 if is_end else begun
    return (begun, _CARD[1]) if begun else None if is_card else (1, _CARD[0])


def calendar_diagnostics(data: bytes) -> list[Diagnostic]:
    """Return what is wrong with a calendar, each with its line alone."""
    text = data.decode("utf-8-sig", "replace")
    if not text.strip():
        return [rules.EMPTY_CALENDAR()]
    try:
        calendars = read_parts(text)
    except BrokenLine as broken:
        return [rules.UNREADABLE_CALENDAR().at("", broken.line)]
    if unclosed := _unclosed(calendars):
        return [unclosed]
    found: list[Diagnostic] = []
    for calendar in calendars:
        if calendar.name != "VCALENDAR":
            return [rules.UNREADABLE_CALENDAR().at("", calendar.line)]
        for one in _of_calendar(calendar):
            found.append(one)
            if len(found) == _MOST:
                return found
    return found


def _unclosed(parts: list[Part]) -> Diagnostic | None:
    """Return the innermost part that has no end, with the line where it begins."""
    last = None
    while parts and not parts[-1].end:
        last, parts = parts[-1], parts[-1].parts
    return rules.UNCLOSED_CALENDAR(name=last.name).at("", last.line) if last else None


def _of_calendar(calendar: Part) -> _Found:
    yield from _missing(calendar, "ce calendrier", _CALENDAR_NEEDS)
    own_zones = {zone.value for part in calendar.holds("VTIMEZONE") for zone in part.all("TZID")}
    seen, reported = Counter[str](), set[str]()
    for event in calendar.holds("VEVENT"):
        yield from _of_event(event)
        yield from _unknown_zones(event, own_zones, reported)
        uid = event.first("UID")
        if uid and not event.first("RECURRENCE-ID"):
            seen[uid.value] += 1
            if seen[uid.value] == 2:
                yield rules.TWIN_EVENTS_IN_CALENDAR(identifier=uid.value).at("", uid.line)


def _missing(part: Part, what: str, needs: tuple[str, ...]) -> _Found:
    for need in needs:
        if not part.first(need):
            yield rules.INCOMPLETE_CALENDAR(what=what, need=need).at("", part.line)


def _of_event(event: Part) -> _Found:
    named = event.first("SUMMARY") or event.first("UID")
    name = named.value if named else "sans nom"
    what = f"l'événement « {name} » du calendrier"
    missing = list(_missing(event, what, _EVENT_NEEDS))
    twice = [one for key in _ONCE for one in event.all(key)[1:]]
    yield from missing
    for one in twice:
        yield rules.VALUE_TWICE_IN_CALENDAR(key=one.name, what=what).at("", one.line)
    if event.first("DTEND") and (lasts := event.first("DURATION")):
        opposed = rules.OPPOSED_VALUES_IN_CALENDAR(key="DURATION", other="DTEND", what=what)
        yield opposed.at("", lasts.line)
    unread = False
    for one in event.properties:
        if one.name in _TYPED and _read(one) is None:
            unread = True
            yield rules.UNREADABLE_VALUE_IN_CALENDAR(key=one.name, what=what).at("", one.line)
    if not (missing or twice or unread):
        yield from _of_times(event, name, what)


def _read(one: Property) -> Any:
    """Return the value of a property; None when it cannot be read."""
    try:
        return _READ.from_ical(one.name, one.value.strip())  # type: ignore[no-untyped-call]  # untyped
    except (ValueError, KeyError, IndexError, OverflowError, TypeError):
        return None


def _of_times(event: Part, name: str, what: str) -> _Found:
    """Give what is wrong with the end and the repeats of an event, all of whose values are read."""
    begins, ends, repeats = (event.first(key) for key in ("DTSTART", "DTEND", "RRULE"))
    start = _read(begins) if begins else None
    if ends and (end := _read(ends)) is not None:
        if isinstance(end, datetime) != isinstance(start, datetime):
            yield rules.END_OF_ANOTHER_KIND(key="DTEND", value=ends.value, what=what).at(
                "", ends.line
            )
        elif begins and _zone(begins) == _zone(ends) and end < start:
            yield rules.EVENT_ENDS_TOO_EARLY(name=name).at("", ends.line)
    if repeats:
        yield from _of_repeats(repeats, start, what)


def _zone(one: Property) -> str:
    return "Z" if one.value.strip().upper().endswith("Z") else one.parameters.get("TZID", "")


def _of_repeats(repeats: Property, start: Any, what: str) -> _Found:
    rule = {key.upper(): value for key, value in _read(repeats).items()}
    if "FREQ" not in rule:
        need = f"la répétition de {what}"
        yield rules.INCOMPLETE_CALENDAR(what=need, need="FREQ").at("", repeats.line)
    if "UNTIL" not in rule:
        return
    if "COUNT" in rule:
        opposed = rules.OPPOSED_VALUES_IN_CALENDAR(key="COUNT", other="UNTIL", what=what)
        yield opposed.at("", repeats.line)
    until = rule["UNTIL"][0] if isinstance(rule["UNTIL"], list) else rule["UNTIL"]
    if isinstance(until, datetime) != isinstance(start, datetime):
        written = re.search(r"(?i)UNTIL=([^;]*)", repeats.value)
        shown = written[1] if written else ""
        yield rules.END_OF_ANOTHER_KIND(key="UNTIL", value=shown, what=what).at("", repeats.line)


def _unknown_zones(event: Part, own: set[str], reported: set[str]) -> _Found:
    """Give the zones that neither the calendar nor the world knows, once each (section 3.2.19)."""
    for one in event.properties:
        zone = one.parameters.get("TZID", "")
        if not zone or zone in own or zone in reported or _is_zone(zone):
            continue
        reported.add(zone)
        near = nearest(zone, available_timezones(), 0.75)
        hint = f"Vouliez-vous dire « {near} » ?" if near else None
        yield rules.UNKNOWN_ZONE_IN_CALENDAR(zone=zone, hint=hint).at("", one.line)


def _is_zone(zone: str) -> bool:
    return zone.startswith("/") or zone in available_timezones() or zone in WINDOWS_TO_OLSON
