"""Pelican's generator of events: their pages get their data, their calendars are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import unquote

from pelican.contents import Article

from content_types.events.agenda import next_lines, upcoming_lines
from content_types.events.event import Event
from content_types.events.ical import event_calendar
from content_types.events.plugin import AGENDA, FEED, Events, OrganiserUrls
from content_types.events.structured_data import event_json
from content_types.events.views import EventView, view_event
from core.clock import build_moment
from core.html_text import first_words
from core.json_ld import Node
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.liquid.link_tags import Linker
from jekyll.plugin.contents import contents_by_file, listed_by_file, written_files
from jekyll.plugin.deferred_content import lead, written_text
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.plugin.own_template import theme_has
from jekyll.plugin.reader import RAW_TEMPLATE

EVENT_TEMPLATE = "event"
DATES_FOR_SEARCH = 12  # of what comes back by a rule: search engines ask for each of them
VIEWS = "event_views"  # for the generators that come after this one, in Pelican's context


def listed_events(context: Mapping[str, Any], site: SiteContext) -> dict[str, Event]:
    """Return the events whose pages Pelican lists, by their files, at the addresses it gives.

    The context is that of a generator, once Pelican's own have theirs.
    """
    events, listed = site.get(Events).by_name, listed_by_file(context)
    return {
        name: replace(event, href=listed[name].href, title=listed[name].title)
        for name, event in events.items()
        if name in listed
    }


class EventsGenerator(FileGenerator):
    """Shows the events of the site."""

    def generate_context(self) -> None:
        """Give event pages their template and their data, and the home page the next ones."""
        self.site = site_context(self.settings)
        link = Linker(self.site.site, self.site.base_path).link
        now = build_moment()
        read, listed = self.site.get(Events).by_name, listed_events(self.context, self.site)
        # The calendar of an event whose page is elsewhere stays at the address that is announced.
        views = {
            name: replace(view_event(event, now, link), event=listed.get(name, event))
            for name, event in read.items()
        }
        for name, content in contents_by_file(self.context).items():
            if name in views:
                self._show(content, views[name])
        self.shown = views
        self.context[VIEWS] = [views[name] for name in listed]
        self.context["next_lines"] = next_lines(upcoming_lines(self.context[VIEWS]))
        self.context["has_agenda"] = self.site.get(Events).has_agenda
        self.context["agenda_feed"] = self.site.href(FEED)

    def _show(self, article: Article, view: EventView) -> None:
        """Make an article an event's."""
        absolute, fallback = self.site.absolute, self.env.globals.get("fallback", str)
        reported = self.site.get(OrganiserUrls).by_name
        urls = {
            name: url if "://" in url else absolute(self.site.now(url))
            for name, url in reported.items()
        }
        article.way = [(self.site.get(Events).title, self.site.href(AGENDA))]
        article.event_view = view
        if theme_has(EVENT_TEMPLATE, self.settings):
            article.template = EVENT_TEMPLATE
        else:
            if article.metadata.get("template") == RAW_TEMPLATE:  # there, nothing leads the text
                article.template = article.default_template
            lead(article, partial(self._facts, article))
        article.description = article.description or view.event.summary

        def structured_data() -> Node:
            return event_json(
                view.event,
                address=absolute(article.href),
                image=absolute(fallback(view.image_href)) if view.image_href else None,
                description=first_words(written_text(article)) or view.spoken,
                organiser_urls=urls,
                dates=view.event.nearest(build_moment(), DATES_FOR_SEARCH),
            )

        article.structured_data = [structured_data]

    def _facts(self, article: Article) -> str:
        """Return what leads the text of an event where the theme has articles alone."""
        template = self.env.get_template("parts/plain_event.html")
        html: str = template.render(event=article.event_view, is_its_page=True)
        return html

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write the calendars of events; one that no list shows keeps its own."""
        if not self.site.get(Events).has_agenda:
            return
        written = written_files(self.context)
        for view in (view for name, view in self.shown.items() if name in written):
            promise_calendar(writer, self.site, view.calendar_href, [view.event])


def names_in_calendars(site: SiteContext) -> dict[str, str]:
    """Return what `ical` names the events of a site by."""
    key = site.siteurl.partition("://")[2] or site.settings["SITENAME"]
    return {"origin": site.absolute(""), "site_key": key}


def promise_calendar(
    writer: DeferredWriter,
    site: SiteContext,
    href: str,
    events: Sequence[Event | bytes],
    name: str = "",
) -> None:
    """Note a calendar of events at an address (see `ical.event_calendar`)."""
    name = name or site.settings["SITENAME"]
    make = partial(event_calendar, events, name=name, **names_in_calendars(site))
    writer.promise(unquote(href.removeprefix(site.base_path)), make)
