"""Links as Pelican's documentation has them: `{static}/images/a.png`, `{filename}../contact.md`.

Source: « Writing content », section « Linking to internal content ». What follows the braces is a
path, from the content folder or from that of the file, or the name of a category, a tag, an author.
"""

from __future__ import annotations

import re

# The files that they lead to are where Jekyll publishes them: `attach` moves none.
FILES = frozenset({"static", "filename", "attach"})
INDEX = "index"
_LINK = re.compile(
    r"[{|](?P<what>static|filename|attach|index|category|tag|author)[|}](?P<value>.*)", re.DOTALL
)


def pelican_link(url: str) -> tuple[str, str] | None:
    """Return what a link of Pelican's leads to, and its value; None for another.

    >>> pelican_link("{static}/images/a.png"), pelican_link("images/a.png")
    (('static', '/images/a.png'), None)
    """
    found = _LINK.fullmatch(url)
    return (found["what"], found["value"]) if found else None
