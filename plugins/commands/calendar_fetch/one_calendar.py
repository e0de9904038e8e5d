"""One calendar read again: what is kept of it, in which state, and what is reported."""

from __future__ import annotations

import email.utils
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from commands.calendar_fetch.child_process import Fetched, fetch
from commands.calendar_fetch.http_request import Answer, Question
from commands.calendar_fetch.reconciliation import gone_since, losses, named, wanted
from content_types.calendars.stored_calendars import State, StoredCalendar
from content_types.commons.actor import Actor
from content_types.commons.calendar_source import CalendarSource
from core.clock import ZONE, Day
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import calendars as rules
from core.french.dates import french_date

BEFORE, AFTER = timedelta(days=31), timedelta(days=373)  # a year, and the week until it is reread
_LONGEST_WAIT = timedelta(days=7)  # whatever is asked


@dataclass(frozen=True)
class Limits:
    """How calendars are asked (see `Question`)."""

    seconds: float = 20.0
    pause: float = 1.0


@dataclass(frozen=True)
class Reread:
    """What came of one calendar."""

    calendar: StoredCalendar | None  # what is kept of it, or None when it has never been read
    state: State  # how it was read
    told: tuple[Diagnostic, ...] = ()  # what is told of it, without its place
    is_read: bool = False  # it answered, and was believed


def reread(
    actor: Actor,
    source: CalendarSource,
    kept: StoredCalendar | None,
    state: State,
    now: datetime,
    limits: Limits,
) -> Reread:
    """Ask for a calendar, and return what came of it: the last good copy, or a new one.

    Args:
        actor, source: whose it is, and which.
        kept: the last good copy, or None.
        state: how it was read before.
        now: the UTC moment.
        limits: how it is asked.
    """
    who = {"actor": actor.name, "address": source.address}
    if state.not_before and datetime.fromisoformat(state.not_before) > now:
        day = french_date(datetime.fromisoformat(state.not_before).astimezone(ZONE))
        return Reread(kept, state, (rules.CALENDAR_WAITS(day=day, **who),))
    today = Day(now.astimezone(ZONE).date())
    filters = json.dumps([source.keep, source.leave, source.has_tentative], ensure_ascii=False)
    is_fresh = kept is not None and state.is_fresh(today) and state.filters == filters
    names = (state.etag, state.modified) if is_fresh else ("", "")
    question = Question(source.address, *names, limits.seconds, limits.pause)
    first, last = Day(today - BEFORE), Day(today + AFTER)
    fetched = fetch(question, first, last, has_tentative=source.has_tentative)
    answer = fetched.answer
    if answer.reason:
        fails = rules.CALENDAR_FAILS(reason=answer.reason, **who)
        return Reread(kept, _failed(state, answer, now), (fails,))
    well = replace(state, fails_since="", reason="", is_shrunk=False, not_before="")
    if answer.is_same:
        return Reread(kept, well, (), True)
    old = kept or StoredCalendar(source.address)
    before = old.announcements
    found = named(wanted(fetched.found, source), before, source.address, old.gone)
    made = StoredCalendar(source.address, tuple(found), tuple(gone_since(old, found, today)))
    lost = losses(made.announcements, before, now)
    if lost and state.filters == filters and not state.is_shrunk:
        shrunk = rules.SHRUNK_CALENDAR(lost=lost[0], all=lost[1], **who)
        return Reread(kept, replace(well, is_shrunk=True), (shrunk,))
    told = [rules.CALENDAR_LEFT_OUT(what=it, **who) for it in _left_out(fetched, made)]
    read = State(today.isoformat(), answer.etag, answer.modified, filters)
    return Reread(made, well if is_fresh and made == kept else read, tuple(told), True)


def _failed(state: State, answer: Answer, now: datetime) -> State:
    since = state.fails_since or now.astimezone(ZONE).date().isoformat()
    wait = _not_before(answer.retry_after, now)
    return replace(state, fails_since=since, reason=answer.reason, not_before=wait)


def _not_before(told: str, now: datetime) -> str:
    """Return the moment that Retry-After tells: seconds, or a date (RFC 9110, 10.2.3)."""
    if told.strip().isdecimal():
        moment = now + timedelta(seconds=int(told[:9]))
    else:
        try:
            moment = email.utils.parsedate_to_datetime(told).astimezone(UTC)
        except (TypeError, ValueError):
            return ""
    return min(moment, now + _LONGEST_WAIT).isoformat(timespec="seconds") if moment > now else ""


def _left_out(fetched: Fetched, made: StoredCalendar) -> list[str]:
    """Return what is told of a calendar that was read, in French, a line each."""
    told = []
    for kind, (count, example) in fetched.notes.items():
        shown = f" : « {example} »" if example else ""
        first = f", d'abord{shown}" if example and count > 1 else shown
        told.append(f"{kind} ({count}{first})" if count > 1 else f"{kind}{shown}")
    if fetched.found and not made.announcements:
        told.append("aucun événement n'a les mots de « garder », ou n'échappe à « ecarter »")
    return told
