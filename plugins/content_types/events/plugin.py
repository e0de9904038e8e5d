"""The plugin: event files become events when the site is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Any
from urllib.parse import unquote

from markupsafe import escape

from content_types.events.event import Event
from content_types.events.event_dates import day_in_name
from content_types.events.event_file import read_event
from content_types.events.local_time import as_utc
from content_types.events.views import EVENT_CALENDAR
from core.clock import ZONE, Moment, build_moment
from core.diagnostics import Diagnostics
from core.diagnostics.catalog import events as rules
from core.french.dates import french_date
from core.french.event_dates import spoken_occurrence
from core.names import name_key
from jekyll.addresses.urls import FEED_NAME, quote_path
from jekyll.liquid.link_tags import Linker
from jekyll.liquid.renderer import BadTag
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.config import FILE_NAME
from jekyll.site.content_files import CALENDARS_FOLDER, EVENTS_FOLDER
from jekyll.site.model import Document, Site
from jekyll.site.settings import AGENDA as PART
from jekyll.site.settings import PARTS

FOLDER = f"{EVENTS_FOLDER}/"
AGENDA = "/agenda/"
CALENDAR = "/agenda.ics"
_ADDRESS = re.compile(rf"/?{AGENDA.strip('/')}/([^/]+)(?:/|/index\.html)?")  # of an event's page
FEED = f"{AGENDA}{FEED_NAME}"  # the plugin `feeds` writes it
CATEGORY = "Agenda"  # of Pelican's articles that are events


def is_event(document: Document) -> bool:
    """Return whether a document is an event's file."""
    return document.name.startswith(FOLDER)


@dataclass(frozen=True)
class Events:
    """The events of a site."""

    # Those that are announced, by their files.
    by_name: dict[str, Event] = field(default_factory=dict)
    has_agenda: bool = False  # the site has the page of all of them, its calendar and its feed
    title: str = PARTS[PART]  # that of the page


@dataclass(frozen=True)
class OrganiserUrls:
    """The addresses of organisers, by their names; the plugin that knows some puts them there."""

    by_name: dict[str, str] = field(default_factory=dict)


def read_events(context: SiteContext) -> None:
    """Read the events of a site just loaded; one that is not announced yet is left out."""
    site = context.site
    part = site.config.settings.parts[PART]
    linker = Linker(site, context.base_path)
    events: dict[str, Event] = {}
    for document in [document for document in site.rendered if is_event(document)]:
        event = _read(document, linker, context.diagnostics)
        context.add_changes(event.changes_at if event else ())
        if event is None:
            site.set_aside(document)
        elif event.announced and as_utc(event.announced) > build_moment():
            site.withhold(document, until=french_date(event.announced))
        else:
            events[document.name] = event
            context.make_article(document, **_article_metadata(event))
    _report_twice(site, events, context.diagnostics)
    _report_zone(site, events.values(), context.diagnostics)
    # Those who subscribe to the calendar keep their address while nothing is announced.
    title = site.config.settings.label(PART)
    is_there = any((site.files.root / it).is_dir() for it in (EVENTS_FOLDER, CALENDARS_FOLDER))
    found = Events(events, part.is_on and is_there, title)
    context.put(found)
    if found.has_agenda:
        context.announce(FEED, "le flux de l'agenda")
    for name in events:
        path = f"{site.documents[name].path}{EVENT_CALENDAR}"
        context.announce(path, "le calendrier d'un événement")


def _report_twice(site: Site, events: Mapping[str, Event], diagnostics: Diagnostics) -> None:
    """Tell two events of one name, day and hour: they are often one, in two files."""
    first: dict[tuple[str, Moment], str] = {}
    for name, event in sorted(events.items()):
        label = site.documents[name].source.label
        for one in filter(event.takes_place, event.occurrences):
            earlier = first.setdefault((name_key(event.title), one.start), label)
            if earlier != label:
                start = spoken_occurrence(one.start)
                twice = rules.EVENT_TWICE(title=event.title, start=start, file=earlier)
                diagnostics.add(twice.at(label))
                break


def _report_zone(site: Site, events: Iterable[Event], diagnostics: Diagnostics) -> None:
    """Report a time zone of the site in which the hours of its events are others."""
    zone, spans = site.config.timezone, [span for event in events for span in event.occurrences]
    starts = [_as_datetime(span.start) for span in spans]
    if zone and any(it.utcoffset() != it.replace(tzinfo=zone).utcoffset() for it in starts):
        label, line = f"{site.label}/{FILE_NAME}", site.config.values["timezone"].line
        diagnostics.add(rules.EVENTS_IN_ANOTHER_ZONE(own=ZONE.key).at(label, line))


def _article_metadata(event: Event) -> dict[str, Any]:
    """Return what makes an article of an event, for Pelican: its date is that of its beginning."""
    metadata: dict[str, Any] = {"date": _as_datetime(event.first.start), "category": CATEGORY}
    if event.tags:
        metadata["tags"] = list(event.tags)
    if event.changed:
        metadata["modified"] = _as_datetime(event.changed)
    if event.summary:
        metadata["summary"] = str(escape(event.summary))
    return metadata


def _as_datetime(moment: Moment) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), ZONE)


def _key(document: Document) -> str:
    """Return what names an event for ever: the first name of its file, if it has had others.

    Who has it in a calendar would see it twice under another name (RFC 5545, 3.8.4.7).
    """
    former = map(_ADDRESS.fullmatch, map(unquote, document.metadata["redirect_from"]))
    first = next(filter(None, former), None)
    return first[1] if first else document.name.removeprefix(FOLDER).rsplit(".", 1)[0]


def _read(document: Document, linker: Linker, diagnostics: Diagnostics) -> Event | None:
    source, values, key = document.source, document.values, _key(document)
    href = linker.base_path + quote_path(document.path)
    if source.front is None:
        day = day_in_name(source.label) or build_moment().date()
        diagnostics.add(rules.EVENT_WITHOUT_FRONT_MATTER(day=day.isoformat()).at(source.label, 1))
        return None
    event = read_event(values, source.label, href, key, document.title, diagnostics, source.front)
    if event and event.image:
        try:
            linker.link(event.image)
        except BadTag as bad:
            diagnostics.add(bad.diagnostic.at(source.label, values["image"].line))
            return replace(event, image="")
    return event
