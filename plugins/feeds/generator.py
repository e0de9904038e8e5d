"""Pelican's generator of the feeds: `theme/templates/feed.xml`, filled."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican.contents import Page
from pelican.generators import Generator
from pelican.writers import Writer

from events.glue import FEED as EVENT_FEED
from feeds.entries import NEVER, Entry, article_entry, event_entry, identifier
from scribouilli.site_view import FEED

MAXIMUM = 20


class FeedGenerator(Generator):
    """Writes the articles' feed, at jekyll-feed's address, and the agenda's."""

    def generate_output(self, writer: Writer) -> None:
        """Write them; that of the articles is there before the first of them."""
        del writer  # Pelican's writes pages, with its own context
        site = self.env.globals["site"]
        self.with_host = self.env.filters["with_host"]
        if not site.has_own_feed:
            articles = self.context["articles"]
            entries = [(article.relative_source_path, article) for article in articles]
            made = [(name, article_entry(it, self.with_host)) for name, it in entries]
            self._write(f"/{FEED}", site.name, site.home.href, made)
        if self.settings["HAS_AGENDA"]:
            events = [page for page in self.context["pages"] if getattr(page, "event_view", None)]
            made = [(self._rank(page), self._event_entry(page)) for page in events]
            agenda = self.env.filters["relative_url"](EVENT_FEED.rpartition("/")[0] + "/")
            self._write(EVENT_FEED, f"{site.name} : l’agenda", agenda, made)

    @staticmethod
    def _rank(page: Page) -> tuple[float, str]:
        """Return what sorts events announced together: the soonest comes first."""
        return (-page.event_view.event.first.over_at.timestamp(), page.relative_source_path)

    def _event_entry(self, page: Page) -> Entry:
        template = self.env.get_template("parts/feed_event.html")
        html = template.render(event=page.event_view, text=page.content)
        return event_entry(page.event_view, html, self.with_host)

    def _write(
        self, path: str, title: str, about: str, entries: Iterable[tuple[Any, Entry]]
    ) -> None:
        """Write one feed: the newest first, those of one moment by their ranks."""
        ordered = sorted(entries, key=lambda ranked: (ranked[1].published, ranked[0]), reverse=True)
        newest = [entry for _, entry in ordered[:MAXIMUM]]
        own_address = self.with_host(self.env.filters["relative_url"](path))
        text = self.env.get_template("feed.xml").render(
            site=self.env.globals["site"],
            title=title,
            about=self.with_host(about),
            own_address=own_address,
            identifier=identifier(own_address),
            entries=newest,
            updated=max((entry.updated for entry in newest), default=NEVER),
        )
        target = Path(self.output_path) / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
