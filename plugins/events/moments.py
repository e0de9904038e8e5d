"""Dates and hours as members write them, strict, in the site's time zone.

`2026-03-12`, `2026-03-12 18:30`, `12/03/2026`, `12/03/2026 18h30`, `12/03/2026 à 18 h`. A date
that does not exist is refused, and so is an hour that does not on the day the clocks go forward.
An offset from UTC (`2026-03-12 18:30 +00:00`) is understood, and turned into the site's hour.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from front_matter import Value
from front_matter.schema import BadValue

ZONE = ZoneInfo("Europe/Paris")
Moment = date | datetime

# Farther years are slips of the keyboard, and would overflow on their way to UTC.
FIRST_YEAR, LAST_YEAR = 1970, 2199

_ISO_DAY = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_FRENCH_DAY = r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[0-9]{4})"
_HOUR = (
    r"(?P<hour>[0-9]{1,2})"
    r"(?:\s?[h:]\s?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.0+)?)?|\s?h)"
)
_OFFSET = r"(?:\s*(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2}))?"
_MOMENT = re.compile(
    rf"(?:{_ISO_DAY}|{_FRENCH_DAY})(?:(?:T|\s*,?\s+(?:à\s+)?){_HOUR}{_OFFSET})?", re.IGNORECASE
)
_HOUR_ALONE = re.compile(_HOUR, re.IGNORECASE)

EXPECTED = "Écrivez par exemple 2026-03-12, 2026-03-12 18:30 ou 12/03/2026 18h30."
_EXPECTED_HOUR = "Écrivez-la de 0:00 à 23:59 ; minuit est 0:00, le jour suivant."


def moment(value: Value) -> Moment:
    """Return a day, or a day and an hour of the site's time zone.

    Raises:
        BadValue: it is not written as one, or it does not exist.
    """
    found = _MOMENT.fullmatch(_written(value))
    if not found:
        raise BadValue(EXPECTED)
    day = _day(found)
    if found["hour"] is None:
        return day
    zone = _zone(found["offset"])
    if zone is None:
        return at(day, _hour(found))
    return datetime.combine(day, _hour(found), zone).astimezone(ZONE)


def moment_or_hour(value: Value) -> Moment | time:
    """Return a moment, or an hour alone (`21h`), of a day that is told elsewhere.

    Raises:
        BadValue: it is neither, or it does not exist.
    """
    found = _HOUR_ALONE.fullmatch(_written(value))
    return _hour(found) if found else moment(value)


def at(day: date, hour: time) -> datetime:
    """Return an hour of a day, in the site's zone; in autumn, the first of the two.

    Raises:
        BadValue: the clocks go forward over that hour.
    """
    local = datetime.combine(day, hour, ZONE)
    if not exists(local):
        raise BadValue(
            "Cette heure n'existe pas ce jour-là : on passe à l'heure d'été, "
            "et 2 h devient 3 h. Écrivez une heure avant 2 h, ou à partir de 3 h."
        )
    return local


def _written(value: Value) -> str:
    """Return what is written, its accents made of one character each; "" for a list."""
    content = value.content if isinstance(value.content, str) else ""
    return unicodedata.normalize("NFC", content).strip()


def _day(found: re.Match) -> date:
    names = ("year", "month", "day") if found["year"] else ("y", "m", "d")
    year, month, day = (int(found[name]) for name in names)
    try:
        read = date(year, month, day)
    except ValueError as error:
        raise BadValue(f"Ce jour n'existe pas. {EXPECTED}") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValue(f"Vérifiez l'année : elle va de {FIRST_YEAR} à {LAST_YEAR}.")
    return read


def _hour(found: re.Match) -> time:
    try:
        return time(int(found["hour"]), int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError as error:
        raise BadValue(f"Cette heure n'existe pas. {_EXPECTED_HOUR}") from error


def _zone(offset: str | None) -> tzinfo | None:
    if not offset:
        return None
    try:
        return datetime.strptime(offset.upper(), "%z").tzinfo
    except ValueError as error:
        raise BadValue(f"Ce décalage horaire n'existe pas. {EXPECTED}") from error


def exists(local: datetime) -> bool:
    """Return whether an hour of a zone exists: it comes back from UTC as it was."""
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)


def as_utc(value: Moment) -> datetime:
    """Return a moment in UTC, in which differences are true; a day begins at its midnight."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=ZONE)
    return value.astimezone(UTC)


def is_all_day(value: Moment) -> bool:
    """Return whether a moment is a day without an hour."""
    return not isinstance(value, datetime)
