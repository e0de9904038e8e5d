"""Feeds (Atom, RSS), the map of the site, and calendars: what other programs read."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.parsers import expat

import icalendar

from checks.site import CheckedSite
from diagnostics import ERROR, Diagnostic

_Told = tuple[int, str, str]
_OTHER_XML = (".svg", ".xhtml", ".kml", ".gpx", ".opml", ".xsl", ".xslt")
_HEAD = 1024  # bytes
_UNREADABLE = "ce fichier XML ne se lit pas"
_LOOK_THERE = "Vérifiez les balises de cette ligne, et de celle d'avant."
_REDO = "Refaites-le avec le logiciel qui l'a écrit."
_EXPORT = "Exportez-le de nouveau depuis votre agenda."
_ATOM = "{http://www.w3.org/2005/Atom}"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_FEED_NEEDS = ("id", "title", "updated")  # RFC 4287, section 4.1.1 and 4.1.2
_RSS_NEEDS = ("title", "link", "description")  # RSS 2.0, required channel elements
_ICS_NEEDS = ("UID", "DTSTAMP", "DTSTART")  # RFC 5545, section 3.6.1, with a METHOD or not


def check_feeds(site: CheckedSite) -> None:
    """Tell the feeds and maps that are not well-formed or miss what they must hold."""
    for name in site.with_ending(".xml", ".rss", ".atom"):
        for line, message, hint in feed_diagnostics((site.output / name).read_bytes()):
            _tell(site, name, line, message, hint)
    for name in site.with_ending(*_OTHER_XML):
        is_theirs = name in site.documents or name in site.site.copied
        if is_theirs and (line := broken_line((site.output / name).read_bytes())):
            _tell(site, name, line, _UNREADABLE, _LOOK_THERE)


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


def feed_diagnostics(data: bytes) -> list[_Told]:
    """Return the line (0 for none), the message and the hint of each fault of an XML file."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return [(error.position[0], _UNREADABLE, _LOOK_THERE)]
    if root.tag == f"{_ATOM}feed":
        return _atom_diagnostics(root)
    if root.tag == "rss":
        return _rss_diagnostics(root)
    return []


def _atom_diagnostics(root: ElementTree.Element) -> list[_Told]:
    diagnostics = []
    entries = root.findall(f"{_ATOM}entry")
    for what, element in [("le flux", root), *((_entry_name(entry), entry) for entry in entries)]:
        for need in _FEED_NEEDS:
            found = element.find(_ATOM + need)
            if found is None or not "".join(found.itertext()).strip():
                diagnostics.append((0, f"{what} n'a pas de « {need} »", f"Ajoutez <{need}>."))
            elif need == "updated" and not _RFC3339.fullmatch((found.text or "").strip()):
                message = f"{what} a une date fausse : « {found.text} »"
                diagnostics.append((0, message, "Écrivez-la ainsi : 2026-03-12T18:30:00+01:00."))
    ids = [entry.findtext(f"{_ATOM}id") for entry in entries]
    for twice in sorted({i for i in ids if i and ids.count(i) > 1}):
        message = f"deux entrées du flux ont le même identifiant : « {twice} »"
        diagnostics.append((0, message, "Donnez à chacune le sien."))
    return diagnostics


def _entry_name(entry: ElementTree.Element) -> str:
    title = entry.find(f"{_ATOM}title")
    words = " ".join("".join(title.itertext()).split()) if title is not None else ""
    return f"l'entrée « {words} » du flux" if words else "une entrée du flux"


def _rss_diagnostics(root: ElementTree.Element) -> list[_Told]:
    channel = root.find("channel")
    if channel is None:
        return [(0, "le flux n'a pas de « channel »", _REDO)]
    missing = [need for need in _RSS_NEEDS if channel.find(need) is None]
    return [(0, f"le flux n'a pas de « {need} »", f"Ajoutez <{need}>.") for need in missing]


def check_calendars(site: CheckedSite) -> None:
    """Tell the calendars that other programs would not read."""
    for name in site.with_ending(".ics"):
        for line, message in calendar_diagnostics((site.output / name).read_bytes()):
            _tell(site, name, line, message, _EXPORT)


def calendar_diagnostics(data: bytes) -> list[tuple[int, str]]:
    """Return the line (0 for none) and the message of each fault of a calendar."""
    try:
        calendars = icalendar.Calendar.from_ical(data, multiple=True)
    except (ValueError, KeyError, IndexError, OverflowError):
        return [(0, "ce calendrier ne se lit pas")]
    if not calendars:
        return [_never_closed(data) or (0, "ce calendrier est vide")]
    diagnostics = []
    for calendar in calendars:
        needs = [need for need in ("PRODID", "VERSION") if need not in calendar]
        diagnostics += [f"ce calendrier n'a pas de « {need} »" for need in needs]
        for event in calendar.walk("VEVENT"):
            diagnostics += _event_diagnostics(event)
    return [(0, message) for message in dict.fromkeys(diagnostics)]


def _never_closed(data: bytes) -> tuple[int, str] | None:
    """Return where a part begins that has no end, and the words (RFC 5545, section 3.6)."""
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
    line, name = opened[-1]
    return line, f"ce calendrier ne se termine pas : « BEGIN:{name} » n'a pas de « END:{name} »"


def _event_diagnostics(event: icalendar.Event) -> list[str]:
    name = event.get("SUMMARY") or event.get("UID") or "sans nom"
    missing = [need for need in _ICS_NEEDS if need not in event]
    if missing:
        return [f"l'événement « {name} » du calendrier n'a pas de « {need} »" for need in missing]
    if event.errors:
        unread = event.errors[0][0]
        return [f"l'événement « {name} » du calendrier a un « {unread} » qui ne se lit pas"]
    if _ends_too_early(event):
        return [f"l'événement « {name} » du calendrier finit avant de commencer"]
    return []


def _ends_too_early(event: icalendar.Event) -> bool:
    if "DTEND" not in event:
        return False
    try:
        return event["DTEND"].dt < event["DTSTART"].dt
    except TypeError:
        return True  # a day and an hour, or one of them without its zone


def _tell(site: CheckedSite, name: str, line: int, message: str, hint: str) -> None:
    if name in site.documents:
        line = 0  # Liquid has moved its lines
    site.keep(Diagnostic(site.label(name), line, message, hint, ERROR))
