"""Pelican's generator of the agenda: event pages get their data, calendars are written."""

from __future__ import annotations

from functools import partial
from urllib.parse import unquote

from pelican.contents import Page
from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from events.agenda import Agenda, next_lines, past_groups, upcoming_groups
from events.event import Event
from events.glue import AGENDA, CALENDAR, FEED
from events.structured_data import event_json
from events.views import EventView, view_event
from head_metadata.description import first_words
from head_metadata.json_ld import Node
from scribouilli.clock import build_moment
from scribouilli.linking import Linker
from scribouilli.urls import base_path, save_as

EVENT_TEMPLATE = "event"


class EventsGenerator(Generator):
    """Shows the events of `settings["EVENTS"]`."""

    def generate_context(self) -> None:
        """Give event pages their template and their data, and the home page the next ones."""
        base = base_path(self.settings["SITEURL"])
        link = Linker(self.settings["DIALECT_SITE"], base).link
        events: dict[str, Event] = self.settings.get("EVENTS", {})
        now = build_moment()
        self.views = {name: view_event(event, now, link) for name, event in events.items()}
        for page in self.context["pages"]:
            if page.relative_source_path in self.views:
                self._show(page, self.views[page.relative_source_path])
        self.context["next_lines"] = next_lines(self.views.values())

    def _show(self, page: Page, view: EventView) -> None:
        """Make a page an event's."""
        with_host, fallback = self.env.filters["with_host"], self.env.globals["fallback"]
        told = self.settings.get("ORGANISER_URLS", {})
        urls = {name: url if "://" in url else with_host(url) for name, url in told.items()}
        page.way = [("Agenda", base_path(self.settings["SITEURL"]) + AGENDA)]
        page.template, page.event_view = EVENT_TEMPLATE, view
        page.description = page.description or view.event.summary

        def structured_data() -> Node:
            return event_json(
                view.event,
                address=with_host(page.href),
                image=with_host(fallback(view.image_href)) if view.image_href else None,
                description=first_words(page.body) or view.occurrences[0].spoken,
                organiser_urls=urls,
            )

        page.structured_data = [structured_data]

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write the agenda and the calendars."""
        if not self.settings["HAS_AGENDA"]:
            return
        agenda = self._agenda()
        writer.write_file(
            save_as(AGENDA), self.get_template("agenda"), self.context, agenda=agenda, shown=agenda
        )
        every = sorted(self.settings["EVENTS"].values(), key=lambda event: event.key)
        self._promise_calendar(writer, agenda.calendar_href, every)
        for view in self.views.values():
            self._promise_calendar(writer, view.calendar_href, [view.event])

    def _agenda(self) -> Agenda:
        views: list[EventView] = list(self.views.values())
        base = base_path(self.settings["SITEURL"])
        href = base + CALENDAR
        absolute = self.env.filters["with_host"](href)
        return Agenda(
            href=base + AGENDA,
            upcoming=upcoming_groups(views),
            past=past_groups(views),
            calendar_href=href,
            webcal_href=_webcal(absolute) if "://" in absolute else "",
            feed_href=base + FEED,
        )

    def _promise_calendar(self, writer: DeferredWriter, href: str, events: list[Event]) -> None:
        siteurl = self.settings["SITEURL"]
        base = base_path(siteurl)
        make = partial(
            _calendar,
            events,
            name=self.settings["SITENAME"],
            origin=siteurl.removesuffix(base),
            site_key=siteurl.partition("://")[2] or self.settings["SITENAME"],
        )
        writer.promise(unquote(href.removeprefix(base)), make)


def _calendar(events: list[Event], **site: str) -> bytes:
    """Return a calendar; its library is imported only where one is made: it takes long."""
    from events.ical import event_calendar

    return event_calendar(events, **site)


def _webcal(address: str) -> str:
    """Return the address that calendars subscribe to."""
    return f"webcal://{address.partition('://')[2]}"
