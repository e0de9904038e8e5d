"""Identifiers of headings, as kramdown makes them (GFM)."""

from __future__ import annotations

import re

_NON_WORD = re.compile(r"[^\w\- \t]")


class Identifiers:
    """Those of one text: `-1` is added to the second of a name."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def of(self, words: str) -> str:
        """Return the identifier of a heading's words, "" when there is none to be made."""
        name = _NON_WORD.sub("", words.lower()).replace(" ", "-").replace("\t", "-")
        count = self._counts[name] = self._counts.get(name, -1) + 1
        return f"{name}-{count}" if count and name else name
