"""Bodies that need no tree, those of texts proved to hold CommonMark alone, and their HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from core.known import Known
from jekyll.front_matter import pack, unpack
from jekyll.kramdown.plain_texts import convert_plain
from jekyll.rendering.body import Body, Resolve

_ADDRESS = re.compile('(<a href="|<img alt="[^"]*" src=")([^"]*)')
_WITHOUT_ID = re.compile(r"<h\d>")


def finish_plain_body(
    html: str, resolve: Resolve, passes: Iterable[Callable[[str], str | None]]
) -> Body | None:
    """Return the body of a plain text, or None when it must be read as a tree.

    Args:
        html: of a plain text.
        resolve: makes an address as written the one to publish.
        passes: what plugins make of it, in order.
    """
    if html.startswith("<h") or "<h1" in html or _WITHOUT_ID.search(html):
        return None

    def resolved(found: re.Match[str]) -> str:
        return found[1] + resolve(found[2].replace("&amp;", "&")).replace("&", "&amp;")

    html = _ADDRESS.sub(resolved, html)
    for change in passes:
        if (changed := change(html)) is None:
            return None
        html = changed
    return Body(html.replace("\N{NO-BREAK SPACE}", "&nbsp;"), has_title=False)


class ConvertedTexts(Known[int, bytes | None]):
    """What is converted ahead, for whoever asks for it later: another process may have made it."""

    def convert(self, text: str, french_quotes: bool) -> None:
        """Convert a text ahead."""
        html = convert_plain(text, french_quotes)
        self[hash((text, french_quotes))] = None if html is None else pack(html)

    def html(self, text: str, french_quotes: bool) -> str | None:
        """Return the HTML of a text (see `convert_plain`)."""
        name = hash((text, french_quotes)) if self else 0
        if name not in self:
            return convert_plain(text, french_quotes)
        known = self[name]
        return None if known is None else unpack(known)
