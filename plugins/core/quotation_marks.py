"""Straight quotation marks and apostrophes of a plain text turned, as kramdown turns a body's."""

from __future__ import annotations

import re

_OPENING = re.compile(r"""(?:(?<=[\s(\[{“‘—–-])|\A)(["'])(?=\S)""")
_DECADE = re.compile(r"'(?=\d\ds\b)")
_LEFT = {'"': "“", "'": "‘"}


def turned(text: str) -> str:
    """Return a text with the marks of English, and of what has no other rules here.

    >>> turned('''"It's here", 'now' and the '90s''')
    '“It’s here”, ‘now’ and the ’90s'
    """
    if '"' not in text and "'" not in text:
        return text
    opened = _OPENING.sub(lambda found: _LEFT[found[1]], _DECADE.sub("’", text))
    return opened.replace('"', "”").replace("'", "’")
