"""What a feed says of an article or of an event (RFC 4287, section 4.1.2)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from markupsafe import escape

from content_types.events.event import Event
from content_types.events.local_time import as_utc
from content_types.events.views import EventView
from core.language import FRENCH, is_french
from output_files.feeds.content import portable

# An empty feed was never updated; the moment of the build would change at each.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
ANNOUNCED_BEFORE = timedelta(days=30)
WithHost = Callable[[str], str]


@dataclass(frozen=True)
class FeedEntry:
    """One article, or one event, in a feed."""

    title: str  # plain text
    address: str  # absolute where the site's host is known
    published: datetime  # with its zone
    html: str  # the whole body, its addresses absolute
    changed: datetime | None = None  # when it was last changed, where that is known
    # Names; without any, the feed's own author is meant (RFC 4287, section 4.1.2).
    authors: tuple[str, ...] = ()
    lang: str = ""  # its language (BCP 47), where it is not that of the feed

    @property
    def updated(self) -> datetime:
        """Return when it was last changed, as far as its file says."""
        return max(self.published, self.changed or self.published)

    @property
    def identifier(self) -> str:
        """Return what names the entry for ever."""
        return identifier(self.address)


def identifier(address: str) -> str:
    """Return an address as an identifier: an absolute IRI (RFC 4287, section 4.2.6).

    A site that tells no host has paths for addresses: a UUID is made of them (RFC 9562, 5.5).
    """
    if "://" in address:
        return address
    return uuid.uuid5(uuid.NAMESPACE_URL, address).urn


def article_entry(article: Any, with_host: WithHost, fallback: Callable[[str], str]) -> FeedEntry:
    """Return the entry of one of Pelican's articles.

    Its image comes first, where the page shows it too; `fallback` is the address of a file of it
    that every reader shows.
    """
    address, image = with_host(article.href), ""
    lead = getattr(article, "lead_image", None)
    if lead and lead.is_shown:
        image = f'<p><img src="{escape(fallback(lead.href))}" alt="{escape(lead.alt)}"></p>\n'
    html, changed = portable(image + article.content, address), getattr(article, "modified", None)
    authors = tuple(author.name for author in getattr(article, "authors", ()))
    return FeedEntry(
        article.title, address, article.date, html, changed, authors, _abroad(article.lang)
    )


def _abroad(tag: str) -> str:
    return "" if is_french(tag or FRENCH) else tag


def announced_at(event: Event) -> datetime:
    """Return when an event was announced.

    When that is not given, a month before the event: nothing that is known stays the same from one
    build to the next, and is not in the future for long.
    """
    return as_utc(event.announced or event.first.start - ANNOUNCED_BEFORE)


def event_entry(view: EventView, html: str, with_host: WithHost) -> FeedEntry:
    """Return the entry of an event.

    Args:
        with_host: makes an address that begins with `/` absolute.
    """
    event = view.event
    published = announced_at(event)
    changed = as_utc(event.changed) if event.changed else None
    address = with_host(event.href)
    body = portable(html, address)
    title, lang = event.title_with_status, _abroad(event.lang)
    return FeedEntry(title, address, published, body, changed, lang=lang)
