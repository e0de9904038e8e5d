"""The plugin's glue: event files become events when the site is read."""

from __future__ import annotations

from typing import Any

from events.event import Event
from events.event_file import read_event
from events.moments import as_utc
from events.views import EVENT_CALENDAR
from faults import ContentError, Faults
from french.dates import french_date
from front_matter import parse_mapping
from scribouilli.clock import build_moment
from scribouilli.extension_points import Generated
from scribouilli.linking import Linker
from scribouilli.liquid import BadTag
from scribouilli.site import Document, Site
from scribouilli.urls import base_path, quote_path

FOLDER = "_evenements/"
AGENDA = "/agenda/"
CALENDAR = "/agenda.ics"
FEED = "/agenda/feed.xml"  # the plugin `feeds` writes it


def is_event(document: Document) -> bool:
    """Return whether a document is an event's file."""
    return document.name.startswith(FOLDER)


def read_events(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Read the events of a site just loaded; one that is not announced yet is left out."""
    base = base_path(settings["SITEURL"])
    linker = Linker(site, base)
    events: dict[str, Event] = {}
    for document in [document for document in site.rendered if is_event(document)]:
        event = _read(document, linker, faults)
        settings.setdefault("CHANGES_AT", set()).update(event.changes_at if event else ())
        if event is None:
            site.withhold(document)
        elif event.announced and as_utc(event.announced) > build_moment():
            site.withhold(document, until=french_date(event.announced))
        else:
            events[document.name] = event
    settings["EVENTS"] = events
    # Those who subscribe to the calendar keep their address while nothing is announced.
    settings["HAS_AGENDA"] = (site.files.root / FOLDER).is_dir()
    if settings["HAS_AGENDA"]:
        generated.append(Generated(AGENDA, "l'agenda", "Agenda"))
        generated.append(Generated(CALENDAR, "le calendrier de l'agenda"))
        generated.append(Generated(FEED, "le flux de l'agenda"))
    for name in events:
        path = f"{site.documents[name].path}{EVENT_CALENDAR}"
        generated.append(Generated(path, "le calendrier d'un événement"))


def _read(document: Document, linker: Linker, faults: Faults) -> Event | None:
    source = document.source
    try:
        values = parse_mapping(source.front or "", source.label, faults, first_line=2)
    except ContentError:
        return None
    key = document.name.removeprefix(FOLDER).rsplit(".", 1)[0]
    href = linker.base_path + quote_path(document.path)
    event = read_event(values, source.label, href, key, document.title, faults)
    if event and event.image:
        try:
            linker.link(event.image)
        except BadTag as bad:
            faults.add(source.label, values["image"].line, bad.message, bad.cure)
    return event
