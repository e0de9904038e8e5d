"""Stars and underscores that make nothing bold: a space touches them, or some are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import EMPHASIS_NOT_READ, UNBALANCED_EMPHASIS

_MOST = 1000  # of each, looked for in one text
_SPACED = re.compile(
    r"(?P<sign>\*\*|(?<!\w)__)(?:(?=[^\s*_])[^*_\n]{1,200}[ \t]|[ \t][^*_\n]{0,200}[^*_\s]"
    r"|[ \t][^\W\d_](?:[^*_\n]{0,200}[^\W\d_])?[ \t])(?P=sign)"
)
_SPACED_ONE = re.compile(
    r"(?<![\w*_\\])(?P<sign>[*_])(?=[^\s*_])(?P<words>[^*_\n]{1,200})[ \t](?P=sign)(?![\w*_])"
)
# A whole item between stars: the first makes a list of it.
_SPACED_ITEM = re.compile(
    r"(?m)^[ >]{0,9}(?P<sign>\*)[ \t](?P<words>[^\W\d_][^*\n]{0,200}[^\s*])[ \t]\*[ \t]*$"
)
_SPACED_BEFORE = re.compile(
    r"(?<=[^\s*_] )(?P<sign>[*_])[ \t](?=[^\W\d_])(?P<words>[^*_\n]{1,200})(?<=[^\W\d_])"
    r"(?P=sign)(?![\w*_])"
)
_UNBALANCED = re.compile(
    r"(?<![\w*_\\])(?P<first>(?P<sign>[*_])(?P=sign){0,2}+)(?=[^\s*_])(?P<words>[^*_\n]{1,200})"
    r"(?<=[^\s\\])(?P<last>(?P=sign){1,3}+)(?![\w*_])"
)
# Between two empty lines, or in an item.
_PART = re.compile(
    r"(?:[ \t>]*(?:[-*+]|\d{1,3}\.)[ \t]+)?[^\n]++(?:\n(?![ \t>]*(?:[-*+#|]|\d{1,3}\.|\n))[^\n]++)*"
)
_OPENING = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])")
# One star that begins words at the left of a part that has no other.
_OPENING_ONE = re.compile(r"(?:^|(?<=[\s(«]))(?<!\\)\*(?=[^\W\d_])")
_OVER_PARAGRAPHS = "Le gras ne passe pas une ligne vide : mettez ** au début et à la fin de chacun."
_CALL_BY_ONE = re.compile(r"[^\s*\\]\*(?:[\s.,;:)]|\Z)")
_CALL_OF_A_NOTE = re.compile(r"[^\s*]\*\*(?:[\s.,;:)]|\Z)")


def emphasis_typos(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give what looks like a typo: its place, how it is shown, its signs, the diagnostic."""
    if "*" not in text and "_" not in text:
        return
    for found in islice(_SPACED.finditer(text), _MOST):
        mended = f"**{found[0].strip('*_ ')}**"
        diagnostic = EMPHASIS_NOT_READ(written=found[0], mended=mended)
        yield found.start(), found[0], found["sign"][0], diagnostic
        if found[0][2].isalnum():  # with others on its line, its first sign goes with theirs
            yield found.start(), found[0][2:], found["sign"][0], diagnostic
    ones = (*_SPACED_ONE.finditer(text), *_SPACED_BEFORE.finditer(text))
    for found in islice(ones, _MOST):
        sign, words = found["sign"], found["words"].strip()
        diagnostic = EMPHASIS_NOT_READ(written=found[0], mended=f"{sign}{words}{sign}")
        yield found.start(), found[0], sign, diagnostic
    for found in islice(_SPACED_ITEM.finditer(text), _MOST):
        unread = EMPHASIS_NOT_READ(written=found[0].strip(), mended=f"*{found['words']}*")
        yield found.start(), f"{found['words']}*", "*", unread
    for found in islice(_UNBALANCED.finditer(text), _MOST):
        first, last, sign, words = found["first"], found["last"], found["sign"], found["words"]
        if first != last:
            shown = f"{sign}{words}" if len(first) > len(last) else f"{words}{sign}"
            yield found.start(), shown, sign, _diagnostic(found[0], words)
    yield from _unclosed(text)
    yield from _unclosed_ones(text)


def _unclosed(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give what two stars begin and nothing ends; others may call a note by them: « 5 €** »."""
    alone = [part for part in islice(_PART.finditer(text), _MOST) if part[0].count("**") == 1]
    for part in alone:
        if _CALL_OF_A_NOTE.search(part[0]):
            return
        if found := _OPENING.search(part[0]):
            words = part[0][found.end() :].partition("\n")[0][:40]
            if "*" not in words:
                written = f"**{words}"
                end = next((it for it in alone if it.start() > part.start()), None)
                is_cut = end and _CALL_OF_A_NOTE.search(end[0])
                fault = _diagnostic(written, words, _OVER_PARAGRAPHS if is_cut else None)
                yield part.start() + found.start(), written, "*", fault


def _unclosed_ones(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give what one star begins and nothing ends; others may call a note by it: « 5 €* »."""
    alone = [part for part in islice(_PART.finditer(text), _MOST) if part[0].count("*") == 1]
    if any(_CALL_BY_ONE.search(part[0]) for part in alone):
        return
    for part in alone:
        if found := _OPENING_ONE.search(part[0]):
            words = part[0][found.end() :].partition("\n")[0][:40]
            yield part.start() + found.start(), f"*{words}", "*", _diagnostic(f"*{words}", words)


def _diagnostic(written: str, words: str, hint: str | None = None) -> Diagnostic:
    return UNBALANCED_EMPHASIS(written=written, words=words.strip(), hint=hint)
