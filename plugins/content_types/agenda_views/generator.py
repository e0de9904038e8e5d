"""Pelican's generator of the agenda: its views, and what others take from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache, partial
from typing import Any

from markupsafe import Markup

from content_types.agenda_views.agenda_json import agenda_json
from content_types.agenda_views.facets import KINDS, MONTH, ROOT, FacetReader, month_of
from content_types.agenda_views.papers import (
    Programme,
    Week,
    announced_by,
    hours_of,
    lines_by_month,
    where_of,
)
from content_types.agenda_views.plugin import (
    JSON,
    PROGRAMME_TEMPLATE,
    PROGRAMMES,
    WEEK_PAGE,
    WEEK_TEXT,
    Announced,
    agenda_of,
    months_of,
)
from content_types.agenda_views.views import CALENDAR_NAME, EMBED_NAME, Dates, View
from content_types.calendars.kept import keep
from content_types.calendars.plugin import Calendars
from content_types.events.agenda import Line
from content_types.events.event import Credit, Event
from content_types.events.generator import VIEWS, names_in_calendars, promise_calendar
from content_types.events.ical import event_components
from content_types.events.plugin import CALENDAR, Events
from core.clock import ZONE, build_day
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
        words = {it.__name__: it for it in (announced_by, hours_of, where_of)}
        self.env.filters |= {"remembered": cache, "address_of": self._address, **words}
        if not self.site.get(Events).has_agenda:
            return
        self.agenda, self.made_of = agenda_of(self.site, self.context[VIEWS])
        self.context["agenda_views"] = self.agenda.all
        self.context["actor_agendas"] = self.agenda.of_actors
        self.context["next_lines"] = self.agenda.next_lines

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write the pages, the calendars, and what is made to be taken elsewhere."""
        if not self.site.get(Events).has_agenda:
            return
        makes: dict[str, Make] = {}
        if self.made_of:
            makes = self._complete(*self.made_of)
        if makes and not deferral(self.settings).is_left and self.site.get(Calendars).state:
            self._keep(makes)
        sheets = self.agenda.programmes
        announced = list(sheets.values())[:ANNOUNCED_PROGRAMMES]
        shown = {"years": self.agenda.years, "programmes": announced}
        for view in self.agenda.all:
            taken = self._taken(view)
            filters = self.agenda.filters if view is self.agenda.whole else []
            more = {"agenda": view, "taken": taken, "filters": filters, "shown": view}
            self._write(writer, view.path, "agenda", **shown, **more)
            if view.is_lasting:
                name = f"{self.settings['SITENAME']} : {view.facet.name}" if view.facet else ""
                promise_calendar(writer, self.site, taken["calendar"], view.calendar, name)
            if view.is_embeddable:
                self._write(writer, f"{view.path}{EMBED_NAME}", "agenda_embed", **more)
        for name, sheet in sheets.items():
            more = {"programme": sheet, "about": self._page_of_month(name)}
            self._write(writer, sheet.path, PROGRAMME_TEMPLATE, agenda=self.agenda.whole, **more)
        for path in (JSON, WEEK_PAGE, WEEK_TEXT):
            data = self.agenda.files.get(path)
            writer.promise(path, makes[path] if data is None else partial(bytes, data))

    def _complete(self, dates: Dates, reader: FacetReader) -> dict[str, Make]:
        """Make the sheets of an agenda just made; return what makes its other files."""
        lines = lines_by_month(months_of(self.site, self.agenda), dates)
        self.agenda.programmes = {
            name: Programme(f"{PROGRAMMES}{name}/", name, own) for name, own in lines.items()
        }
        week = Week(dates[0], self.today)
        return {
            JSON: partial(self._json, dates[0], reader),
            WEEK_PAGE: partial(self._letter, "agenda_week.html", week),
            WEEK_TEXT: partial(self._letter, "agenda_week.txt", week),
        }

    def _keep(self, makes: Mapping[str, Make]) -> None:
        """Put words in the place of dates, and keep the agenda for the next builds."""
        agenda, names = self.agenda, names_in_calendars(self.site)
        made: dict[str, bytes] = {}
        for event in (it for it in agenda.whole.calendar if isinstance(it, Event)):
            made[event.key] = event_components(event, **names)
        for view in agenda.all:
            own = view.actor_name
            for group in (*view.upcoming, *view.past):
                group.lines = self._lines_html(group.lines, own)
            view.nearest = self._lines_html(view.nearest, own)
            view.embedded = self._lines_html(view.embedded, own, "embedded")
            view.calendar = [made[it.key] for it in view.calendar if isinstance(it, Event)]
        for name, sheet in agenda.programmes.items():
            sheet.days = self._lines_html(sheet.days, self._page_of_month(name), "sheet")
        agenda.files = {path: make() for path, make in makes.items()}
        if agenda is self.site.get(Announced).agenda:  # no plugin by others has changed an event
            calendars = self.site.get(Calendars)
            keep(calendars.state, self.site, calendars.now, calendars.facts, agenda)

    def _page_of_month(self, name: str) -> str:
        return self.site.absolute(self.site.href(f"{ROOT}{KINDS[MONTH][1]}{name}/"))

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
            "programme": href(f"{PROGRAMMES}{name}/") if name in self.agenda.programmes else "",
        }

    def _write(self, writer: DeferredWriter, path: str, template: str, **shown: Any) -> None:
        writer.write_file(save_as(path), self.get_template(template), self.context, **shown)

    def _lines_html(self, lines: list[Any] | str, own: str, macro: str = "") -> Markup:
        """Return lines as pages show them: made once, but for who announces them beside `own`.

        Args:
            macro: what shows them otherwise than lists do.
        """
        if isinstance(lines, str):
            return Markup(lines)
        if macro:
            return Markup(getattr(self._macros, macro)(lines, own))
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
        """Return where a date is shown, absolute: its page, or its line in that of its month."""
        event = line.event.event
        day = max(line.date.days[0], self.today)
        href = event.href or self.site.href(month_of(day).path) + f"#{event.anchor}"
        return href if "://" in href else self.site.absolute(href)

    def _letter(self, template: str, week: Week) -> bytes:
        """Return the letter of the week, for programs that read mail."""
        about = self.site.absolute(self.agenda.whole.href)
        text: str = self.env.get_template(template).render(
            week=week,
            about=about,
            site_name=self.settings["SITENAME"],
            agenda_title=self.agenda.whole.title,
        )
        return text.encode()

    def _json(self, coming: list[Line], reader: FacetReader) -> bytes:
        url = self.site.absolute(self.agenda.whole.href)
        about = {"title": f"{self.settings['SITENAME']} : {self.agenda.whole.title}", "url": url}
        return agenda_json(coming, self.agenda, reader, self._address, about)
