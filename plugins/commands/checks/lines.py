"""The line of a source that holds what a page shows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache

from core.diagnostics import cut
from jekyll.front_matter.source_positions import line_at, starts_of, starts_of_address, without_code

_STRAIGHT = str.maketrans("’‘“”«»", '\'\'""""')
_KEPT = re.compile("[…–]")  # what `_loose` changes: all the rest stands in the source
# What may stand between two words in a source: signs, the address of a link, tags.
_SIGNS = "*_`~[]"
_MARKS = rf"(?:\]\([^()\s]{{0,300}}\)|</?[A-Za-z][^<>]{{0,300}}>|[\s{re.escape(_SIGNS)}])++"
# Headings of Markdown and of HTML, with their level, and words short enough to be compared.
_HEADING = re.compile(
    r"(?im)^[ \t>]*+(?P<signs>\#{1,6})(?!\#)(?P<line>[^\n]{0,300})$"
    r"|<h(?P<level>[1-6])\b[^<>]{0,300}>(?=(?P<inside>[\s\S]{0,300}))"
    r"|^[ \t>]*+(?P<above>\S[^\n]{0,300})\n[ \t]*+(?P<under>=+|-+)[ \t]*$"
)
_ENDING = re.compile(r"(?:\{[^{}\n]*\})?[ \t]*#*[ \t]*\Z")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,40});")


def line_in(
    parts: list[tuple[str, int]], written: Iterable[str], nth: int, is_address: bool
) -> int:
    """Return the line of the first of some texts that stands in a file; 0 when none does.

    Args:
        parts: the file's, each with its first line.
    """
    found = (
        line_of(text, part, first, nth, is_address)
        for text in filter(None, written)
        for part, first in parts
    )
    return next(filter(None, found), 0)


def line_of(text: str, source: str, first: int = 1, nth: int = 0, is_address: bool = False) -> int:
    """Return the line of a source that holds a text; 0 for none.

    Typography is undone: the source may have straight quotes, three full stops, other spaces, and
    Markdown's marks between words.
    """
    starts = starts_of_address(text, source) if is_address else starts_of(text, source)
    if not starts:
        starts = _loosely(text, source)
    if starts:
        return first + line_at(source, starts[min(nth, len(starts) - 1)])
    read = _read(source)
    return 0 if read == source else line_of(text, read, first, nth, is_address)


@lru_cache(maxsize=8)
def _read(source: str) -> str:
    """Return a source with its references of characters read, its lines kept."""
    return _REFERENCE.sub(lambda found: _character(found[0]), source)


def _character(reference: str) -> str:
    read = html.unescape(reference)
    return reference if "\n" in read else read


def line_of_heading(level: int, words: str, source: str, nth: int = 0) -> int:
    """Return the line of a source, from 1, with a heading, whole, of some words; 0 for none."""
    lines = _headings(source).get((level, _bare(words)))
    return lines[min(nth, len(lines) - 1)] if lines else 0


@lru_cache(maxsize=8)
def _headings(source: str) -> dict[tuple[int, str], list[int]]:
    """Return the lines of the headings of a source, by their levels and their words."""
    lines: dict[tuple[int, str], list[int]] = {}
    for found in _HEADING.finditer(without_code(source)):
        if found["level"]:
            level, words = int(found["level"]), re.split("(?i)</h[1-6]", found["inside"])[0]
        elif found["signs"]:
            level, words = len(found["signs"]), _ENDING.sub("", found["line"])
        else:
            level, words = "=-".index(found["under"][0]) + 1, found["above"]
        lines.setdefault((level, _bare(words)), []).append(1 + line_at(source, found.start()))
    return lines


def _bare(words: str) -> str:
    """Return words without the marks and the typography that a source may have differently."""
    plain = re.sub(_MARKS, " ", _read(words)).translate(_STRAIGHT)
    return " ".join(plain.replace("…", "...").replace("–", "--").split())


@lru_cache(maxsize=256)
def _loosely(text: str, source: str) -> list[int]:
    """Return where a text begins in a source, typography undone."""
    # A word that begins with a mark would be looked for from each mark of a run of thousands.
    words = [kept for word in text.translate(_STRAIGHT).split() if (kept := word.strip(_SIGNS))]
    straight = _straightened(source)
    if not words or any(part not in straight for word in words for part in _KEPT.split(word)):
        return []  # quicker than a pattern that finds nothing
    return [found.start() for found in re.finditer(_MARKS.join(map(_loose, words)), straight)]


@lru_cache(maxsize=8)
def _straightened(text: str) -> str:
    return text.translate(_STRAIGHT)


def _loose(word: str) -> str:
    return re.escape(word).replace("…", r"(?:…|\.\.\.)").replace("–", "(?:–|--)")


def short(tag: str) -> str:
    """Return a tag as messages show it: on one line, cut when it is long."""
    return cut(" ".join(tag.split()))
