"""Tables: lines that hold `|`, with or without a heading, parts parted by lines of dashes."""

from __future__ import annotations

import re

from jekyll.kramdown import patterns
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import WHITE
from jekyll.kramdown.scanner import BlockReader, Parser
from jekyll.kramdown.spans import SpanParser

_rule = re.compile(r"([+|: \t-]*?-[+|: \t-]*?)[ \t]*\n")
_footer = re.compile(r"[+|: \t=]*?=[+|: \t=]*?[ \t]*\n")
_alignment = re.compile(r"[ \t]?(:?)-+(:?)[ \t]?")
_start = re.compile(r" {0,3}(?=[^ \t\n\r\f\v])(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
_row = re.compile(r"(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n")
# What is no cell's border: code, and a sign that is escaped.
_CODE = r"<code\b[^>]*>.*?(?:</code>|\Z)|(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)"
_code = re.compile(_CODE, re.DOTALL)
_piece = re.compile(rf"{_CODE}|\\++\|?|[^|\\`<]+|.", re.DOTALL)
_border = re.compile(r"\||[^\n]*?[^\\\n]\|")
_ALIGNMENTS = {(":", ""): "left", ("", ":"): "right", (":", ":"): "center"}


class TableBlocks(BlockReader):
    """Reads them; a part of the block parser."""

    def table(self) -> bool:
        """Read a table, when each of its lines holds a border."""
        if "|" not in self.text[self.position : self.text.find("\n", self.position)]:
            return False
        if not self.check(_start) or not self.is_after_boundary():
            return False
        start, pending = self.position, self.pending
        node = Node("table", given=pending)
        self._parts(node)
        has_body = any(part.kind == "tbody" for part in node.children)
        text = self.text[start : self.position]
        is_whole = patterns.boundary.match(self.text, self.position)
        if not has_body or not is_whole or not _has_borders(text):
            self.position = start
            return False
        self.pending = None
        _complete(node)
        self.parent.children.append(node)
        return True

    def _parts(self, node: Node) -> None:
        rows: list[Node] = []
        has_footer, leads = False, self.text[self.position :].lstrip(" ").startswith("|")
        alignments: list[str] = []
        self.scan(_rule)
        while self.check(_row):
            if found := self.scan(_rule):
                if rows and not alignments and not has_footer:
                    rows = _add_part(node, "thead", rows)
                    alignments = [
                        _ALIGNMENTS.get(sides, "") for sides in _alignment.findall(found[1])
                    ]
                elif rows and not has_footer:
                    rows = _add_part(node, "tbody", rows)
            elif self.scan(_footer):
                rows = _add_part(node, "tbody", rows) if rows else rows
                has_footer = True
            else:
                line = self.take(_row).strip(WHITE)
                cells = split_cells(line, leads)
                if cells is None:  # no border: it is no table, and has no body
                    node.children.clear()
                    return
                texts = [Node("td", children=[Node("text", cell)]) for cell in cells]
                rows.append(Node("tr", children=texts))
        if rows:
            _add_part(node, "tfoot" if has_footer else "tbody", rows)
        node.options["alignments"] = alignments


class _Borders(SpanParser):
    """Reads code and HTML alone: what they hold parts no cells."""

    def __init__(self) -> None:
        super().__init__({}, {}, {}, {})

    def _at(self, sign: str) -> tuple[Parser, ...]:
        return {"`": (self.code,), "<": (self.html,)}.get(sign, ())

    def bare(self, text: str) -> str:
        """Return a text without what its code and its elements hold."""
        return "".join(
            node.value if node.kind in ("chars", "stray") else "x" for node in self.parse(text)
        )


def _has_borders(text: str) -> bool:
    """Return whether each line has a border outside of code and HTML.

    Code may hold line ends: each of its parts is judged as a line. kramdown looks for elements here
    alone: once it is a table, a border in an element parts cells too.
    """
    bare = _code.sub(lambda found: "\n" if "\n" in found[0] else "code", text)
    if "<" in bare:
        bare = _Borders().bare(bare)
    return all(map(_border.match, bare.splitlines()))


def _add_part(node: Node, kind: str, rows: list[Node]) -> list[Node]:
    node.children.append(Node(kind, children=rows))
    return []


def split_cells(line: str, leads: bool) -> list[str] | None:
    r"""Return the texts of a row's cells, or None without a border between two.

    Args:
        leads: the table's first row begins with a border.

    >>> split_cells(r"a | `b|c` \| d", leads=False)
    ['a', '`b|c` | d']
    >>> split_cells(r"a | **\\|** b", leads=False)  # a border has no backslash before it
    ['a', '**\\|** b']
    """
    cells = [""]
    for found in _piece.finditer(line):
        if found[0] == "|":
            cells.append("")
        else:
            cells[-1] += found[0][:-2] + "|" if found[0].endswith(r"\|") else found[0]
    if len(cells) == 1:
        return None
    if leads and not cells[0].strip(WHITE):
        del cells[0]
    if not cells[-1].strip(WHITE):
        del cells[-1]
    return [cell.strip(WHITE) for cell in cells]


def _complete(node: Node) -> None:
    """Give each row as many cells as the longest, each its alignment."""
    rows = [(part, row) for part in node.children for row in part.children]
    columns = max((len(row.children) for _, row in rows), default=0)
    alignments = node.options["alignments"]
    for part, row in rows:
        row.children += [Node("td") for _ in range(columns - len(row.children))]
        for number, cell in enumerate(row.children):
            if part.kind == "thead":
                cell.kind = "th"
            if number < len(alignments) and alignments[number]:
                cell.attributes["style"] = f"text-align: {alignments[number]}"
