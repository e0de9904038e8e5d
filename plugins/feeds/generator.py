"""Pelican's generator of the feeds: `theme/templates/feed.xml`, filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from pelican.contents import Page
from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from events.glue import FEED as EVENT_FEED
from feeds.entries import NEVER, Entry, announced_at, article_entry, event_entry, identifier
from scribouilli.reader import show_body
from scribouilli.site_view import FEED

MAXIMUM = 20


class FeedGenerator(Generator):
    """Writes the articles' feed, at jekyll-feed's address, and the agenda's."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Promise them; that of the articles is there before the first of them."""
        if not self.env.globals["site"].has_own_feed:
            writer.promise(FEED, self._article_feed)
        if self.settings["HAS_AGENDA"]:
            writer.promise(EVENT_FEED, self._event_feed)

    def _article_feed(self) -> bytes:
        site, with_host = self.env.globals["site"], self.env.filters["with_host"]
        newest = _newest(self.context["articles"], lambda it: (it.date, it.relative_source_path))
        for article in newest:
            show_body(article)
        entries = [article_entry(article, with_host) for article in newest]
        return self._feed(f"/{FEED}", site.name, site.home.href, entries)

    def _event_feed(self) -> bytes:
        events = [page for page in self.context["pages"] if getattr(page, "event_view", None)]
        entries = [self._event_entry(page) for page in _newest(events, _announcement)]
        agenda = self.env.filters["relative_url"](EVENT_FEED.rpartition("/")[0] + "/")
        title = f"{self.env.globals['site'].name} : l’agenda"
        return self._feed(EVENT_FEED, title, agenda, entries)

    def _event_entry(self, page: Page) -> Entry:
        show_body(page)
        template = self.env.get_template("parts/feed_event.html")
        html = template.render(event=page.event_view, text=page.body)
        return event_entry(page.event_view, html, self.env.filters["with_host"])

    def _feed(self, path: str, title: str, about: str, entries: list[Entry]) -> bytes:
        """Return one feed."""
        with_host = self.env.filters["with_host"]
        own_address = with_host(self.env.filters["relative_url"](path))
        text = self.env.get_template("feed.xml").render(
            site=self.env.globals["site"],
            title=title,
            about=with_host(about),
            own_address=own_address,
            identifier=identifier(own_address),
            entries=entries,
            updated=max((entry.updated for entry in entries), default=NEVER),
        )
        return text.encode()


def _newest(contents: Iterable[Any], key: Callable[[Any], tuple]) -> list[Any]:
    return sorted(contents, key=key, reverse=True)[:MAXIMUM]


def _announcement(page: Page) -> tuple[datetime, float, str]:
    """Return what sorts events; of those announced together, the soonest comes first."""
    event = page.event_view.event
    return (announced_at(event), -event.first.over_at.timestamp(), page.relative_source_path)
