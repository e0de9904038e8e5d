"""Lines of calendars (RFC 5545, 3.1): properties, values, and where lines are folded. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache

from core.clock import ZONE, Moment

_MOST = 74  # octets: a line is shorter than 75 (3.1)
_ESCAPES = {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": r"\n"}  # in this order
_RULE_ORDER = "FREQ UNTIL COUNT INTERVAL BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST"
# The rules of Europe/Paris since 1996 (3.6.5): those of the European Union (directive 2000/84/EC),
# the last Sundays of March and of October, at 1 h UTC.
PARIS = [
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE.key}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
]


def text(words: str) -> str:
    r"""Return a text as calendars write it (3.3.11).

    >>> print(text("Soupe, pain ; vin"))
    Soupe\, pain \; vin
    """
    words = words.replace("\r\n", "\n")
    for sign, escaped in _ESCAPES.items():
        words = words.replace(sign, escaped)
    return words


def moments(name: str, values: Iterable[Moment]) -> str:
    """Return a property of days, or of hours of one zone (3.3.4 and 3.3.5)."""
    written = list(map(_moment, values))
    first = written[0]
    zone = f";TZID={ZONE.key}" if len(first) == 15 else ";VALUE=DATE" if len(first) == 8 else ""
    return f"{name}{zone}:{','.join(written)}"


def _moment(value: Moment) -> str:
    day = f"{value.year:04}{value.month:02}{value.day:02}"
    if not isinstance(value, datetime):
        return day
    is_utc = "Z" if value.tzinfo is UTC else ""
    return f"{day}T{value.hour:02}{value.minute:02}{value.second:02}{is_utc}"


def rule(parts: Mapping[str, str | Moment]) -> str:
    """Return a rule of recurrence (3.3.10), its parts in the usual order, numbers without plus."""
    values = {name: _moment(it) if isinstance(it, date) else it for name, it in parts.items()}
    values = {name: it if name == "BYDAY" else it.replace("+", "") for name, it in values.items()}
    return ";".join(f"{name}={values[name]}" for name in _RULE_ORDER.split() if name in values)


def as_bytes(lines: Iterable[str]) -> bytes:
    """Return lines as a calendar has them, folded where they are long."""
    folded = [it if len(it) <= _MOST and it.isascii() else _folded(it) for it in lines]
    return "\r\n".join([*folded, ""]).encode()


@lru_cache(maxsize=4096)  # the dates of a series say the same
def _folded(words: str) -> str:
    """Return a line in parts, none of which ends within a letter, nor within an escape."""
    line, parts = words.encode(), []
    while len(line) > _MOST:
        end = _MOST
        while line[end] & 0xC0 == 0x80:
            end -= 1
        end -= line[end - 1] in b"\\^"
        parts.append(line[:end])
        line = line[end:]
    return b"\r\n ".join([*parts, line]).decode()
