"""What is made of the dates that calendars announce, kept while nothing changes that makes it."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from content_types.commons.actor import Commons
from content_types.events.plugin import Events
from content_types.events.views import EventView
from core import project_paths
from core.clock import ZONE, build_day
from core.file_cache import FileCache
from core.fingerprint import digest, program_digest, states_below
from core.progress import Progress
from engine.deferred_writer.workers import share_out
from jekyll.plugin.extension_points import SiteContext

CACHE = project_paths.CACHE / "agenda"
MAX_BYTES, MAX_DAYS = 64 * 2**20, 30
WORTH_SHARING = 1000  # dates: fewer are made before another process begins
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


class _Pieces(dict[int, Piece]):
    """Pieces by the numbers of their dates, in whatever process they are made."""

    def taken(self) -> dict[int, Piece]:
        return dict(self)

    merge = dict.update


def kept_pieces(
    files: FileCache, state: str, views: Sequence[EventView], make: Callable[[EventView], Piece]
) -> list[Piece]:
    """Return the pieces of dates, as they were made when all was in this state, if they were."""

    def made() -> bytes:
        pieces, progress = _Pieces(), Progress(sys.stderr, len(views), "Dates")

        def act(number: int) -> None:
            pieces[number] = make(views[number])

        share_out(range(len(views)), act, [pieces], progress, WORTH_SHARING)
        return marshal.dumps([pieces[number] for number in range(len(views))])

    pieces: list[Piece] = marshal.loads(files.get_or_make(f"{state} pieces", made))
    return pieces
