"""When a post was published, as Jekyll reads its `date`: in the time zone of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, available_timezones

from core.diagnostics import nearest
from jekyll.front_matter import Value
from jekyll.front_matter.form import reads
from jekyll.front_matter.moments import WrittenMoment, written_moment
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text

# With its seconds, a time is a type of YAML's, of UTC when it tells no offset (yaml.org/type).
_ZONE = "Écrivez un nom, par exemple : Europe/Paris."
_YAML_TIME = re.compile(r"\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d")


@dataclass(frozen=True)
class PostMoment(WrittenMoment):
    """The date of a post.

    Attributes:
        is_supposed: its offset is not written.
    """

    is_supposed: bool = False


@reads("moment", "2026-12-12 18:30")
def post_moment(value: Value, near: date | None = None) -> PostMoment:
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


def calendar_day(day: date | datetime) -> date:
    """Return the day of a date or of a date and time."""
    return day.date() if isinstance(day, datetime) else day
