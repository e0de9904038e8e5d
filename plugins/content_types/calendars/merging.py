"""What calendars announce made events: moderated, each once, credited to all. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from content_types.calendars.announcement import Announcement
from content_types.calendars.choices import Choice
from content_types.calendars.duplicates import Candidate, put_together
from content_types.events.event import Credit, Event, Origin
from content_types.events.occurrence import Occurrence
from core.names import name_key


@dataclass(frozen=True)
class Found:
    """An announcement, and whose calendar it is of."""

    announcement: Announcement
    credit: Credit


def merge(
    events: Mapping[str, Event],
    found: Iterable[Found],
    choices: Mapping[str, Choice],
    host: str,
) -> tuple[dict[str, Event], list[Event]]:
    """Return the events that have files, with who else announces them, and those that have none.

    Args:
        events: those that have files, by file: each is shown as its file tells it.
        found: what calendars announce.
        choices: what members choose, by identifiers.
        host: what our own identifiers end with, once they come back from elsewhere.
    """
    own = {event.key: event for event in events.values()}
    candidates = [*_of_files(events), *_of_calendars(found, own, host)]
    credited, made = dict(events), []
    for same in put_together(candidates):
        first = same[0].source
        members = [it.source for it in same if isinstance(it.source, Found)]
        choice = _chosen(members, choices)
        credits = tuple(dict.fromkeys(it.credit for it in members))
        if choice.is_hidden or not members:
            continue
        if isinstance(first, str):
            both = tuple(dict.fromkeys((*credited[first].announced_by, *credits)))
            credited[first] = replace(credited[first], announced_by=both)
        else:
            made.append(_event(members, choice, credits))
    return credited, made


def _of_files(events: Mapping[str, Event]) -> Iterator[Candidate]:
    for name, event in sorted(events.items()):
        for one in event.occurrences:
            place = ", ".join(filter(None, event.place_of(one)))
            yield Candidate(event.title, one.start, place, ((event.key, None),), name, True)


def _of_calendars(
    found: Iterable[Found], own: Mapping[str, Event], host: str
) -> Iterator[Candidate]:
    """Yield what calendars tell, those first that say where."""
    for one in sorted(found, key=_rank):
        told = one.announcement
        ours = _own_key(told.uid, own, host)
        name = ours or (told.uid, told.recurrence_id)
        place = ", ".join(filter(None, (told.place, told.address)))
        yield Candidate(told.title, told.start, place, (name,), one, ours is not None)


def _rank(one: Found) -> tuple[bool, bool, str, tuple[datetime, str, str, str]]:
    told = one.announcement
    return (not told.place, not told.url, name_key(one.credit.name), told.order)


def _own_key(uid: str, own: Mapping[str, Event], host: str) -> tuple[str, None] | None:
    """Return what names an event of ours that somebody took into their calendar, or None."""
    key, sign, end = uid.rpartition("@")
    if not sign or end != host:
        return None
    return next(((it, None) for it in (key, key[: -len("-20261203")]) if it in own), None)


def _chosen(members: Iterable[Found], choices: Mapping[str, Choice]) -> Choice:
    chosen = Choice()
    for one in members:
        for key in (one.announcement.id, one.announcement.series):
            if key in choices:
                chosen = chosen.joined(choices[key])
    return chosen


def _event(members: list[Found], choice: Choice, credits: tuple[Credit, ...]) -> Event:
    told = members[0].announcement
    href = next((it.announcement.url for it in members if it.announcement.url), "")
    return Event(
        title=choice.title or told.title,
        href=href,
        occurrences=(Occurrence(told.start, told.end),),
        key=told.id,
        place=choice.place or told.place,
        address="" if choice.place else told.address,
        online=told.online,
        status=told.status,
        tags=told.categories,
        summary=told.text,
        announced_by=credits,
        origin=Origin(told.uid, told.recurrence_id, told.sequence),
        is_featured=choice.is_featured,
    )
