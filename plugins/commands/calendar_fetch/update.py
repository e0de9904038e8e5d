"""All the calendars of a content folder read again, politely; the files of `_agendas/` written.

Whatever happens to one, the others are read, and its last good copy stays as it is.
"""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from commands.calendar_fetch.one_calendar import Limits, Reread, reread
from content_types.calendars.stored_calendars import (
    MOST_BYTES,
    STATES,
    State,
    StoredCalendar,
    UnreadableCalendar,
    file_names,
    read_calendars_file,
    read_states,
    write_calendars,
    write_states,
)
from content_types.commons.actor import Actor
from content_types.commons.calendar_source import CalendarSource
from content_types.commons.plugin import CommonsReader
from core.clock import ZONE, Day, build_moment
from core.diagnostics import ContentError, Diagnostics
from core.plain_files import read_inside
from jekyll.reading.site_reader import load_site
from jekyll.site.content_files import CALENDARS_FOLDER, COMMONS_FOLDER

_COMMONS = {COMMONS_FOLDER.removeprefix("_"): "/communs/{name}/"}
_AT_ONCE = 4  # hosts
Read = TypeVar("Read")


@dataclass
class Outcome:
    """What came of it."""

    # What is reported, at the lines of actors' files.
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    asked: int = 0  # how many calendars there are
    read: int = 0  # how many were read, or are as they were
    dates: int = 0  # how many dates are kept
    # The files that are not as they were, relative to the content folder.
    changed: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """Return it in a line, in French."""
        if not self.asked:
            return "Aucun acteur n'a d'agenda : ajoutez « agenda: https://… » à son fichier."
        files = f" Fichiers changés : {', '.join(self.changed)}." if self.changed else ""
        return f"Agendas lus : {self.read} sur {self.asked}. Dates gardées : {self.dates}.{files}"


@dataclass(frozen=True)
class _Asked:
    name: str  # of the actor's file, in the content
    label: str
    actor: Actor
    source: CalendarSource


def update_calendars(content: Path, label: str, limits: Limits | None = None) -> Outcome:
    """Read again the calendars that the actors of a content folder name, and keep what they say.

    Raises OSError: what is kept cannot be written.
    """
    outcome, now = Outcome(), build_moment()
    found = Diagnostics()
    try:
        site = load_site(content, label, found, Day(now.astimezone(ZONE).date()), _COMMONS)
    except ContentError:
        return Outcome(found)
    outcome.diagnostics.merge(found.errors)
    commons = CommonsReader(site, "", outcome.diagnostics).read()
    # An actor whose file cannot be read has a calendar all the same.
    is_whole = not outcome.diagnostics.errors
    files = file_names(commons.actors)
    kept = {file: _stored(content, file, read_calendars_file) or [] for file in files.values()}
    states = _stored(content, STATES, read_states) or {}
    asked = [
        _Asked(name, site.documents[name].source.label, actor, source)
        for name, actor in commons.actors.items()
        for source in actor.calendars
    ]
    done = _ask_all(asked, files, kept, states, now, limits or Limits())
    outcome.asked, outcome.read = len(asked), sum(one.is_read for _, one in done)
    made: dict[str, list[StoredCalendar]] = defaultdict(list)
    for one, result in done:
        for told in result.told:
            outcome.diagnostics.add(told.at(one.label, one.source.line))
        if result.calendar:
            made[files[one.name]].append(result.calendar)
            outcome.dates += len(result.calendar.announcements)
    texts = {file: write_calendars(calendars) for file, calendars in made.items()}
    if asked:
        read = {one.source.address: result.state for one, result in done}
        texts[STATES] = write_states(read if is_whole else states | read)
    outcome.changed = _write(content, texts, {files[it.name] for it in asked} if is_whole else None)
    return outcome


def _ask_all(
    asked: Iterable[_Asked],
    files: dict[str, str],
    kept: dict[str, list[StoredCalendar]],
    states: dict[str, State],
    now: datetime,
    limits: Limits,
) -> list[tuple[_Asked, Reread]]:
    """Return what came of each calendar; hosts side by side, the calendars of one in turn."""
    by_host: dict[str, list[_Asked]] = defaultdict(list)
    for one in asked:
        by_host[urlsplit(one.source.address).netloc].append(one)

    def ask_host(calendars: list[_Asked]) -> list[tuple[_Asked, Reread]]:
        done = []
        for number, one in enumerate(calendars):
            time.sleep(limits.pause if number else 0)
            stored = kept[files[one.name]]
            copy = next((it for it in stored if it.address == one.source.address), None)
            state = states.get(one.source.address, State())
            done.append((one, reread(one.actor, one.source, copy, state, now, limits)))
        return done

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        parts = list(pool.map(ask_host, by_host.values()))
    return sorted(
        (it for part in parts for it in part), key=lambda it: (it[0].name, it[0].source.line)
    )


def _stored(content: Path, file: str, read: Callable[[str], Read]) -> Read | None:
    """Return what a file holds; None when it is not there, or not as it was written."""
    try:
        return read(read_inside(content, f"{CALENDARS_FOLDER}/{file}", MOST_BYTES).decode())
    except (OSError, UnicodeDecodeError, UnreadableCalendar):
        return None


def _write(content: Path, texts: dict[str, str], owned: set[str] | None) -> list[str]:
    """Write the files that change, each at once; remove those that nobody owns, when it is known.

    Returns:
        their names, in the content folder.
    """
    folder = content / CALENDARS_FOLDER
    changed = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        if owned is not None and path.name not in texts.keys() | owned:
            path.unlink()
            changed.append(f"{CALENDARS_FOLDER}/{path.name}")
    for file, text in sorted(texts.items()):
        path = folder / file
        if path.is_file() and path.read_bytes() == text.encode():
            continue
        folder.mkdir(exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.part")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
        changed.append(f"{CALENDARS_FOLDER}/{file}")
    return changed
