"""What is made of an agenda that calendars fill, kept as a whole while nothing of it changes.

Thousands of dates are read, compared, sorted and put into words; a later build needs these words
alone. They are kept under a name for all that they follow from, with the time for which they stand:
until a date begins or is over, or the day ends.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from content_types.commons.actor import Commons
from content_types.events.event import Credit
from content_types.events.plugin import Events
from core import project_paths
from core.clock import ZONE
from core.diagnostics import Diagnostic
from core.file_cache import FileCache
from core.fingerprint import digest, program_digest, states_below
from jekyll.plugin.extension_points import SiteContext

CACHE = project_paths.CACHE / "agenda"
MAX_BYTES, MAX_DAYS = 64 * 2**20, 30


@dataclass(frozen=True)
class CalendarFacts:
    """What calendars tell beside their events.

    Attributes:
        addresses: those of the calendars that each file holds.
        credits: who announces the events that have files, by file.
        diagnostics: what is wrong with them.
    """

    addresses: dict[str, set[str]]
    credits: dict[str, tuple[Credit, ...]]
    diagnostics: list[Diagnostic]


@dataclass(frozen=True)
class Kept:
    """What is kept, from a moment until another."""

    since: datetime
    until: datetime
    facts: CalendarFacts
    agenda: Any  # as `agenda_views` made it


def state_of(site: SiteContext, files: Mapping[str, bytes]) -> str:
    """Return a name for all that an agenda is made of, but for the moment."""
    settings, read = site.settings, (site.get(Events), site.get(Commons), site.site.config)
    folders = (*settings["THEME_TEMPLATES_OVERRIDES"], Path(settings["THEME"], "templates"))
    templates = [list(states_below(Path(folder))) for folder in folders]
    named = (site.site.label, site.siteurl, settings["SITENAME"], program_digest())
    return digest([[(name, digest(data)) for name, data in files.items()], read, named, templates])


def find(state: str, now: datetime) -> Kept | None:
    """Return what is kept of what has this name, if it stands at a moment."""
    try:
        kept = pickle.loads(FileCache(CACHE).get(state) or b"")
        return kept if kept.since <= now < kept.until else None
    except Exception:  # nothing, or what no build of ours wrote
        return None


def keep(
    state: str, site: SiteContext, now: datetime, facts: CalendarFacts, agenda: object
) -> None:
    """Keep what was made at a moment."""
    tomorrow = datetime.combine(now.astimezone(ZONE).date() + timedelta(days=1), time(), ZONE)
    until = min(moment for moment in (tomorrow, *site.changes_at) if moment > now)
    files = FileCache(CACHE)
    files.put(state, pickle.dumps(Kept(now, until, facts, agenda), pickle.HIGHEST_PROTOCOL))
    files.prune(MAX_BYTES, MAX_DAYS)
