"""The agenda for programs: `/agenda.json`, as `docs/schemas/agenda.json` says. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from content_types.agenda_views.facets import ROOT, TOWN, Facet, FacetReader
from content_types.agenda_views.views import Agenda
from content_types.events.agenda import Line
from content_types.events.event import CANCELLED, FULL, PLANNED, POSTPONED
from content_types.events.structured_data import price_number

VERSION = 1  # of the format: a key that goes, or means something else, makes another
STATUSES = {PLANNED: "scheduled", FULL: "full", POSTPONED: "postponed", CANCELLED: "cancelled"}


def agenda_json(
    coming: Iterable[Line],
    agenda: Agenda,
    reader: FacetReader,
    address_of: Callable[[Line], str],
    site: Mapping[str, str],
) -> bytes:
    """Return the dates to come, soonest first, each on a line of its own.

    Args:
        address_of: returns the address of what a date links to, absolute.
        site: what the file says of itself: `title`, `url`.
    """
    announced = [line for line in coming if not line.was_moved]
    views = {view.facet: view.path.removeprefix(ROOT) for view in agenda.all if view.facet}
    items = [_item(line, reader.of(line), views, address_of(line)) for line in announced]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    head = encode({"version": VERSION, **site})[1:-1]
    rows = ",\n".join(map(encode, items))
    return f'{{{head}, "events": [\n{rows}\n]}}\n'.encode()


def _item(
    line: Line, facets: list[Facet], views: Mapping[Facet, str], address: str
) -> dict[str, Any]:
    """Return one date, without what is not known of it."""
    view, date = line.event, line.date
    event = view.event
    number = next(n for n, one in enumerate(view.occurrences) if one is date)
    item = {
        "id": list(event.occurrence_keys(event.occurrences))[number],
        "title": event.title,
        "url": address,
        "start": date.start_iso,
        "end": date.end_iso,
        "when": date.spoken,
        "status": STATUSES[date.status],
        "place": date.place,
        "address": date.address,
        "town": next((one.name for one in facets if one.kind == TOWN), None),
        "online": event.online,
        "price": event.price,
        "free": price_number(event.price) == "0" or None,
        "accessibility": list(event.visit.access),
        "ages": event.visit.ages.words if event.visit.ages else None,
        "languages": list(event.visit.languages),
        "organisers": list(event.organisers),
        "announced_by": [credit.name for credit in event.announced_by],
        "keywords": list(event.tags),
        "summary": event.summary,
        "lang": event.lang,
        "views": [views[facet] for facet in facets if facet in views],
    }
    return {key: value for key, value in item.items() if value}
