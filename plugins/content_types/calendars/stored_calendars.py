"""The files of `_agendas/`: what calendars announce, and how they were last read. Pure.

They are written by `invoke agenda` alone: sorted, an event or a calendar a line, so that the
history of the site shows what changed, and two readings of the same give the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from content_types.calendars.announcement import Announcement, NoAnnouncement, as_data, from_data
from content_types.commons.actor import Actor
from core.clock import Day

STATES, CHOICES = "_etat.json", "choix.yml"
STALE_AFTER, SILENT_AFTER = 14, 21  # days: since it fails, or since nobody asks
FRESH_DAYS = 7  # after which a calendar that has not changed is read again: its dates move on
_ANY = "2026-12-01T00:00:00+00:00"
MOST_BYTES = 50_000_000
Made = TypeVar("Made")


class UnreadableCalendar(Exception):
    """A file is not as it was written.

    Attributes:
        line: 1-based, or 0 for the file as a whole.
        found: what is there, in French.
    """

    def __init__(self, line: int, found: str):
        super().__init__(found)
        self.line, self.found = line, found


class Gone(NamedTuple):
    """The names of what a calendar announced, for when it comes back; nothing of what it was."""

    subject: str  # the digest of its title, moment and place
    id: str  # as that of `Announcement`, like its series
    series: str
    day: str  # when it begins, ISO 8601


@dataclass(frozen=True)
class StoredCalendar:
    """What one calendar announces."""

    address: str  # where it was read
    announcements: tuple[Announcement, ...] = ()  # in order
    gone: tuple[Gone, ...] = ()  # what it no longer announces, and that is to come


@dataclass(frozen=True)
class State:
    """How a calendar was last read; days are ISO 8601."""

    read: str = ""  # the day of the last whole answer that was good
    etag: str = ""  # what names that answer (RFC 9110, 8.8), or ""
    modified: str = ""  # its date (the same)
    filters: str = ""  # what was kept and left out of it
    fails_since: str = ""  # the day from which it has not been read, or ""
    reason: str = ""  # why, in French, or ""
    is_shrunk: bool = False  # the last answer had lost nearly all, and was not believed
    not_before: str = ""  # the moment before which it is not to be asked (RFC 9110, 10.2.3), or ""

    def stale_since(self, today: Day) -> Day | None:
        """Return the day since which what is kept is old, when it is for too long."""
        return next((since for since, day in self.turns_old if day <= today), None)

    @property
    def turns_old(self) -> list[tuple[Day, Day]]:
        """Return the days since which it may be old, each with that on which it is for too long."""
        told = ((self.fails_since, STALE_AFTER), (self.read, SILENT_AFTER))
        days = [(Day(date.fromisoformat(day)), most) for day, most in told if day]
        return [(day, Day(day + timedelta(days=most))) for day, most in days]

    def is_fresh(self, today: Day) -> bool:
        """Return whether what is kept was read whole a short while ago."""
        since = Day(date.fromisoformat(self.read)) if self.read else None
        return since is not None and (today - since).days < FRESH_DAYS


def file_names(actors: Mapping[str, Actor]) -> dict[str, str]:
    """Return the file of each actor by that of the content; two of one name tell their universe."""
    counts = Counter(actor.key for actor in actors.values())
    return {
        name: f"{it.key if counts[it.key] == 1 else f'{it.universes[0]}-{it.key}'}.json"
        for name, it in actors.items()
    }


def write_calendars(calendars: Iterable[StoredCalendar]) -> str:
    """Return the file of an actor."""
    parts = []
    for one in calendars:
        lines = [_line(as_data(it)) for it in one.announcements]
        events = _listed(lines) if lines else ""
        gone = f', "gone": [{_listed(map(_line, one.gone))}]' if one.gone else ""
        parts.append(f'{{"address": {_line(one.address)}, "events": [{events}]{gone}}}')
    return f'{{"version": 1, "calendars": [{_listed(parts)}]}}\n'


def read_calendars_file(text: str) -> list[StoredCalendar]:
    """Return the calendars of the file of an actor.

    Raises UnreadableCalendar: it is not as it was written.
    """
    found = []
    for one in _held(text, list):
        try:
            address, events = one["address"], one["events"]
            told = [_read(it, text) for it in events]
            gone = tuple(Gone(*map(str, it)) for it in one.get("gone", ()))
        except (AttributeError, KeyError, TypeError):
            raise UnreadableCalendar(0, "address, events") from None
        found.append(StoredCalendar(str(address), tuple(told), gone))
    return found


def write_states(states: Mapping[str, State]) -> str:
    """Return the file of states, by the address of each calendar."""
    default = asdict(State())
    lines = []
    for address, state in sorted(states.items()):
        values = {name: it for name, it in asdict(state).items() if it != default[name]}
        lines.append(f"{_line(address)}: {_line(values)}")
    return f'{{"version": 1, "calendars": {{{_listed(lines)}}}}}\n'


def read_states(text: str) -> dict[str, State]:
    """Return the states by address; keys that are not known are left out.

    Raises UnreadableCalendar: the file is not as it was written.
    """
    kinds = {field.name: type(field.default) for field in fields(State)}
    found = {}
    for address, values in _held(text, dict).items():
        known: dict[str, Any] = {k: v for k, v in values.items() if type(v) is kinds.get(k)}
        found[address] = state = State(**known)
        try:
            moments = state.turns_old, datetime.fromisoformat(state.not_before or _ANY)
        except ValueError:
            moments = None
        if not moments or not moments[1].tzinfo:
            raise UnreadableCalendar(_line_of(address, text), address)
    return found


def _listed(lines: Iterable[str]) -> str:
    joined = ",\n".join(lines)
    return f"\n{joined}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _held(text: str, kind: type[Made]) -> Made:
    try:
        data: Any = json.loads(text)
    except json.JSONDecodeError as error:
        line = text.split("\n")[error.lineno - 1 : error.lineno] or [""]
        raise UnreadableCalendar(error.lineno, line[0].strip()[:60]) from None
    except RecursionError:
        raise UnreadableCalendar(0, "[[[…") from None
    held = data.get("calendars") if isinstance(data, dict) and data.get("version") == 1 else None
    if not isinstance(held, kind):
        raise UnreadableCalendar(1, text.split("\n", 1)[0].strip()[:60])
    return held


def _read(data: object, text: str) -> Announcement:
    try:
        return from_data(data)
    except NoAnnouncement as bad:
        raise UnreadableCalendar(_line_of(data, text), str(bad)[:60]) from None


def _line_of(data: object, text: str) -> int:
    written = _line(data)
    return next((n for n, it in enumerate(text.split("\n"), 1) if written in it), 0)
