"""A calendar (`.ics`) read: what it announces between two days, and what is told of it. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from commands.calendar_fetch.expansion import Dated, expand
from commands.calendar_fetch.ics_events import (
    TOO_MANY_EVENTS,
    UNKNOWN_ZONE,
    Notes,
    read_events,
    sequence_of,
)
from commands.calendar_fetch.ics_text import read_parts
from commands.calendar_fetch.ics_times import Zones
from commands.calendar_fetch.plain_text import (
    MOST_CATEGORY,
    MOST_LINE,
    MOST_TEXT,
    https_address,
    plain_text,
)
from content_types.calendars.announcement import Announcement
from content_types.events.event import CANCELLED, PLANNED
from content_types.events.local_time import as_utc
from core.clock import ZONE, Day, Moment

_MOST_CATEGORIES = 10
_MOST_DATES = 5_000  # of one calendar
_PLACE_AND_ADDRESS = re.compile(r"([^,;\d]+)[,;] *(.*\b\d{5}\b.*)")


def read_calendar(
    data: bytes, first: Day, last: Day, *, charset: str = "", has_tentative: bool = False
) -> tuple[list[Announcement], Notes]:
    """Return what a calendar announces between two days, in order, and what is told of it.

    Args:
        first, last: the days, in the site's zone.
        charset: the encoding that came with it, or "".
        has_tentative: what is not certain is taken too (RFC 5545, 3.8.1.11).

    Raises:
        NotACalendar: it is none, or it is cut.
    """
    notes = Notes()
    text = read_parts(data, first, last, charset)
    if text.left:
        notes.add(TOO_MANY_EVENTS, "", text.left)
    zones = Zones(text.zones, text.zone)
    groups = read_events(text, zones, notes)
    dated = [
        one
        for one in expand(groups.values(), first, last, zones, notes)
        if one.event.is_public and (has_tentative or one.event.status != "TENTATIVE")
    ]
    for name in sorted(zones.unknown):
        notes.add(UNKNOWN_ZONE, plain_text(name, MOST_CATEGORY))
    if len(dated) > _MOST_DATES:
        notes.add(TOO_MANY_EVENTS, "", len(dated) - _MOST_DATES)
        dated.sort(key=lambda one: (as_utc(_ours(one.start)), one.event.title))
    found = map(_announcement, dated[:_MOST_DATES])
    return sorted(found, key=lambda one: one.order), notes


def _announcement(one: Dated) -> Announcement:
    """Return what is kept of an event: these few facts, and nothing of people."""
    event = one.event
    place, address, online = _where(event.words("LOCATION"))
    categories = (plain_text(it, MOST_CATEGORY) for it in event.categories)
    return Announcement(
        uid=event.uid,
        recurrence_id=_ours(one.recurrence_id) if one.recurrence_id else None,
        title=event.title,
        start=_ours(one.start),
        end=_last_moment(one),
        place=place,
        address=address,
        online=online,
        url=https_address(event.words("URL")),
        status=CANCELLED if one.is_off else PLANNED,
        text=plain_text(event.words("DESCRIPTION"), MOST_TEXT),
        categories=tuple(dict.fromkeys(filter(None, categories)))[:_MOST_CATEGORIES],
        sequence=sequence_of(event.component),
    )


def _ours(moment: Moment) -> Moment:
    """Return a moment in the site's zone; an hour that clocks skip is the one after it (3.3.5)."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).astimezone(ZONE)
    return Day(moment)


def _last_moment(one: Dated) -> Moment | None:
    """Return the end as the site tells it: an hour, or a last day that is included."""
    if one.end is None or isinstance(one.end, datetime):  # an hour that clocks skip ends none
        is_after = one.end is not None and as_utc(_ours(one.end)) > as_utc(_ours(one.start))
        return _ours(one.end) if one.end and is_after else None
    last = one.end - timedelta(days=1)
    return Day(last) if last > one.start else None


def _where(location: str) -> tuple[str, str, str]:
    """Return the place, its address where they can be told apart, and where it is on the web."""
    if online := https_address(location):
        return "", "", online
    words = plain_text(re.sub(r"\s*\n\s*", ", ", location.strip()), MOST_LINE)
    parts = _PLACE_AND_ADDRESS.fullmatch(words)
    return (parts[1].strip(), parts[2].strip(), "") if parts else (words, "", "")
