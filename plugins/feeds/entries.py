"""What a feed says of an article (RFC 4287, section 4.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

MAXIMUM = 20


@dataclass(frozen=True)
class Entry:
    """One article in a feed.

    Attributes:
        title: plain text.
        address: absolute where the site's host is known; also the entry's identifier.
        published: ISO 8601 with its zone (RFC 3339).
        html: the whole body, its addresses absolute.
    """

    title: str
    address: str
    published: str
    html: str


def make_entries(articles: Iterable[Any], with_host: Callable[[str], str]) -> list[Entry]:
    """Return the entries of some articles, in order.

    Args:
        articles: Pelican's articles: `title`, `date` (aware), `href`, `content`.
        with_host: makes an address that begins with `/` absolute.
    """
    return [
        Entry(
            article.title,
            with_host(article.href),
            article.date.isoformat(),
            absolute_addresses(article.content, with_host),
        )
        for article in articles
    ]


def absolute_addresses(html: str, with_host: Callable[[str], str]) -> str:
    """Return a body that reads the same away from its site."""
    tree = LexborHTMLParser(html, is_fragment=True)
    for attribute in ("href", "src", "poster"):
        for node in tree.css(f"[{attribute}]"):
            address = node.attributes[attribute] or ""
            if address.startswith("/") and not address.startswith("//"):
                node.attrs[attribute] = with_host(address)
    return tree.html or ""
