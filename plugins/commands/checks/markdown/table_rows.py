"""Rows of tables that have more cells than there are headings: a sign cut one in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import CELL_TOO_MANY

_MOST = 1000  # looked for in one text
_TABLE = re.compile(
    r"^(?P<heading>[^\n]*\|[^\n]*)\n[ \t]*+(?=[^\n]*\|)(?=[^\n]*-)[|:-][-| :\t]*+\n"
    r"(?P<rows>(?:[^\n]*\|[^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)
_PART = re.compile(r"(?<!\\)\|")


def long_rows(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give the first of each table: its place, nothing that must be shown, the fault.

    kramdown gives the table one more column, whose heading is empty.
    """
    for table in islice(_TABLE.finditer(text), _MOST):
        count, start = len(_cells(table["heading"])), table.start("rows")
        for row in table["rows"].split("\n"):
            cells = _cells(row)
            if len(cells) > count > 1 and cells[count]:
                told = CELL_TOO_MANY(words=cells[count][:60], number=count + 1, count=count)
                yield start, "", "", told
                break
            start += len(row) + 1


def _cells(row: str) -> list[str]:
    """Return the cells of a row, whose first and last signs may be left out.

    >>> _cells("| a | b |"), _cells("a | | c")
    (['a', 'b'], ['a', '', 'c'])
    """
    bare = row.strip()
    parts = [part.strip() for part in _PART.split(bare)]
    return parts[bare.startswith("|") : len(parts) - (not parts[-1])]
