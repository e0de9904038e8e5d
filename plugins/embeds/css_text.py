"""What style sheets load, found in their text."""

from __future__ import annotations

import re
from collections.abc import Callable

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_QUOTED = r"""(?:"([^"]*)"|'([^']*)')"""
_URL = re.compile(rf"""url\(\s*+(?:{_QUOTED}|([^"'()\s]*+))\s*+\)""", re.IGNORECASE)
_IMPORT = re.compile(rf"""@import\s++(?:{_URL.pattern}|{_QUOTED})[^;]*(?:;|$)""", re.IGNORECASE)

Refused = Callable[[str], bool]
_NOTHING = 'url("data:,")'


def refused_addresses(css: str, is_refused: Refused) -> list[tuple[str, int]]:
    """Return the refused addresses of a style sheet, each with its line, counted from 0."""
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    found = [*_IMPORT.finditer(bare), *_URL.finditer(bare)]
    lines: dict[str, int] = {}
    for match in sorted(found, key=lambda match: match.start()):
        if is_refused(_address(match)):
            lines.setdefault(_address(match), bare.count("\n", 0, match.start()))
    return list(lines.items())


def without_refused(css: str, is_refused: Refused) -> str:
    """Return a style sheet that loads nothing refused."""

    def import_left(found: re.Match) -> str:
        return "" if is_refused(_address(found)) else found[0]

    def address_left(found: re.Match) -> str:
        return _NOTHING if is_refused(_address(found)) else found[0]

    return _URL.sub(address_left, _IMPORT.sub(import_left, css))


def _address(found: re.Match) -> str:
    return next(filter(None, found.groups()), "")
