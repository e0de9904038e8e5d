"""What other programs read in a text, and kramdown does not: its signs are shown as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.markdown.foreign_markups import MARKUPS
from commands.checks.markdown.foreign_table import FORMS
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import FOREIGN_SIGNS
from page_parts.highlights.boxes import box_kind

_MOST = 1000  # of each form, looked for in one text
_BOX = re.compile(
    r"^[ >]{0,9}>[ \t]*+(?:[*_]{1,2}\[!?|\[)(?P<word>[^\W\d_][^\n\[\]]{1,30})\](?![(\[:])", re.M
)
# A bracket or a sign of a box is missing: « > !NOTE », « > [!NOTE ».
_BOX_CUT = re.compile(
    r"^[ >]{0,9}>[ \t]*+(?P<written>[(\[{]?!(?P<word>[^\W\d_][^\n\[\](){}]{1,30}?)[)}]?)[ \t]*$",
    re.M,
)
_READ = [(re.compile(form, re.MULTILINE), kept, meant) for form, kept, meant in (*FORMS, *MARKUPS)]


def foreign_forms(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give what looks like one: its place, what is shown if it is, its signs, the fault."""
    for found in islice(_BOX.finditer(text), _MOST):
        if box_kind(word := found["word"]):
            sign = f"[{word}]"
            hint = f"Écrivez « > [!{word}] »."
            yield found.start(), sign, "[]", FOREIGN_SIGNS(written=sign, hint=hint)
    for found in islice(_BOX_CUT.finditer(text), _MOST):
        if box_kind(word := found["word"]):
            fault = FOREIGN_SIGNS(written=found["written"], hint=f"Écrivez « > [!{word}] ».")
            yield found.start(), found["written"], "[](){}!", fault
    for form, kept, meant in _READ:
        if kept and not any(sign in text for sign in kept):
            continue  # whoever looks for a sign is quicker than a pattern, on a long text
        for found in islice(form.finditer(text), _MOST):
            if text.startswith("\\", found.start() - 1):
                continue  # to be shown
            written = found.groupdict().get("written") or found[0].strip()
            fault = FOREIGN_SIGNS(written=written[:60], hint=found.expand(meant))
            yield found.start(), written, kept, fault
