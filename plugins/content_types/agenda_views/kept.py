"""What is made of the dates that calendars announce, kept while nothing changes that makes it."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from pathlib import Path

from content_types.commons.actor import Commons
from content_types.events.plugin import Events
from content_types.events.views import EventView
from core import project_paths
from core.clock import ZONE, build_day
from core.file_cache import FileCache
from core.fingerprint import digest, program_digest, states_below
from jekyll.plugin.extension_points import SiteContext

CACHE = project_paths.CACHE / "agenda"
MAX_BYTES, MAX_DAYS = 64 * 2**20, 30
Piece = tuple[str, bytes]  # the line of a date in HTML, and its components of calendars


def state_of(site: SiteContext, views: Iterable[EventView]) -> str:
    """Return a name for all that the dates of an agenda are shown by: the program is part of it."""
    own, states, found = [], [], site.get(Events)
    for view in views:
        own += [] if view.event.origin else [view.event]
        states.append([date.state for date in view.occurrences])
    settings = site.settings
    folders = (*settings["THEME_TEMPLATES_OVERRIDES"], Path(settings["THEME"], "templates"))
    templates = [list(states_below(Path(folder))) for folder in folders]
    made_of = [found.calendars_state, own, site.get(Commons).at(site.now), site.site.config]
    shown_by = [site.siteurl, settings["SITENAME"], build_day(ZONE.key), states, templates]
    return digest([program_digest(), made_of, shown_by])


def kept_pieces(files: FileCache, state: str, make: Callable[[], list[Piece]]) -> list[Piece]:
    """Return the pieces of dates, as they were made when all was in this state, if they were."""
    kept = files.get_or_make(f"{state} pieces", lambda: marshal.dumps(make()))
    pieces: list[Piece] = marshal.loads(kept)
    return pieces
