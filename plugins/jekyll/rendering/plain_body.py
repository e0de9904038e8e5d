"""Bodies that need no tree: those of texts proved to hold CommonMark alone.

`kramdown/plain_texts.py` names what such HTML holds: no attribute but `href`, `src`, `alt`, `title`
and the `id` of headings, no reference but `&amp;`, nothing left open. The result is what a tree
would give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

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
