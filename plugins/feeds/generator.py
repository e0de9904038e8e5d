"""Pelican's generator of the feed: `theme/templates/feed.xml`, filled."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from feeds.entries import MAXIMUM, make_entries


def _when(article: Any) -> tuple[datetime, str]:
    """Return what articles are sorted by: their moment, then their file, as lists are."""
    return (article.date, article.relative_source_path)


class FeedGenerator(Generator):
    """Writes `feed.xml`, at jekyll-feed's address; empty when there is no article yet."""

    def generate_output(self, writer: Writer) -> None:
        """Write it."""
        site = self.env.globals["site"]
        if site.has_own_feed:
            return
        with_host = self.env.filters["with_host"]
        newest = sorted(self.context["articles"], key=_when, reverse=True)[:MAXIMUM]
        entries = make_entries(newest, with_host)
        template = self.env.get_template("feed.xml")
        text = template.render({**self.context, "entries": entries, "self_href": site.feed})
        (Path(self.output_path) / "feed.xml").write_text(text, encoding="utf-8")
