"""Ends of lines, spaces and lines of signs that make something else of a text than was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.markdown.block_typos import BULLETS
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import typos as rules
from jekyll.front_matter.source_positions import without_indented

_MOST = 1000  # of each, looked for in one text
_LONGEST = 50  # characters of a line that somebody ended: editors cut much later
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) [^\n]{1,100}", re.MULTILINE)
# The end of a sentence, which no title has.
_UNDERLINED = re.compile(
    r"(?:\A|\n[ \t]*\n)(?P<words>[^\W_][^\n]*(?:[^.]\.|[,;…])) *\n(?P<signs>-{2,100}|={2,100}) *$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"^[^\n]++(?:\n[ \t]*+\S[^\n]*+)++", re.MULTILINE)
# What begins no other block: a capital, a figure, a sign such as « 📍 ».
_LINE = re.compile(
    rf"(?![a-zà-ÿ]|'{{3}}|\d{{1,3}}[ \t]?[.)°/-])"
    rf"[^\s{BULLETS}#>|*+_=~`<{{\[(!&:«–—\\-][^\n\t<>|{{}}\\]*"
)
# A label of a few words, then what it says: « n°1 : la cantine », « le midi : 8 € ».
_LABELLED = re.compile(
    r"[^\s|:<>{}`\\#*\[(-][^\s|:<>{}`\\]*(?: [^\s|:<>{}`\\]+){0,2}[ \u00a0\u202f]?: [^\n|<>{}`\\]+"
)
_PROSE = re.compile(r"(?:[^\W\d_][\w’'-]*[,;:.!?»]*\s+){3}[^{}<>=\\/;$#|]*")
_SHOWN = re.compile(r"<(?:iframe|img|video|audio)\b|\|.*\||!\[[^\]\n]*\]\(|\[[^\]\n]+\]\([^)\n]+\)")


def layout_typos(bare: str, codes: set[str]) -> Iterator[tuple[int, Diagnostic]]:
    """Give what is read otherwise than it was meant, with its place.

    Args:
        codes: what the page shows as blocks of code, without spaces.
    """
    for found in islice(_CONFLICT.finditer(bare), _MOST):
        yield found.start(), rules.GIT_CONFLICT(written=found[0][:60])
    read = without_indented(f"\n{bare}")[1:]
    for found in islice(_UNDERLINED.finditer(read), _MOST):
        told = rules.UNMEANT_HEADING(written=_short(found["words"]), signs=found["signs"][:9])
        yield found.start("words"), told
    for found in islice(_PARAGRAPH.finditer(read), _MOST):
        lines = found[0].split("\n")
        if _are_ended(lines):
            yield found.start(), rules.LINES_RUN_TOGETHER(written=_short(" ".join(lines)))
    yield from _indented(bare, read, codes)


def _are_ended(lines: list[str]) -> bool:
    """Return whether somebody ended each line of a paragraph, and kramdown did not."""
    is_short = all(len(line) <= _LONGEST and not line.endswith("  ") for line in lines[:-1])
    is_labelled = len(lines) > 1 and all(map(_LABELLED.fullmatch, lines))
    return is_short and (is_labelled or all(map(_LINE.fullmatch, lines)))


def _indented(bare: str, read: str, codes: set[str]) -> Iterator[tuple[int, Diagnostic]]:
    """Give the sentences, the links and the images that four spaces make code of."""
    start, last = 0, ""
    for line, kept in zip(bare.split("\n"), read.split("\n"), strict=True):
        words = line.strip()
        if words and not kept.strip():
            is_meant = _SHOWN.match(words) or (len(words) > 20 and _PROSE.fullmatch(words))
            if not last and is_meant and any("".join(words.split()) in code for code in codes):
                yield start, rules.INDENTED_TEXT(written=_short(words))
        last = words if words and not kept.strip() else ""
        start += len(line) + 1


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
