"""The plugin: the pages and files that follow from a site's events are announced."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from urllib.parse import unquote

from content_types.agenda_views.facets import KINDS, ROOT, FacetReader
from content_types.agenda_views.views import (
    CALENDAR_NAME,
    EMBED_NAME,
    MOST,
    Agenda,
    Dates,
    make_agenda,
)
from content_types.calendars.plugin import Calendars
from content_types.commons.actor import Commons
from content_types.events.agenda import past_lines, upcoming_lines
from content_types.events.plugin import CALENDAR, Events
from content_types.events.views import EventView, view_event
from core.clock import ZONE, build_day, build_moment
from core.diagnostics.catalog.events import TOO_MANY_VIEWS
from jekyll.addresses.urls import FEED_NAME
from jekyll.liquid.link_tags import Linker
from jekyll.plugin.extension_points import SiteContext
from jekyll.plugin.own_template import theme_has
from jekyll.site.settings import AGENDA as PART

JSON = "/agenda.json"
WEEK_TEXT, WEEK_PAGE = f"{ROOT}semaine.txt", f"{ROOT}semaine.html"
PROGRAMMES, PROGRAMME_TEMPLATE = f"{ROOT}programme/", "agenda_programme"


# An agenda; then its dates, and what says by what they are found: None when it was kept.
Made = tuple[Agenda, tuple[Dates, FacetReader] | None]


@dataclass(frozen=True)
class Announced:
    """The agenda as it was announced, and what it was made of: most often it is still so."""

    own: list[EventView] = field(default_factory=list)
    commons: Commons = field(default_factory=Commons)
    made: Made | None = None

    @property
    def agenda(self) -> Agenda | None:
        """Return the agenda."""
        return self.made[0] if self.made else None


def agenda_of(site: SiteContext, own: list[EventView]) -> Made:
    """Return the agenda of the events that have files, and of those that calendars announce."""
    announced, commons = site.get(Announced), site.get(Commons).at(site.now)
    if announced.made and (announced.own, announced.commons) == (own, commons):
        return announced.made
    return _make(site, own, commons)


def _make(site: SiteContext, own: list[EventView], commons: Commons) -> Made:
    found, views = site.get(Events), [*own, *site.get(Calendars).views]
    dates = upcoming_lines(views), past_lines(views)
    taken = {unquote(it.href.rstrip("/").rpartition("/")[2]) for it in found.by_name.values()}
    reader = FacetReader(commons, [line for it in dates for line in it], build_day(ZONE.key), taken)
    return make_agenda(dates, reader, found.title, site.href), (dates, reader)


def months_of(site: SiteContext, agenda: Agenda) -> list[str]:
    """Return the names of the months that have a sheet: a theme by others has none."""
    return agenda.months if theme_has(PROGRAMME_TEMPLATE, site.settings) else []


def announce_views(context: SiteContext) -> None:
    """Say which pages and files will be written; what is too much to have a page is reported."""
    found, part = context.get(Events), context.site.config.settings.parts[PART]
    if not found.has_agenda:
        return
    now, link = build_moment(), Linker(context.site, context.base_path).link
    own = [view_event(event, now, link) for event in found.by_name.values()]
    commons, kept = context.get(Commons), context.get(Calendars).kept
    made = (kept.agenda, None) if kept else _make(context, own, commons)
    context.put(Announced(own, commons, made))
    agenda = made[0]
    context.announce(ROOT, "l'agenda", found.title, part.order)
    context.announce(CALENDAR, "le calendrier de l'agenda")
    context.announce(JSON, "l'agenda en JSON")
    for path in (WEEK_TEXT, WEEK_PAGE):
        context.announce(path, "la lettre de la semaine", is_listed=False)
    for view in agenda.all:
        if view is not agenda.whole:
            context.announce(view.path, "une page de l'agenda", is_listed=bool(view.coming))
        if view is not agenda.whole and view.is_lasting:
            context.announce(f"{view.path}{CALENDAR_NAME}", "un calendrier de l'agenda")
        if view is not agenda.whole and view.has_feed:
            context.announce(f"{view.path}{FEED_NAME}", "un flux de l'agenda")
        if view.is_embeddable:
            path = f"{view.path}{EMBED_NAME}"
            context.announce(path, "l'agenda pour un autre site", is_listed=False)
    for name in months_of(context, agenda):
        context.announce(f"{PROGRAMMES}{name}/", "un programme du mois", is_listed=False)
    for kind, count in agenda.left_out.items():
        context.diagnostics.add(
            TOO_MANY_VIEWS(kind=KINDS[kind][0], most=str(MOST[kind]), more=str(count))
        )
    if agenda.whole.coming:  # weeks and the letter of the week are those of a day
        tomorrow = now.astimezone(ZONE).date() + timedelta(days=1)
        context.add_changes([datetime.combine(tomorrow, time(), ZONE)])
