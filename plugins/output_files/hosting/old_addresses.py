"""Old addresses as servers' configuration has them: nothing in a name is ever read as syntax.

Patterns and targets are made of characters that mean nothing to either server's files, the few
signs written here apart: no quote, space, brace, `;`, `$`, nor line's end can come out of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from jekyll.addresses.urls import path_of
from jekyll.linking.redirects import Redirect

_INDEX = "/(?:index\\.html)?"
_PAGE = "(?:\\.html)?"


@dataclass(frozen=True)
class OldAddress:
    """An address that leads to another."""

    # A regular expression of the path, decoded, in bytes, without its first slash nor the site's
    # base path.
    pattern: str
    target: str  # the path where it leads, with the base path, percent-encoded

    @property
    def apache_target(self) -> str:
        """Return the target for a `RewriteRule`, where `%` would recall a condition."""
        return self.target.replace("%", r"\%")


def old_addresses(redirects: Iterable[Redirect]) -> list[OldAddress]:
    """Return what servers should redirect, sorted: the first that answers counts."""
    found = {
        OldAddress(_page_pattern(path_of(redirect.save_as)), target)
        for redirect in redirects
        if _is_of_site(target := _target(redirect.href))
    }
    return sorted(found, key=lambda old: (old.pattern, old.target))


def _page_pattern(path: str) -> str:
    r"""Return the pattern of the addresses that a page answers to: `/x.html` is `/x` too.

    A folder's address without its last slash is the server's affair: it may be that of `x.html`.

    >>> _page_pattern("/fête/"), _page_pattern("/a.html")
    ('f\\xc3\\xaate/(?:index\\.html)?', 'a(?:\\.html)?')
    """
    if path.endswith("/"):
        return literal_pattern(path.strip("/")) + _INDEX
    if path.endswith(".html"):
        return literal_pattern(path.removesuffix(".html").lstrip("/")) + _PAGE
    return literal_pattern(path.lstrip("/"))


def literal_pattern(text: str) -> str:
    r"""Return a regular expression that only matches a text, byte by byte.

    >>> literal_pattern('a"; b.html')
    'a\\x22\\x3b\\x20b\\.html'
    """
    return re.sub(rb"[^A-Za-z0-9/_-]", _escaped, text.encode()).decode()


def _escaped(found: re.Match[bytes]) -> bytes:
    return rb"\." if found[0] == b"." else rb"\x%02x" % ord(found[0])


def _target(href: str) -> str:
    """Return an address with all that a server's file could read as syntax percent-encoded."""
    return quote(unquote(href), safe="/~")


def _is_of_site(target: str) -> bool:
    """Return whether an address stays on this host: `//name` would be another (RFC 3986, 4.2)."""
    return target.startswith("/") and not target.startswith("//")
