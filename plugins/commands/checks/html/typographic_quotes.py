"""Tags whose values stand between quotation marks of typography: Markdown reads them as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.html import TYPOGRAPHIC_QUOTES

_MOST = 1000  # looked for in one text
TAG = re.compile(
    r"<(?P<name>[a-zA-Z][\w-]{0,30})\b(?=[^<>\n]{0,500}>)[^<>\n]{0,500}?\s"
    r"(?P<written>(?P<key>[\w-]{1,60})\s{0,3}=\s{0,3}(?P<open>[«“”„‘’])[\s\u00a0\u202f]?[^<>»”\"’\n]{0,300}[»”“\"’]?)"
)


def typographic_quotes(bare: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give what looks like one: its place, what is shown if it is, its signs, the fault."""
    if "=" not in bare or "<" not in bare:
        return
    for found in islice(TAG.finditer(bare), _MOST):
        told = TYPOGRAPHIC_QUOTES(written=found["written"].strip()[:60], attribute=found["key"])
        yield found.start(), found[0].partition("=")[0], "<", told
