"""The plugin: what is kept in `_agendas/` joins the events of a site when it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from functools import cached_property
from typing import TypeVar

from content_types.calendars.choices import Choice, read_choices
from content_types.calendars.kept import CalendarFacts, Kept, find, state_of
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
from content_types.commons.actor import Commons
from content_types.commons.calendar_source import CalendarAges
from content_types.events.event import Credit, Event
from content_types.events.plugin import Events
from content_types.events.views import EventView, view_event
from core.clock import ZONE, build_day, build_moment
from core.diagnostics import ContentError, Diagnostics
from core.diagnostics.catalog import calendars as rules
from core.diagnostics.os_errors import system_reason
from core.french.dates import french_date
from core.plain_files import read_inside
from jekyll.front_matter import parse_mapping
from jekyll.front_matter.source import decode, read_bytes
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.content_files import CALENDARS_FOLDER

Read = TypeVar("Read")
Made = tuple[CalendarFacts, list[Event]]


@dataclass(frozen=True)
class Calendars:
    """What calendars announce.

    Attributes:
        make: returns what they tell, and the events that have no file.
        now: the moment of the build.
        state: names all that the agenda is made of, but for the moment; "" without calendars.
        kept: what an earlier build made of the same, if it still stands.
    """

    make: Callable[[], Made] = lambda: (CalendarFacts({}, {}, []), [])
    now: datetime = field(default_factory=build_moment)
    state: str = ""
    kept: Kept | None = None

    @cached_property
    def made(self) -> Made:
        """Return what `make` does, made once."""
        return self.make()

    @property
    def facts(self) -> CalendarFacts:
        """Return what they tell beside their events."""
        return self.kept.facts if self.kept else self.made[0]

    @cached_property
    def views(self) -> list[EventView]:
        """Return the events that have no file, as they are shown."""
        views = (view_event(event, self.now, str) for event in self.made[1])
        return list({view.event.key: view for view in views}.values())


def read_calendars(context: SiteContext) -> None:
    """Add to the events of a site just loaded those that calendars announce."""
    events, now = context.get(Events), build_moment()
    if not events.has_agenda:
        return
    reader = _Reader(context, events.by_name)
    state = state_of(context, reader.files) if reader.has_calendars else ""
    announced = Calendars(reader.make, now, state, find(state, now) if state else None)
    facts = announced.facts
    context.put(announced)
    context.diagnostics.merge(facts.diagnostics)
    context.put(CalendarAges(dict(reader.ages(facts.addresses))))
    credited = {
        name: replace(events.by_name[name], announced_by=it) for name, it in facts.credits.items()
    }
    context.put(replace(events, by_name=events.by_name | credited))
    if announced.kept:
        context.add_changes([announced.kept.until])
    else:
        context.add_changes(at for event in announced.made[1] for at in event.changes_at)


class _Reader:
    """Reads what a site has in `_agendas/`.

    Attributes:
        files: the bytes of what calendars announce, and of what members choose, by name.
        has_calendars: whether there are some of calendars.
    """

    def __init__(self, context: SiteContext, events: Mapping[str, Event]):
        self._context, self._site, self._events = context, context.site, events
        self._actors, diagnostics = context.get(Commons).actors, context.diagnostics
        self._folder = f"{self._site.label}/{CALENDARS_FOLDER}"
        root = self._site.files.root
        folder = root / CALENDARS_FOLDER
        names = sorted(it.name for it in folder.glob("*.json")) if folder.is_dir() else []
        self.files: dict[str, bytes] = {}
        for name in names:
            with self._reporting(name, diagnostics):
                self.files[name] = read_inside(root, f"{CALENDARS_FOLDER}/{name}", MOST_BYTES)
        self._states: dict[str, State] = {}
        if states := self.files.pop(STATES, None):
            with self._reporting(STATES, diagnostics):
                self._states = read_states(states.decode())
        self.has_calendars = bool(self.files)
        if (folder / CHOICES).exists():
            name, label = f"{CALENDARS_FOLDER}/{CHOICES}", f"{self._folder}/{CHOICES}"
            with suppress(ContentError):  # reported
                self.files[CHOICES] = read_bytes(root, name, label, diagnostics)

    @contextmanager
    def _reporting(self, name: str, diagnostics: Diagnostics) -> Iterator[None]:
        """Report, in a block, that a file is not as it was written."""
        try:
            yield
            return
        except UnreadableCalendar as bad:
            line, found = bad.line, f"« {bad.found} »"
        except UnicodeDecodeError:
            line, found = 0, "il n'est pas en UTF-8"
        except OSError as error:
            line, found = 0, system_reason(error)
        diagnostics.add(rules.UNREADABLE_STORE(found=found).at(f"{self._folder}/{name}", line))

    def make(self) -> Made:
        """Return what calendars announce, moderated, each event once."""
        diagnostics = Diagnostics()
        owners = {stem: name for name, stem in file_names(self._actors).items()}
        stored: dict[str, list[StoredCalendar]] = {}
        for file, data in self.files.items():
            if file != CHOICES:
                with self._reporting(file, diagnostics):
                    stored[file] = read_calendars_file(data.decode())
        found: list[Found] = []
        for file, calendars in stored.items():
            actor = self._actors.get(owners.get(file, ""))
            known = {it.address for it in actor.calendars} if actor else set()
            for one in calendars:
                if actor and one.address in known:
                    credit = Credit(actor.name, actor.href)
                    found += [Found(it, credit) for it in one.announcements]
                else:
                    nobody = rules.STORE_OF_NOBODY(address=one.address)
                    diagnostics.add(nobody.at(f"{self._folder}/{file}"))
        host = self._context.siteurl.partition("://")[2]
        by_name, made = merge(self._events, found, self._chosen(found, diagnostics), host)
        addresses = {file: {it.address for it in calendars} for file, calendars in stored.items()}
        credits = {
            name: event.announced_by
            for name, event in by_name.items()
            if event is not self._events[name]
        }
        return CalendarFacts(addresses, credits, diagnostics.taken()), made

    def _chosen(self, found: list[Found], diagnostics: Diagnostics) -> dict[str, Choice]:
        """Return what members choose."""
        label = f"{self._folder}/{CHOICES}"
        try:
            text = decode(self.files.get(CHOICES, b""), label, diagnostics)
            values = parse_mapping(text, label, diagnostics)
        except ContentError:
            return {}  # reported
        ids = {it for one in found for it in (one.announcement.id, one.announcement.series)}
        return read_choices(values, label, frozenset(ids), diagnostics)

    def ages(self, addresses: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
        """Yield since when calendars are too old, by actor; report it, and those not read yet.

        Args:
            addresses: those of the calendars that each file holds.
        """
        context, today = self._context, build_day(ZONE.key)
        files = file_names(self._actors)
        for name, actor in self._actors.items():
            label, held = self._site.documents[name].source.label, addresses.get(files[name], ())
            for one in actor.calendars:
                state = self._states.get(one.address, State())
                if one.address not in held and not state.fails_since:
                    never = rules.CALENDAR_NEVER_READ(address=one.address)
                    context.diagnostics.add(never.at(label, one.line))
                days = (day for _, day in state.turns_old)
                context.add_changes(datetime.combine(day, time(), ZONE) for day in days)
                if since := state.stale_since(today):
                    day, reason = french_date(since), f" ({state.reason})" if state.reason else ""
                    stale = rules.STALE_CALENDAR(address=one.address, day=day, reason=reason)
                    context.diagnostics.add(stale.at(label, one.line))
                    yield actor.href, day
