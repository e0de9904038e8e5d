"""What lightningcss does not read in a style sheet, which browsers pass over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lightningcss

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.css import UNREAD_RULE

_OLD_TRICK = re.compile(r"(?<=[{;\s])[*](?=[a-zA-Z-]+\s*:)")
_OLD_FILTER = re.compile(r"(?i)(?:-ms-)?filter\s*:[^;{}]*(?:progid|alpha\()[^;{}]*")
_PLACE = re.compile(r" at .*:(\d+):\d+\s*$")


@dataclass(frozen=True)
class CssDiagnostic:
    """What is wrong with a style sheet, and on which of its lines, counted from 1."""

    line: int
    diagnostic: Diagnostic


def shown(words: str) -> str:
    """Return the end of what stands somewhere, on one line."""
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"…{words[-57:]}"


def unparsed(css: str) -> Iterator[CssDiagnostic]:
    """Give the first thing that lightningcss does not read, old tricks for old browsers aside."""
    plain = _OLD_FILTER.sub("", _OLD_TRICK.sub("", css))
    try:
        lightningcss.process_stylesheet(plain, minify=False)
    except (ValueError, RuntimeError) as error:
        if place := _PLACE.search(str(error)):
            line = int(place[1]) + 1
            words = shown("".join(css.split("\n")[line - 1 : line]))
            yield CssDiagnostic(line, UNREAD_RULE(words=words))
