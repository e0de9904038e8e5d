"""Tables in CSV and TSV: the line at which Jekyll, that is Ruby's CSV, stops. Pure."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Iterator

_SEPARATORS = {".csv": ",", ".tsv": "\t"}
_QUOTED = re.compile(r'"(?:[^"]|"")*+"')


def separator_of(name: str, text: str = "") -> str:
    """Return what parts the cells of a file, by its name or, of a text, by its first line."""
    known = _SEPARATORS.get(posixpath.splitext(name)[1].lower(), "")
    first = text.split("\n", 1)[0]
    return ";" if known == "," and first.count(";") > first.count(",") else known


def broken_row(text: str, separator: str) -> int:
    r"""Return the line of the first cell whose quotes do not pair (RFC 4180); 0 for none.

    >>> broken_row('a,b\n1,"2\n', ","), broken_row('a,"b ""c"" d"\n', ","), broken_row('a "b"', ",")
    (2, 0, 1)
    """
    plain = re.compile(rf"[^{separator}\r\n]*+")
    place = 0
    while place < len(text):
        quoted = text[place] == '"'
        found = (_QUOTED if quoted else plain).match(text, place)
        if not found or (not quoted and '"' in found[0]):
            return text.count("\n", 0, place) + 1
        place = found.end()
        if place < len(text) and text[place] not in (separator, "\r", "\n"):
            return text.count("\n", 0, place) + 1
        place += 1
    return 0


def long_rows(text: str, separator: str) -> Iterator[tuple[int, int, int]]:
    r"""Give the rows with more cells than the heading: their line, their cells, those it has.

    >>> list(long_rows("a,b\n1,2\n1,2,3\n1,2,\n", ","))
    [(3, 3, 2)]
    """
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        most = len(next(rows, []))
        for row in rows:
            if most and len(row) > most and any(cell.strip() for cell in row[most:]):
                yield rows.line_num, len(row), most
    except csv.Error:  # a cell of more than 131,072 characters
        return
