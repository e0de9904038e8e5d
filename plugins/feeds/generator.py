"""Pelican's generator of the feed: `theme/templates/feed.xml`, filled."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from feeds.entries import MAXIMUM, make_entries


class FeedGenerator(Generator):
    """Writes `feed.xml`, at jekyll-feed's address; empty when there is no article yet."""

    def generate_output(self, writer: Writer) -> None:
        """Write it."""
        site = self.env.globals["site"]
        if site.has_own_feed:
            return
        with_host = self.env.filters["with_host"]
        newest = sorted(self.context["articles"], key=lambda a: a.date, reverse=True)[:MAXIMUM]
        entries = make_entries(newest, with_host)
        template = self.env.get_template("feed.xml")
        text = template.render({**self.context, "entries": entries, "self_href": site.feed})
        (Path(self.output_path) / "feed.xml").write_text(text, encoding="utf-8")
