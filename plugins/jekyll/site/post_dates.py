"""When a post was published, as Jekyll reads its `date`: in the time zone of the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, available_timezones

from core.clock import Day, Moment
from core.diagnostics import nearest
from jekyll.front_matter import Value
from jekyll.front_matter.date_parsing import WrittenMoment, written_moment
from jekyll.front_matter.form import reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text

# With its seconds, a time is a type of YAML's, of UTC when it tells no offset (yaml.org/type).
_ZONE = "Écrivez un nom, par exemple : Europe/Paris."
_YAML_TIME = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d")

# A date at the beginning of a name, as people write it.
_DATE_OTHERWISE = re.compile(
    r"(?:(?P<y1>\d{4})(?!\d[-_. ])[-_. ]?(?P<m1>\d\d?)[-_. ]?(?P<d1>\d\d?)"
    r"|(?P<d2>\d\d?)[-_. ](?P<m2>\d\d?)[-_. ](?P<y2>\d{4}))[-_. ]*(?P<title>.*)"
)

# A key was held too long, or struck twice: « 20026-03-12 ».
_LONG_YEAR = re.compile(r"\d{5}[-_. ]")


@dataclass(frozen=True)
class PostMoment(WrittenMoment):
    """The date of a post."""

    is_supposed: bool = False  # its offset is not written


@reads("moment", "2026-12-12 18:30")
def post_moment(value: Value, near: Day | None = None) -> PostMoment:
    """Read the date of a post; `near` is the day of its file's name."""
    written = PostMoment(**vars(written_moment(value, near)))
    words = value.content if value.is_plain and isinstance(value.content, str) else ""
    if written.offset is None and _YAML_TIME.match(words):
        return replace(written, offset=UTC, is_supposed=True)
    return written


def time_zone(value: Value) -> ZoneInfo:
    """Read the name of a time zone."""
    name = text(value, _ZONE).strip()
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        near = _near_zone(name)
        raise BadValue(f"Vouliez-vous dire « {near} » ? {_ZONE}" if near else _ZONE) from None


def _near_zone(name: str) -> str | None:
    """Return the zone whose town is nearly that of a name, wherever it is said to be."""
    by_town = {zone.rpartition("/")[2]: zone for zone in sorted(available_timezones())}
    near = nearest(name.rpartition("/")[2], by_town, 0.75)
    return by_town[near] if near else None


def calendar_day(day: Moment) -> Day:
    """Return the day of a date or of a date and time."""
    return Day(day.date()) if isinstance(day, datetime) else day


# « t09-51-20-960z- », as Decap CMS names files by their moment.
_HOUR = re.compile(r"(?i)\At\d\d[-.hT]?\d\d(?:[-.]?\d\d(?:[-.]\d{1,6})?)?z?(?:-|\Z)")


def dated_name(name: str) -> str:
    """Return the name that a post whose date is written otherwise must have, or ""."""
    stem, ending = posixpath.splitext(posixpath.basename(name))
    if _LONG_YEAR.match(stem):
        stem = re.sub(r"(\d)\1", r"\1", stem, count=1)
    found = _DATE_OTHERWISE.fullmatch(stem.strip())
    if not found:
        return ""
    try:
        day = date(*(int(found[f"{part}1"] or found[f"{part}2"]) for part in "ymd"))
    except ValueError:
        return ""
    title = _HOUR.sub("", "-".join(found["title"].split())) or "titre"
    return f"{day.isoformat()}-{title}{ending}"
