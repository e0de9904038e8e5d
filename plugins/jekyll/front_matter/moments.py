"""Dates and hours as members write them: one reading, of events and of posts.

`2026-03-12`, `2026-03-12 18:30`, `12/03/2026`, `12/03/2026 18h30`, `12/03/2026 à 18 h`, and an
offset from UTC behind an hour (`2026-03-12 18:30 +00:00`). A date that does not exist is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.yaml_values import Value

Moment = date | datetime

_ISO_DAY = (
    r"(?P<year>[0-9]{4})(?P<between>[-/])(?P<month>[0-9]{1,2})(?P=between)(?P<day>[0-9]{1,2})"
)
_FRENCH_DAY = r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})"
_HOUR = (
    r"(?P<hour>[0-9]{1,2})"
    r"(?:\s?[h:]\s?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]*)?)?|\s?h)"
)
_OFFSET = (
    r"(?:\s*(?:(?P<utc>Z|UTC|GMT)|"
    r"(?P<sign>[+-])(?P<hours>[0-9]{2}|[0-9]\b)(?::?(?P<minutes>[0-9]{2}))?))?"
)
_MOMENT = re.compile(
    rf"(?:{_ISO_DAY}|{_FRENCH_DAY})(?:(?:T|\s*,?\s+(?:à\s+)?){_HOUR}{_OFFSET})?", re.IGNORECASE
)
_HOUR_ALONE = re.compile(_HOUR, re.IGNORECASE)

EXPECTED = "Écrivez par exemple 2026-03-12, 2026-03-12 18:30 ou 12/03/2026 18h30."
_EXPECTED_HOUR = "Écrivez-la de 0:00 à 23:59 ; minuit est 0:00, le jour suivant."


@dataclass(frozen=True)
class WrittenMoment:
    """A day, perhaps with an hour, perhaps with the offset of that hour from UTC."""

    day: date
    hour: time | None = None
    offset: tzinfo | None = None

    def in_zone(self, zone: tzinfo) -> Moment:
        """Return the day, or the moment in a zone: an hour without an offset is of that zone."""
        if self.hour is None:
            return self.day
        moment = datetime.combine(self.day, self.hour, self.offset or zone)
        try:
            return moment.astimezone(zone)
        except OverflowError:  # on the first or the last day that there is
            return moment


def written_moment(value: Value) -> WrittenMoment:
    """Return what is written.

    Raises:
        BadValue: it is no moment, or it does not exist.
    """
    found = _MOMENT.fullmatch(_text(value))
    if not found:
        raise BadValue(EXPECTED)
    day = _day(found)
    if found["hour"] is None:
        return WrittenMoment(day)
    return WrittenMoment(day, _hour(found), _offset(found))


def hour_alone(value: Value) -> time | None:
    """Return an hour of a day that is told elsewhere (`21h`), or None when it is not only that.

    Raises:
        BadValue: it does not exist.
    """
    found = _HOUR_ALONE.fullmatch(_text(value))
    return _hour(found) if found else None


def _text(value: Value) -> str:
    """Return what is written, its accents made of one character each; "" for a list."""
    content = value.content if isinstance(value.content, str) else ""
    return unicodedata.normalize("NFC", content).strip()


def _day(found: re.Match[str]) -> date:
    names = ("year", "month", "day") if found["year"] else ("y", "m", "d")
    try:
        return date(*(int(found[name]) for name in names))
    except ValueError as error:
        raise BadValue(f"Ce jour n'existe pas. {EXPECTED}") from error


def _hour(found: re.Match[str]) -> time:
    try:
        return time(int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError as error:
        raise BadValue(f"Cette heure n'existe pas. {_EXPECTED_HOUR}") from error


def _offset(found: re.Match[str]) -> tzinfo | None:
    if found["utc"]:
        return UTC
    if not found["sign"]:
        return None
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if hours > 23 or minutes > 59:
        raise BadValue(f"Ce décalage horaire n'existe pas. {EXPECTED}")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if found["sign"] == "-" else offset)
