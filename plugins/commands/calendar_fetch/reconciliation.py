"""What a calendar announces now, beside what it announced before: names that stay, losses. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from commands.calendar_fetch.plain_text import uid_of_nobody
from content_types.calendars.announcement import Announcement, identifier
from content_types.calendars.duplicates import are_near, place_key, title_key
from content_types.calendars.stored_calendars import Gone, StoredCalendar
from content_types.commons.calendar_source import CalendarSource
from content_types.events.local_time import as_utc, instant
from content_types.events.occurrence import Occurrence
from core.clock import Day, iso
from core.names import name_key

_NEARLY_ALL = 0.8  # of what is to come: lost at once, it is not believed the first time


def wanted(found: Iterable[Announcement], source: CalendarSource) -> list[Announcement]:
    """Return what a source takes: its words begin words of titles, or of categories."""
    kept = []
    for one in found:
        words = f" {name_key(' '.join((one.title, *one.categories)))}"
        is_left = any(f" {name_key(it)}" in words for it in source.leave)
        if not is_left and (
            not source.keep or any(f" {name_key(it)}" in words for it in source.keep)
        ):
            kept.append(one)
    return kept


def named(
    found: Sequence[Announcement],
    before: Iterable[Announcement],
    address: str,
    remembered: Iterable[Gone] = (),
) -> list[Announcement]:
    """Return announcements with their identifiers, in order, each once.

    One that has another UID than before, and the same title, moment and place, is what it was: many
    programs make UIDs anew each time (RFC 5545, 3.8.4.7, asks them not to).
    """
    before = (replace(one, uid=uid_of_nobody(one.uid)) for one in before)  # of older readings
    old = {_name(one): one for one in before}
    gone = defaultdict(list)
    for name in old.keys() - {_name(one) for one in found}:
        gone[_subject(old[name])].append(old[name])
    known = {it.subject: it for it in remembered}
    made: dict[str, Announcement] = {}
    for one in found:
        same = old.get(_name(one)) or _taken(gone[_subject(one)], one)
        kept = _as_before(one, same) if same else _new(one, address)
        if not same and (it := known.pop(_digest(one), None)):
            kept = replace(kept, id=it.id, series=it.series)
        made.setdefault(kept.id, kept)
    return sorted(made.values(), key=lambda one: one.order)


def gone_since(kept: StoredCalendar, found: Iterable[Announcement], today: Day) -> list[Gone]:
    """Return the names of what is to come and is no longer announced, in order."""
    ids = {one.id for one in found}
    lost = [Gone(_digest(it), it.id, it.series, iso(it.start)[:10]) for it in kept.announcements]
    gone = {it.id: it for it in (*kept.gone, *lost) if it.id not in ids}
    return sorted(it for it in gone.values() if it.day >= today.isoformat())


def _digest(one: Announcement) -> str:
    return identifier(title_key(one.title), one.start, place_key(one.place))


def _name(one: Announcement) -> tuple[object, ...]:
    """Return what names it in its calendar; what it is, when nothing does."""
    if one.uid:
        return (one.uid, instant(one.recurrence_id))
    return ("", title_key(one.title), as_utc(one.start), one.place)


def _subject(one: Announcement) -> tuple[object, ...]:
    return (title_key(one.title), isinstance(one.start, datetime), as_utc(one.start))


def _taken(gone: list[Announcement], one: Announcement) -> Announcement | None:
    gone.sort(key=lambda it: (it.place != one.place, it.id))
    near = next((it for it in gone if are_near(it.place, one.place)), None)
    if near:
        gone.remove(near)
    return near


def _as_before(one: Announcement, same: Announcement) -> Announcement:
    return replace(
        one, id=same.id, series=same.series, uid=same.uid, recurrence_id=same.recurrence_id
    )


def _new(one: Announcement, address: str) -> Announcement:
    if not one.uid:
        return replace(one, id=identifier(address, title_key(one.title), one.start, one.place))
    slot = one.recurrence_id if one.recurrence_id is not None else ""
    series = identifier(address, one.uid) if one.recurrence_id is not None else ""
    return replace(one, id=identifier(address, one.uid, slot), series=series)


def losses(
    found: Iterable[Announcement], before: Iterable[Announcement], now: datetime
) -> tuple[int, int] | None:
    """Return how many of the dates to come are lost, and of how many; None when few are."""
    ids = {one.id for one in found}
    coming = [one for one in before if Occurrence(one.start, one.end).over_at > now]
    lost = sum(one.id not in ids for one in coming)
    is_shrunk = lost and (lost == len(coming) or lost > _NEARLY_ALL * len(coming))
    return (lost, len(coming)) if is_shrunk else None
