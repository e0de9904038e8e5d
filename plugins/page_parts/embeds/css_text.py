"""What style sheets load from other hosts, found in their text."""

from __future__ import annotations

from collections.abc import Callable

from jekyll.addresses.css_addresses import css_addresses

Refused = Callable[[str], bool]
_NOTHING = 'url("data:,")'


def refused_addresses(css: str, is_refused: Refused) -> list[tuple[str, int]]:
    """Return the refused addresses of a style sheet, each with its line, counted from 0."""
    lines: dict[str, int] = {}
    for address in css_addresses(css):
        if is_refused(address.url):
            lines.setdefault(address.url, css.count("\n", 0, address.start))
    return list(lines.items())


def without_refused(css: str, is_refused: Refused) -> str:
    """Return a style sheet that loads nothing refused."""
    parts, last = [], 0
    for address in css_addresses(css):
        start, end = address.token
        if is_refused(address.url) and start >= last:
            parts += [css[last:start], "" if address.is_import else _NOTHING]
            last = end
    return "".join([*parts, css[last:]])
