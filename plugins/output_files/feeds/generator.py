"""Pelican's generator of the feeds: `theme/templates/feed.xml`, filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import Any

from pelican import signals
from pelican.contents import Article
from pelican.settings import DEFAULT_CONFIG

from content_types.agenda_views.views import View
from content_types.events.plugin import AGENDA, Events
from content_types.events.plugin import FEED as EVENT_FEED
from core.diagnostics.catalog.build import FEEDS_OUT_OF_REACH
from engine.compat.connected_plugins import others_that_hear
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.addresses.urls import FEED_NAME
from jekyll.plugin.contents import ARTICLES, listed
from jekyll.plugin.deferred_content import written_text
from jekyll.plugin.extension_points import site_context
from output_files.feeds.entries import (
    NEVER,
    FeedEntry,
    announced_at,
    article_entry,
    event_entry,
    identifier,
)

_GIVE_ITS_OWN = "Celui du réglage FEED_ALL_ATOM en est : c'est lui que le plugin reçoit."
_HEARD = (signals.feed_generated, signals.feed_written)
MAXIMUM = 20  # unless Pelican's settings say how many


class FeedGenerator(FileGenerator):
    """Writes the articles' feed, at jekyll-feed's address, and the agenda's."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Promise them; that of the articles is there before the first of them."""
        makes: dict[str, Callable[[], bytes]] = {}
        if self.env.globals["site"].writes_feed:
            makes[FEED_NAME] = self._article_feed
        if site_context(self.settings).get(Events).has_agenda:
            makes[EVENT_FEED.lstrip("/")] = self._event_feed
            for view in self.context.get("agenda_views", [])[1:]:
                if view.has_feed:
                    writer.promise(f"{view.path}{FEED_NAME}", partial(self._view_feed, view))
        for name, make in makes.items():
            writer.promise(name, make)
        if makes:
            self._report_out_of_reach(" et ".join(makes))

    def _report_out_of_reach(self, feeds: str) -> None:
        hint = _GIVE_ITS_OWN if self.settings["FEED_ALL_ATOM"] else None
        for name in others_that_hear(*_HEARD):
            unheard = FEEDS_OUT_OF_REACH(name=name, feeds=feeds, hint=hint)
            site_context(self.settings).diagnostics.add(unheard)

    def _article_feed(self) -> bytes:
        site, absolute = self.env.globals["site"], site_context(self.settings).absolute
        news = [it for it in listed(self.context, ARTICLES) if not hasattr(it, "event_view")]
        newest = self._newest(news, lambda it: (it.date, it.relative_source_path or ""))
        fallback = self.env.globals.get("fallback", str)
        entries = [article_entry(article, absolute, fallback) for article in newest]
        return self._feed(f"/{FEED_NAME}", site.name, site.home.href, entries)

    def _event_feed(self) -> bytes:
        events = [it for it in listed(self.context, ARTICLES) if hasattr(it, "event_view")]
        agenda = site_context(self.settings).href(AGENDA)
        return self._feed_of_events(EVENT_FEED, "l’agenda", agenda, events)

    def _view_feed(self, view: View) -> bytes:
        articles = listed(self.context, ARTICLES)
        events = [it for it in articles if getattr(it, "href", "") in view.own_hrefs]
        return self._feed_of_events(f"{view.path}{FEED_NAME}", view.title, view.href, events)

    def _feed_of_events(self, path: str, what: str, about: str, events: list[Article]) -> bytes:
        entries = [self._event_entry(article) for article in self._newest(events, _announcement)]
        return self._feed(path, f"{self.env.globals['site'].name} : {what}", about, entries)

    def _newest(
        self, contents: Iterable[Any], key: Callable[[Any], tuple[object, ...]]
    ) -> list[Any]:
        limit = self.settings["FEED_MAX_ITEMS"]
        most = MAXIMUM if limit == DEFAULT_CONFIG["FEED_MAX_ITEMS"] else limit
        return sorted(contents, key=key, reverse=True)[:most]

    def _event_entry(self, article: Article) -> FeedEntry:
        template = self.env.get_template("parts/plain_event.html")
        html = template.render(event=article.event_view, text=written_text(article))
        return event_entry(article.event_view, html, site_context(self.settings).absolute)

    def _feed(self, path: str, title: str, about: str, entries: list[FeedEntry]) -> bytes:
        context = site_context(self.settings)
        own_address = context.absolute(context.href(path))
        text: str = self.env.get_template("feed.xml").render(
            site=self.env.globals["site"],
            title=title,
            about=context.absolute(about),
            own_address=own_address,
            identifier=identifier(own_address),
            entries=entries,
            updated=max((entry.updated for entry in entries), default=NEVER),
        )
        return text.encode()


def _announcement(article: Article) -> tuple[datetime, float, str]:
    """Return what sorts events; of those announced together, the soonest comes first."""
    event = article.event_view.event
    return (announced_at(event), -event.first.over_at.timestamp(), article.relative_source_path)
