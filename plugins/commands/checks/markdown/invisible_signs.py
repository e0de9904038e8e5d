"""Signs that nobody sees beside those of Markdown, which are then read as text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import INVISIBLE_SIGN

_MOST = 1000  # looked for in one text
UNSEEN = "\u00a0\u00ad\u2000-\u200f\u202f\u205f-\u2064\u3000\ufeff"
_MARK = r"#{1,6}|[-*+]|\d{1,3}\.|>|\||`{3,}|~{3,}"
_BESIDE = re.compile(
    rf"^(?P<before>[ \t{UNSEEN}]{{0,9}}+)(?P<mark>{_MARK})"
    rf"(?P<after>[ \t{UNSEEN}]{{0,9}}+)(?P<words>[^\n]*)",
    re.MULTILINE,
)
# Alone on its line: what parts a table's heading from its rows, a rule, what underlines a title.
_ALONE = re.compile(rf"^[|: \t{UNSEEN}*_=-]{{3,500}}$", re.MULTILINE)
_ONE = re.compile(f"[{UNSEEN}]")


def marks_beside_unseen(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give the marks that are none: the place, what is shown if so, its signs, the diagnostic."""
    if not _ONE.search(text):
        return
    last = ("", -1)
    for found in islice(_BESIDE.finditer(text), _MOST):
        mark, before, words = found["mark"], found["before"], found["words"]
        unseen = _ONE.search(before) or (mark != "|" and _ONE.search(found["after"]))
        is_fence = mark[0] in "`~"
        if not unseen or not (words or is_fence) or (mark[-1] in "#-+." and words[0].isdigit()):
            continue
        if last != (mark[-1], found.start()):  # of a list, the first is enough
            is_sure = before and (is_fence or mark == "|")
            written = "" if is_sure else mark + words
            yield found.start(), written, mark[-1], _diagnostic(mark, unseen[0])
        last = (mark[-1], found.end() + 1)
    for found in islice(_ALONE.finditer(text), _MOST):
        unseen, mark = _ONE.search(found[0]), "|" if "|" in found[0] else found[0].strip()[:3]
        if unseen and (mark in ("---", "***", "___", "===") or (mark == "|" and "-" in found[0])):
            yield found.start(), "", "", _diagnostic(mark, unseen[0])


def _diagnostic(mark: str, unseen: str) -> Diagnostic:
    return INVISIBLE_SIGN(mark=mark, sign=name_of_unseen(unseen))


def name_of_unseen(sign: str) -> str:
    """Return how a sign that nobody sees is called.

    >>> name_of_unseen("\u00a0"), name_of_unseen("\u200b")
    ('une espace insécable', 'un signe invisible')
    """
    return "une espace insécable" if unicodedata.category(sign) == "Zs" else "un signe invisible"
