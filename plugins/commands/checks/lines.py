"""The line of a source that holds what a page shows."""

from __future__ import annotations

import re
from functools import lru_cache

from jekyll.front_matter.source_positions import line_at, starts_of, starts_of_address

_STRAIGHT = str.maketrans("’‘“”«»", '\'\'""""')
_KEPT = re.compile("[…–]")  # what `_loose` changes: all the rest stands in the source
# What may stand between two words in a source: signs, the address of a link, tags.
_MARKS = r"(?:\]\([^()\s]{0,300}\)|</?[A-Za-z][^<>]{0,300}>|[\s*_`~\[\]])++"


def line_of(text: str, source: str, first: int = 1, nth: int = 0, is_address: bool = False) -> int:
    """Return the line of a source that holds a text; 0 for none.

    Typography is undone: the source may have straight quotes, three full stops, other spaces, and
    Markdown's marks between words.
    """
    starts = starts_of_address(text, source) if is_address else starts_of(text, source)
    if not starts:
        starts = _loosely(text, source)
    if not starts:
        return 0
    return first + line_at(source, starts[min(nth, len(starts) - 1)])


@lru_cache(maxsize=256)
def _loosely(text: str, source: str) -> list[int]:
    """Return where a text begins in a source, typography undone."""
    straight, words = _straightened(source), text.translate(_STRAIGHT).split()
    if not words or any(part not in straight for word in words for part in _KEPT.split(word)):
        return []  # quicker than a pattern that finds nothing
    return [found.start() for found in re.finditer(_MARKS.join(map(_loose, words)), straight)]


@lru_cache(maxsize=8)
def _straightened(text: str) -> str:
    return text.translate(_STRAIGHT)


def _loose(word: str) -> str:
    return re.escape(word).replace("…", r"(?:…|\.\.\.)").replace("–", "(?:–|--)")
