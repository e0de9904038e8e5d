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
    rf"(?P<after>[ \t{UNSEEN}]{{0,9}}+)(?P<words>[^\n]{{0,40}})",
    re.MULTILINE,
)
# What parts the heading of a table from its rows.
_RULE = re.compile(rf"^[|: \t{UNSEEN}-]{{3,500}}$", re.MULTILINE)
_ONE = re.compile(f"[{UNSEEN}]")


def marks_beside_unseen(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give the marks that are none: the place, what is shown if so, its signs, the fault."""
    if not _ONE.search(text):
        return
    for found in islice(_BESIDE.finditer(text), _MOST):
        mark, words = found["mark"], found["words"]
        unseen = _ONE.search(found["before"] + found["after"])
        is_number = mark[-1] in "-+." and words[:1].isdigit()
        if unseen and not is_number and (words or mark[0] in "`~"):
            yield found.start(), mark + words, mark[-1], _fault(mark, unseen[0])
    for found in islice(_RULE.finditer(text), _MOST):
        above = text[text.rfind("\n", 0, max(found.start() - 1, 0)) + 1 : found.start()]
        unseen = _ONE.search(found[0])
        if unseen and "-" in found[0] and "|" in found[0] and "|" in above:
            yield found.start(), "", "", _fault("|", unseen[0])


def _fault(mark: str, unseen: str) -> Diagnostic:
    return INVISIBLE_SIGN(mark=mark, sign=name_of_unseen(unseen))


def name_of_unseen(sign: str) -> str:
    """Return how a sign that nobody sees is called.

    >>> name_of_unseen("\u00a0"), name_of_unseen("\u200b")
    ('une espace insécable', 'un signe invisible')
    """
    return "une espace insécable" if unicodedata.category(sign) == "Zs" else "un signe invisible"
