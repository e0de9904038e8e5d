"""Rows of tables that have more cells than there are headings: a sign cut one in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import CELL_TOO_MANY

_RULE = re.compile(r"[ \t]*+(?=[^-]*-)[|:-][-| :\t]*+")
_SIGN = re.compile(r"(?<!\\)\|")


def long_rows(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give the first of each table: its place, nothing that must be shown, the fault.

    kramdown gives the table one more column, whose heading is empty.
    """
    start, count, above = 0, 0, ""
    for line in text.split("\n"):
        if "|" not in line:
            count = 0
        elif _RULE.fullmatch(line):
            count = count or len(_cells(above))
        elif count > 1 and len(cells := _cells(line)) > count and cells[count]:
            told = CELL_TOO_MANY(words=cells[count][:60], number=count + 1, count=count)
            yield start, "", "", told
            count = 1  # one a table is enough
        start += len(line) + 1
        above = line


def _cells(row: str) -> list[str]:
    """Return the cells of a row, whose first and last signs may be left out; none without a sign.

    >>> _cells("| a | b |"), _cells("a | | c"), _cells("a")
    (['a', 'b'], ['a', '', 'c'], [])
    """
    bare = row.strip()
    parts = [part.strip() for part in _SIGN.split(bare)]
    return parts[bare.startswith("|") : len(parts) - (not parts[-1])] if len(parts) > 1 else []
