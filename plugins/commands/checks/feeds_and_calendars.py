"""Feeds (Atom, RSS), the map of the site, and calendars: what other programs read."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.parsers import expat

import icalendar

from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.data import (
    EMPTY_CALENDAR,
    EVENT_ENDS_TOO_EARLY,
    INCOMPLETE_CALENDAR,
    INCOMPLETE_FEED,
    TWIN_ENTRIES_IN_FEED,
    UNCLOSED_CALENDAR,
    UNREADABLE_CALENDAR,
    UNREADABLE_VALUE_IN_CALENDAR,
    UNREADABLE_XML,
    WRONG_DATE_IN_FEED,
)

_OTHER_XML = (".svg", ".xhtml", ".kml", ".gpx", ".opml", ".xsl", ".xslt")
_HEAD = 1024  # bytes
_FEED = "le flux"
_REDO = "Refaites-le avec le logiciel qui l'a écrit."
_ATOM = "{http://www.w3.org/2005/Atom}"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_FEED_NEEDS = ("id", "title", "updated")  # RFC 4287, section 4.1.1 and 4.1.2
_RSS_NEEDS = ("title", "link", "description")  # RSS 2.0, required channel elements
_ICS_NEEDS = ("UID", "DTSTAMP", "DTSTART")  # RFC 5545, section 3.6.1, with a METHOD or not


def check_feeds(site: CheckedSite) -> None:
    """Tell the feeds and maps that are not well-formed or miss what they must hold."""
    for name in site.with_ending(".xml", ".rss", ".atom"):
        for diagnostic in feed_diagnostics((site.output / name).read_bytes()):
            _report(site, name, diagnostic)
    for name in site.with_ending(*_OTHER_XML):
        is_copied = name in site.site.copied and not name.lower().endswith(".svg")  # see `images`
        is_theirs = is_copied or name in site.documents
        if is_theirs and (line := broken_line((site.output / name).read_bytes())):
            _report(site, name, UNREADABLE_XML().at("", line))


def broken_line(data: bytes) -> int:
    """Return the line on which an XML file does not parse; 0 if it does, or is none at all."""
    elements: list[str] = []
    parser = expat.ParserCreate()

    def note_root(name: str, attributes: dict[str, str]) -> None:
        elements.append(name.lower())
        parser.StartElementHandler = None

    parser.StartElementHandler = note_root
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):
        begins = data[:_HEAD].lstrip().startswith((b"<?xml", b"<svg"))
        is_xml = elements[0] != "html" if elements else begins
        return parser.CurrentLineNumber if is_xml else 0  # `check_whole` says what it is
    return 0


def feed_diagnostics(data: bytes) -> list[Diagnostic]:
    """Return what is wrong with an XML file, each with its line alone."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return [UNREADABLE_XML().at("", error.position[0])]
    if root.tag == f"{_ATOM}feed":
        return _atom_diagnostics(root)
    if root.tag == "rss":
        return _rss_diagnostics(root)
    return []


def _atom_diagnostics(root: ElementTree.Element) -> list[Diagnostic]:
    diagnostics = []
    entries = root.findall(f"{_ATOM}entry")
    for what, element in [(_FEED, root), *((_entry_name(entry), entry) for entry in entries)]:
        for need in _FEED_NEEDS:
            found = element.find(_ATOM + need)
            if found is None or not "".join(found.itertext()).strip():
                diagnostics.append(INCOMPLETE_FEED(what=what, need=need))
            elif need == "updated" and not _RFC3339.fullmatch((found.text or "").strip()):
                diagnostics.append(WRONG_DATE_IN_FEED(what=what, date=found.text))
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    twice = sorted({i for i in ids if i and ids.count(i) > 1})
    return diagnostics + [TWIN_ENTRIES_IN_FEED(identifier=identifier) for identifier in twice]


def _entry_name(entry: ElementTree.Element) -> str:
    title = entry.find(f"{_ATOM}title")
    words = " ".join("".join(title.itertext()).split()) if title is not None else ""
    return f"l'entrée « {words} » du flux" if words else "une entrée du flux"


def _rss_diagnostics(root: ElementTree.Element) -> list[Diagnostic]:
    channel = root.find("channel")
    if channel is None:
        return [INCOMPLETE_FEED(what=_FEED, need="channel", hint=_REDO)]
    missing = [need for need in _RSS_NEEDS if channel.find(need) is None]
    return [INCOMPLETE_FEED(what=_FEED, need=need) for need in missing]


def check_calendars(site: CheckedSite) -> None:
    """Tell the calendars that other programs would not read."""
    for name in site.with_ending(".ics"):
        for diagnostic in calendar_diagnostics((site.output / name).read_bytes()):
            _report(site, name, diagnostic)


def calendar_diagnostics(data: bytes) -> list[Diagnostic]:
    """Return what is wrong with a calendar, each with its line alone."""
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, OverflowError):
        return [UNREADABLE_CALENDAR()]
    if not calendars:
        return [_never_closed(data) or EMPTY_CALENDAR()]
    diagnostics = []
    for calendar in calendars:
        needs = [need for need in ("PRODID", "VERSION") if need not in calendar]
        diagnostics += [INCOMPLETE_CALENDAR(what="ce calendrier", need=need) for need in needs]
        for event in calendar.walk("VEVENT"):
            diagnostics += _event_diagnostics(event)
    return list(dict.fromkeys(diagnostics))


def _never_closed(data: bytes) -> Diagnostic | None:
    """Return a part that has no end, with the line where it begins (RFC 5545, section 3.6)."""
    opened: list[tuple[int, str]] = []
    for number, line in enumerate(data.splitlines(), 1):
        key, _, name = line.decode("utf-8", "replace").strip().upper().partition(":")
        if key == "BEGIN":
            opened.append((number, name))
        elif key == "END" and opened and opened[-1][1] == name:
            opened.pop()
        elif key == "END":
            break
    if not opened:
        return None
    begins, what = opened[-1]
    return UNCLOSED_CALENDAR(name=what).at("", begins)


def _event_diagnostics(event: icalendar.Component) -> list[Diagnostic]:
    name = event.get("SUMMARY") or event.get("UID") or "sans nom"
    what = f"l'événement « {name} » du calendrier"
    missing = [need for need in _ICS_NEEDS if need not in event]
    if missing:
        return [INCOMPLETE_CALENDAR(what=what, need=need) for need in missing]
    if event.errors:
        return [UNREADABLE_VALUE_IN_CALENDAR(what=what, key=event.errors[0][0])]
    return [EVENT_ENDS_TOO_EARLY(name=name)] if _ends_too_early(event) else []


def _ends_too_early(event: icalendar.Component) -> bool:
    if "DTEND" not in event:
        return False
    start, end = event.decoded("DTSTART"), event.decoded("DTEND")
    try:
        return bool(end < start)
    except TypeError:
        return True  # a day and an hour, or one of them without its zone


def _report(site: CheckedSite, name: str, diagnostic: Diagnostic) -> None:
    line = 0 if name in site.documents else diagnostic.line  # Liquid has moved its lines
    site.add(diagnostic.at(site.label(name), line))
