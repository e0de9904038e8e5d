"""Dates and hours as members write them: one reading, of events and of posts.

`2026-03-12`, `12/03/2026 18h30`, `12.3.26`, « jeudi 12 mars 2026 à 18 h 30 », « March 12, 2026 »,
with an offset from UTC behind an hour (`2026-03-12 18:30 +00:00`): see `moment_forms.py`. A date
that does not exist is refused, and what may mean another is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from core.clock import Day, Moment
from core.french.dates import french_date, weekday
from core.names import plain
from jekyll.front_matter import moment_forms
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.yaml_values import Value

Groups = Mapping[str, str | None]

_HOUR_ALONE = re.compile(rf"(?:a |vers |jusqu.a )?{moment_forms.HOUR}{moment_forms.ABOUT}")
_NO_SUCH_DAY = "Ce jour n'existe pas"


@dataclass(frozen=True)
class WrittenMoment:
    """A day, perhaps with an hour, perhaps with the offset of that hour from UTC."""

    day: Day  # as written, like what follows
    hour: time | None = None
    offset: tzinfo | None = None
    doubt: str = ""  # what to mend, in French, when the same words may mean another day; else ""
    # The day that Ruby's `Time.parse`, hence Jekyll, reads there, when it is another.
    in_ruby: Day | None = None

    def in_zone(self, zone: tzinfo) -> Moment:
        """Return the day, or the moment in a zone: an hour without an offset is of that zone."""
        if self.hour is None:
            return self.day
        moment = datetime.combine(self.day, self.hour, self.offset or zone)
        try:
            return moment.astimezone(zone)
        except OverflowError:  # on the first or the last day that there is
            return moment


def written_moment(value: Value, near: Day | None = None) -> WrittenMoment:
    """Return what is written.

    Args:
        near: the day of the file's name, which tells the year that is not written, and whether day
            and month are as meant.

    Raises BadValue: it is no moment, or it does not exist.
    """
    text = _text(value)
    found = next(moment_forms.forms_of(text), None) if len(text) <= moment_forms.LONGEST else None
    if found is None:
        raise BadValue(moment_forms.what_is_wrong(text))
    read = _short_year(found, near) if len(found["year"] or "") == 2 else _day(found, near)
    name = found["weekday"]
    if name and not read.doubt and moment_forms.WEEKDAYS[name] != read.day.weekday():
        weekday_fact = f"Le {french_date(read.day)} est un {weekday(read.day)}"
        read = replace(read, doubt=f"{weekday_fact} : corrigez le jour ou son nom.")
    if not (found["hour"] or found["noon"]):
        return read
    return replace(read, hour=_hour(found), offset=_offset(found))


def hour_alone(value: Value) -> time | None:
    """Return an hour of a day that is given elsewhere (`21h`), or None when it is not only that.

    Raises BadValue: it does not exist.
    """
    found = _HOUR_ALONE.fullmatch(_text(value)[: moment_forms.LONGEST + 1])
    return _hour(found.groupdict()) if found else None


def _text(value: Value) -> str:
    """Return what is written, without accents nor capitals; "" for a list."""
    content = value.content if isinstance(value.content, str) else ""
    return " ".join(plain(content).split())


def _day(found: Groups, near: Day | None) -> WrittenMoment:
    """Return the day of a form that has a whole year, or none."""
    day, month = int(found["day"] or 0), _month(found)
    if not found["year"]:
        return WrittenMoment(_nearest_year(day, month, near))
    year = int(found["year"])
    read = _date(year, month, day)
    if read is None:
        raise BadValue(_no_such_day(found, year, month, day))
    if found.get("month") and near and near != read and near == _date(year, day, month):
        return WrittenMoment(read, doubt=_swapped(read, near))
    return WrittenMoment(read)


def _swapped(read: Day, near: Day) -> str:
    return (
        f"On y lit le {french_date(read)}, et le nom du fichier dit le {french_date(near)} : "
        "écrivez le mois en lettres."
    )


def _short_year(found: Groups, near: Day | None) -> WrittenMoment:
    """Return the day of `12.3.26`, where the year is last, or else first as in Ruby."""
    first, month, last = int(found["day"] or 0), _month(found), int(found["year"] or 0)
    read = _date(2000 + last, month, first)
    in_ruby = _date(2000 + first if first < 69 else 1900 + first, month, last)
    if read is None and in_ruby is None:
        raise BadValue(f"{_NO_SUCH_DAY}. {moment_forms.EXPECTED}")
    if read is None or in_ruby is None or read == in_ruby:
        return WrittenMoment(read or in_ruby or Day(date.min))
    if near == in_ruby:
        return WrittenMoment(in_ruby)
    is_far = near is not None and abs(near - in_ruby) < abs(near - read)
    if found["sign_between"] == "-" or is_far:
        doubt = f"Écrivez l'année en entier : {read:%d/%m/%Y}, ou {in_ruby:%d/%m/%Y}."
        return WrittenMoment(read, doubt=doubt, in_ruby=in_ruby)
    return WrittenMoment(read, in_ruby=in_ruby)


def _month(found: Groups) -> int:
    name = found.get("name")
    return moment_forms.MONTHS[name] if name else int(found["month"] or 0)


def _date(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(date(year, month, day))
    except ValueError:
        return None


def _nearest_year(day: int, month: int, near: Day | None) -> Day:
    """Return the day that is the nearest to another, of those of all years."""
    if near is None:
        raise BadValue(f"Il manque l'année. {moment_forms.EXPECTED}")
    days = [_date(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    there = [one for one in days if one]
    if not there:
        raise BadValue(f"{_NO_SUCH_DAY}. {moment_forms.EXPECTED}")
    return min(there, key=lambda one: abs(one - near))


def _no_such_day(found: Groups, year: int, month: int, day: int) -> str:
    """Return what to do about a day that does not exist: its month may stand in its place."""
    if not (found.get("month") and _date(year, day, month)):
        return f"{_NO_SUCH_DAY}. {moment_forms.EXPECTED}"
    if found.get("between"):
        return f"{_NO_SUCH_DAY} : le mois vient avant le jour, {year:04}-{day:02}-{month:02}."
    return f"{_NO_SUCH_DAY} : le jour vient avant le mois, {month:02}/{day:02}/{year:04}."


def _hour(found: Groups) -> time:
    if found["noon"]:
        return time(12)
    hour = int(found["hour"] or 0)
    half = found["half"] or found["whole_half"]
    if half and not 1 <= hour <= 12:
        raise BadValue(f"Cette heure n'existe pas. {moment_forms.EXPECTED_HOUR}")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = int(found["minute"] or found["french_minute"] or 0)
    try:
        return time(hour, minute, int(found["second"] or 0))
    except ValueError as error:
        raise BadValue(f"Cette heure n'existe pas. {moment_forms.EXPECTED_HOUR}") from error


def _offset(found: Groups) -> tzinfo | None:
    if found["utc"]:
        return UTC
    if not found["sign"]:
        return None
    hours, minutes = int(found["hours"] or 0), int(found["minutes"] or 0)
    if hours > 23 or minutes > 59:
        raise BadValue(f"Ce décalage horaire n'existe pas. {moment_forms.EXPECTED}")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if found["sign"] == "-" else offset)
