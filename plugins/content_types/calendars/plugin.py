"""The plugin: what is kept in `_agendas/` joins the events of a site when it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time
from hashlib import blake2b
from typing import TypeVar

from content_types.calendars.choices import Choice, read_choices
from content_types.calendars.merging import Found, merge
from content_types.calendars.stored_calendars import (
    CHOICES,
    MOST_BYTES,
    STATES,
    State,
    StoredCalendar,
    UnreadableCalendar,
    file_names,
    read_calendars_file,
    read_states,
)
from content_types.commons.actor import Actor, Commons
from content_types.commons.calendar_source import CalendarAges
from content_types.events.event import Credit
from content_types.events.plugin import Events
from core.clock import ZONE, build_day
from core.diagnostics import ContentError, Diagnostic
from core.diagnostics.catalog import calendars as rules
from core.diagnostics.os_errors import system_reason
from core.fingerprint import digest
from core.french.dates import french_date
from core.plain_files import read_inside
from jekyll.front_matter import parse_mapping
from jekyll.front_matter.source import decode, read_bytes
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.content_files import CALENDARS_FOLDER

Read = TypeVar("Read")


def read_calendars(context: SiteContext) -> None:
    """Add to the events of a site just loaded those that calendars announce."""
    events = context.get(Events)
    if events.has_agenda:
        reader = _Reader(context)
        found = list(reader.found())
        context.put(CalendarAges(reader.ages))
        choices = reader.choices(found)
        host = context.siteurl.partition("://")[2]
        by_name, made = merge(events.by_name, found, choices, host)
        state = digest([reader.read.digest(), events.by_name, context.get(Commons), choices, host])
        found_there = replace(events, by_name=by_name, from_calendars=tuple(made))
        context.put(replace(found_there, calendars_state=state))
        for event in made:
            context.add_changes(event.changes_at)


class _Reader:
    def __init__(self, context: SiteContext):
        self.context, self.site = context, context.site
        self.root = self.site.files.root / CALENDARS_FOLDER
        self.folder = f"{self.site.label}/{CALENDARS_FOLDER}"
        self.today = build_day(ZONE.key)
        self.ages: dict[str, str] = {}
        self.read = blake2b()

    def found(self) -> Iterator[Found]:
        """Yield what the calendars of actors announce; tell what is old, or of nobody."""
        actors = self.context.get(Commons).actors
        owners = {stem: name for name, stem in file_names(actors).items()}
        names = sorted(it.name for it in self.root.glob("*.json")) if self.root.is_dir() else []
        stored = {it: self._read(it, read_calendars_file) for it in names if it != STATES}
        states = self._read(STATES, read_states) if STATES in names else {}
        for file, calendars in stored.items():
            name = owners.get(file, "")
            yield from self._of_file(file, calendars or [], actors.get(name))
        for name, actor in actors.items():
            held = {it.address for it in stored.get(file_names(actors)[name]) or []}
            self._look_at(name, actor, held, states or {})

    def _of_file(
        self, file: str, calendars: list[StoredCalendar], actor: Actor | None
    ) -> Iterator[Found]:
        known = {it.address for it in actor.calendars} if actor else set()
        for one in calendars:
            if actor and one.address in known:
                credit = Credit(actor.name, actor.href)
                yield from (Found(it, credit) for it in one.announcements)
            else:
                self._tell(rules.STORE_OF_NOBODY(address=one.address).at(f"{self.folder}/{file}"))

    def _look_at(self, name: str, actor: Actor, held: set[str], states: dict[str, State]) -> None:
        """Tell the calendars of an actor that are not read, or not any more."""
        label = self.site.documents[name].source.label
        for one in actor.calendars:
            state = states.get(one.address, State())
            if one.address not in held and not state.fails_since:
                self._tell(rules.CALENDAR_NEVER_READ(address=one.address).at(label, one.line))
            days = (day for _, day in state.turns_old)
            self.context.add_changes(datetime.combine(day, time(), ZONE) for day in days)
            if since := state.stale_since(self.today):
                day, reason = french_date(since), f" ({state.reason})" if state.reason else ""
                stale = rules.STALE_CALENDAR(address=one.address, day=day, reason=reason)
                self._tell(stale.at(label, one.line))
                self.ages[actor.href] = day

    def choices(self, found: list[Found]) -> dict[str, Choice]:
        """Return what members choose."""
        label, told = f"{self.folder}/{CHOICES}", self.context.diagnostics
        if not (self.root / CHOICES).exists():
            return {}
        try:
            name = f"{CALENDARS_FOLDER}/{CHOICES}"
            text = decode(read_bytes(self.site.files.root, name, label, told), label, told)
            values = parse_mapping(text, label, told)
        except ContentError:
            return {}  # told
        ids = {it for one in found for it in (one.announcement.id, one.announcement.series)}
        return read_choices(values, label, frozenset(ids), told)

    def _read(self, name: str, read: Callable[[str], Read]) -> Read | None:
        """Return what a file holds; None when it is not as it was written, which is told."""
        path = f"{CALENDARS_FOLDER}/{name}"
        try:
            data = read_inside(self.site.files.root, path, MOST_BYTES)
            self.read.update(data)
            return read(data.decode())
        except UnreadableCalendar as bad:
            line, found = bad.line, f"« {bad.found} »"
        except UnicodeDecodeError:
            line, found = 0, "il n'est pas en UTF-8"
        except OSError as error:
            line, found = 0, system_reason(error)
        self._tell(rules.UNREADABLE_STORE(found=found).at(f"{self.folder}/{name}", line))
        return None

    def _tell(self, diagnostic: Diagnostic) -> None:
        self.context.diagnostics.add(diagnostic)
