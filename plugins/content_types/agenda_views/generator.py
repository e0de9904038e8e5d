"""Pelican's generator of the agenda: its views, and what others take from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, cached_property, lru_cache, partial
from typing import Any

from markupsafe import Markup

from content_types.agenda_views.agenda_json import agenda_json
from content_types.agenda_views.facets import KINDS, MONTH, ROOT, month_of
from content_types.agenda_views.kept import (
    CACHE,
    MAX_BYTES,
    MAX_DAYS,
    Piece,
    kept_pieces,
    state_of,
)
from content_types.agenda_views.papers import Programme, Week, announced_by, hours_of, where_of
from content_types.agenda_views.plugin import (
    JSON,
    PROGRAMME_TEMPLATE,
    PROGRAMMES,
    WEEK_PAGE,
    WEEK_TEXT,
    agenda_of,
    programmes_of,
)
from content_types.agenda_views.views import CALENDAR_NAME, EMBED_NAME, View
from content_types.commons.actor import Commons
from content_types.events.agenda import Line
from content_types.events.event import Credit
from content_types.events.generator import VIEWS, names_in_calendars, promise_calendar
from content_types.events.ical import event_components
from content_types.events.plugin import CALENDAR, Events
from core.clock import ZONE, build_day
from core.file_cache import FileCache
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter, Make, deferral
from jekyll.addresses.urls import FEED_NAME, save_as
from jekyll.plugin.extension_points import site_context

ANNOUNCED_PROGRAMMES = 3  # on the page of the whole agenda


class AgendaGenerator(FileGenerator):
    """Writes the agenda's pages and files."""

    def generate_context(self) -> None:
        """Make the views: the feeds and the pages of actors look at them too."""
        self.site = site_context(self.settings)
        self.today = build_day(ZONE.key)
        self._lines: dict[int, str] = {}
        self.context["agenda_views"], self.context["actor_agendas"] = [], {}
        self.context["lines_html"] = self._lines_html
        self.env.filters["remembered"] = cache
        if not self.site.get(Events).has_agenda:
            return
        self.agenda, self.reader = agenda_of(self.site, self.context[VIEWS])
        self.context["agenda_views"] = self.agenda.all
        actors = self.site.get(Commons).at(self.site.now).actors.values()
        found = {it.href: self.agenda.view_of(self.reader.of_actor(it)) for it in actors}
        self.context["actor_agendas"] = {href: view for href, view in found.items() if view}

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write the pages, the calendars, and what is made to be taken elsewhere."""
        if not self.site.get(Events).has_agenda:
            return
        months = programmes_of(self.site, self.agenda).items()
        self.programmes = {it: Programme(f"{PROGRAMMES}{it}/", it, lines) for it, lines in months}
        announced = list(self.programmes.values())[:ANNOUNCED_PROGRAMMES]
        shown = {"years": self.agenda.years, "programmes": announced}
        made: dict[int, bytes] = {}
        make_json = self._json if deferral(self.settings).is_left else self._keep(writer, made)
        for view in self.agenda.all:
            taken = self._taken(view)
            filters = self.agenda.filters if view is self.agenda.whole else []
            more = {"agenda": view, "taken": taken, "filters": filters, "shown": view}
            self._write(writer, view.path, "agenda", **shown, **more)
            if view.is_lasting:
                name = view.facet and f"{self.settings['SITENAME']} : {view.facet.name}"
                calendar = (taken["calendar"], view.events, name or "", made)
                make = promise_calendar(writer, self.site, *calendar)
                if view is self.agenda.whole and not deferral(self.settings).is_left:
                    make()  # before processes begin, that they all know the events of `made`
            if view.is_embeddable:
                self._write(
                    writer,
                    f"{view.path}{EMBED_NAME}",
                    "agenda_embed",
                    announced_by=announced_by,
                    **more,
                )
        for name, sheet in self.programmes.items():
            about = self.site.absolute(self.site.href(f"{ROOT}{KINDS[MONTH][1]}{name}/"))
            more = {"programme": sheet, "about": about, "where_of": where_of}
            self._write(writer, sheet.path, PROGRAMME_TEMPLATE, agenda=self.agenda.whole, **more)
        week = Week(self.agenda.whole.coming, self.today)
        writer.promise(WEEK_PAGE, partial(self._letter, "agenda_week.html", week))
        writer.promise(WEEK_TEXT, partial(self._letter, "agenda_week.txt", week))
        writer.promise(JSON, make_json)

    def _keep(self, writer: DeferredWriter, made: dict[int, bytes]) -> Make:
        """Make what calendars announce once, or take it as it was made; return how the JSON is."""
        views, names = self.site.get(Events).calendar_views, names_in_calendars(self.site)

        def make() -> list[Piece]:
            lines = (self._line_start(Line(view, view.occurrences[0])) for view in views)
            components = (event_components(view.event, **names) for view in views)
            return list(zip(lines, components, strict=True))

        if not views:
            return self._json
        files, state = FileCache(CACHE), state_of(self.site, self.context[VIEWS])
        pieces = kept_pieces(files, state, make)
        for view, (line, components) in zip(views, pieces, strict=True):
            self._lines[id(view.occurrences[0])], made[id(view.event)] = line, components
        writer.afterwards(partial(files.prune, MAX_BYTES, MAX_DAYS))
        return partial(files.get_or_make, f"{state} json", self._json)

    def _taken(self, view: View) -> dict[str, str]:
        """Return the addresses by which a view is taken elsewhere, "" for those it has not."""
        href, absolute = self.site.href, self.site.absolute
        whole = view is self.agenda.whole
        name = view.facet.slug if view.facet and view.facet.kind == MONTH else ""
        calendar = href(CALENDAR) if whole else f"{view.href}{CALENDAR_NAME}"
        has_webcal = view.is_lasting and self.site.has_host
        return {
            "calendar": calendar if view.is_lasting else "",
            "address": absolute(calendar) if has_webcal else "",
            "webcal": f"webcal://{absolute(calendar).partition('://')[2]}" if has_webcal else "",
            "feed": f"{view.href}{FEED_NAME}" if view.has_feed else "",
            "embed": absolute(f"{view.href}{EMBED_NAME}") if view.is_embeddable else "",
            "page": absolute(view.href),
            "programme": href(f"{PROGRAMMES}{name}/") if name in self.programmes else "",
        }

    def _write(self, writer: DeferredWriter, path: str, template: str, **shown: Any) -> None:
        writer.write_file(save_as(path), self.get_template(template), self.context, **shown)

    def _lines_html(self, lines: Iterable[Line], own: str) -> Markup:
        """Return lines as pages show them: made once, but for who announces them beside `own`."""
        parts = []
        for line in lines:
            parts += [self._line_start(line), self._end(line.event.event.announced_by, own)]
        return Markup("".join(parts))

    def _line_start(self, line: Line) -> str:
        key = id(line.date)
        if key not in self._lines:
            self._lines[key] = str(self._macros.line_start(line))
        return self._lines[key]

    @cached_property
    def _macros(self) -> Any:
        return self.env.get_template("parts/event_line.html").module

    @cached_property
    def _end(self) -> Callable[[tuple[Credit, ...], str], Markup]:
        end: Callable[[tuple[Credit, ...], str], Markup] = lru_cache(self._macros.line_end)
        return end

    def _address(self, line: Line) -> str:
        """Return where a date is told, absolute: its page, or its line in that of its month."""
        event = line.event.event
        day = max(line.date.days[0], self.today)
        href = event.href or self.site.href(month_of(day).path) + f"#{event.anchor}"
        return href if "://" in href else self.site.absolute(href)

    def _letter(self, template: str, week: Week) -> bytes:
        """Return the letter of the week, for programs that read mail."""
        about = self.site.absolute(self.agenda.whole.href)
        text: str = self.env.get_template(template).render(
            week=week,
            address_of=self._address,
            hours_of=hours_of,
            announced_by=announced_by,
            about=about,
            site_name=self.settings["SITENAME"],
            agenda_title=self.agenda.whole.title,
        )
        return text.encode()

    def _json(self) -> bytes:
        url = self.site.absolute(self.agenda.whole.href)
        about = {"title": f"{self.settings['SITENAME']} : {self.agenda.whole.title}", "url": url}
        return agenda_json(self.agenda, self.reader, self._address, about)
