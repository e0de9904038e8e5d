"""The bytes of a calendar (`.ics`) as the parts that are read: nothing else of it goes further.

Only known properties pass: people (ORGANIZER, ATTENDEE, CONTACT), alarms and attachments are left
out before anything is parsed.
"""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass, field
from datetime import date, timedelta

MOST_EVENTS = 5_000
_READ = frozenset(
    """UID DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SEQUENCE LAST-MODIFIED
    STATUS CLASS SUMMARY DESCRIPTION LOCATION URL CATEGORIES""".split()
)
_BEGIN, _END = "BEGIN:", "END:"
_PAGE = "c'est une page web, pas un agenda"
_NAME = re.compile(r"([A-Za-z0-9-]+)[;:]")
# Names of zones that hold a colon, such as Outlook's, ask for quotes (RFC 5545, 3.2).
_BARE_ZONE = re.compile(r";TZID=([^\";]{0,99}:[^\";]{0,99}?)(?=:\d{8}|;)", re.IGNORECASE)
# What is no date in a list of them (3.8.5.1, 3.8.5.2) gets a line of its own: the others are read.
_LIST = re.compile(r"((?:EXDATE|RDATE)(?:;[^:;\"]*(?:\"[^\"]*\")?)*:)(.*)", re.IGNORECASE)
_DAYS = re.compile(r"^DT(?:START|END)[^:]*:(\d{8})", re.IGNORECASE | re.MULTILINE)
_ENDLESS = re.compile(r"^(?:RRULE|RDATE|DURATION)[;:]", re.IGNORECASE | re.MULTILINE)
_UID = re.compile(r"^UID[^:]*:(.*)", re.IGNORECASE | re.MULTILINE)
_RULE = re.compile(r"(?:RRULE|EXRULE)[:;]", re.IGNORECASE)
# vCalendar 1.0, 2.1.2 (1996); e-mail addresses could hide there.
_ENCODED = re.compile(
    rb"^([^:\n]{0,99});(?:ENCODING=)?QUOTED-PRINTABLE([^:\n]{0,99}:)((?:[^\n]*=\n)*[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_MARGIN = timedelta(days=2)  # of zones
_MAIL = re.compile(r"mailto:([^\s;:,\"<>]+)", re.IGNORECASE)


class NotACalendar(Exception):
    """What was read is no calendar, or not all of one (RFC 5545, 3.4); says why, in French."""


@dataclass
class CalendarText:
    """The parts of a calendar, each a text of lines that are not folded."""

    events: list[str] = field(default_factory=list)  # the VEVENTs, what is in them left out
    zones: list[str] = field(default_factory=list)  # the VTIMEZONEs
    zone: str = ""  # what the calendar says is its zone (X-WR-TIMEZONE), or ""
    # The e-mail addresses of whoever is named, in lower case: to know, not to keep.
    people: frozenset[str] = frozenset()
    left: int = 0  # how many events are too many


def read_parts(data: bytes, first: date, last: date, charset: str = "") -> CalendarText:
    """Return the parts of a calendar; events that are far from two days are left out.

    Args:
        data: the calendar, whatever its ends of lines and its encoding.
        charset: the encoding that came with it, for what is not UTF-8.

    Raises:
        NotACalendar: it is none, or it is cut.
    """
    text = _text(data, charset)
    lines = text.split("\n")
    marks = [line.strip().upper() for line in lines if line[:1] in "BbEe"]
    begun = next((mark for mark in marks if mark.startswith(_BEGIN)), None)
    if begun is None:
        is_page = any(mark in data[:2000].lower() for mark in (b"<html", b"<!doctype"))
        raise NotACalendar(_PAGE if is_page else "ce n'est pas un agenda (.ics)")
    if marks.count(begun) > marks.count(begun.replace(_BEGIN, _END)):
        raise NotACalendar("l'agenda est coupé avant sa fin")
    found = CalendarText(people=frozenset(it.lower() for it in _MAIL.findall(text)))
    _part(lines, found)
    found.events = _near(found.events, first, last)
    found.left = len(found.events[MOST_EVENTS:])
    del found.events[MOST_EVENTS:]
    return found


def _text(data: bytes, charset: str) -> str:
    """Return a text whose lines are whole: they are unfolded first, for a fold may cut a letter."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")
    data = re.sub(rb"\r\n?", b"\n", data)
    data = re.sub(rb"\n+[ \t]", b"", data)
    data = _ENCODED.sub(_decoded, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(charset or "cp1252")
        except (LookupError, UnicodeDecodeError):
            return data.decode("latin-1")


def _decoded(line: re.Match[bytes]) -> bytes:
    """Return a line whose text is read (RFC 2045, 6.7)."""
    return line[1] + line[2] + re.sub(rb"\r?\n", rb"\\n", quopri.decodestring(line[3]))


def _near(events: list[str], first: date, last: date) -> list[str]:
    """Return the events of which one with the same name may be shown: to parse one takes long."""
    named = [(_UID.search(event), event) for event in events]
    near = {uid and uid[1] for uid, event in named if _may_be_near(event, first, last)}
    return [event for uid, event in named if (uid and uid[1]) in near]


def _may_be_near(event: str, first: date, last: date) -> bool:
    days: list[str] = _DAYS.findall(event)
    if not days or _ENDLESS.search(event):
        return True
    early, late = f"{first - _MARGIN:%Y%m%d}", f"{last + _MARGIN:%Y%m%d}"
    return max(days) >= early and min(days) <= late


def _part(lines: list[str], found: CalendarText) -> None:
    """Put each part where it goes; one that is not closed ends where the next one begins."""
    within: list[str] = []
    kept: list[str] = []
    for line in [*lines, "BEGIN:VEVENT"]:
        mark = line.strip().upper()
        if mark in ("BEGIN:VEVENT", "BEGIN:VTIMEZONE"):
            if within[:1] == ["VEVENT"]:
                found.events.append("\n".join([*filter(None, kept), "END:VEVENT"]))
            within, kept = [mark.removeprefix(_BEGIN)], [mark]
        elif mark.startswith(_BEGIN):
            within.append(mark.removeprefix(_BEGIN))
            kept.append(mark if within[0] == "VTIMEZONE" else "")
        elif mark.startswith(_END):
            name = mark.removeprefix(_END)
            kept.append(mark if within[:1] == ["VTIMEZONE"] or within[:1] == [name] else "")
            if within[:1] == [name] and name in ("VEVENT", "VTIMEZONE"):
                part = found.events if name == "VEVENT" else found.zones
                part.append("\n".join(filter(None, kept)))
            while name in within and within.pop() != name:
                pass
        elif within == ["VEVENT"]:
            named = _NAME.match(line)
            kept.append(_quoted(line) if named and named[1].upper() in _READ else "")
        elif within[:1] == ["VTIMEZONE"]:
            kept.append(line)
        elif mark.startswith("X-WR-TIMEZONE"):
            found.zone = line.partition(":")[2].strip()


def _quoted(line: str) -> str:
    if _RULE.match(line):
        return "".join(line.split())
    line = _BARE_ZONE.sub(r';TZID="\1"', line)
    listed = _LIST.fullmatch(line)
    if not listed:
        return line
    values = listed[2].replace(",", " ").split()
    kept = (",".join(it for it in values if it[:8].isdecimal() is good) for good in (True, False))
    return "\n".join(f"{listed[1]}{it}" for it in kept if it)
