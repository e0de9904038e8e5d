"""The blocks of a text, tried in the order of kramdown (GFM): paragraphs, headings, quotes."""

from __future__ import annotations

import re

from jekyll.kramdown import patterns
from jekyll.kramdown.block_extensions import ExtensionBlocks
from jekyll.kramdown.code_blocks import CodeBlocks
from jekyll.kramdown.definition_lists import DefinitionListBlocks
from jekyll.kramdown.definitions import DefinitionBlocks
from jekyll.kramdown.html_blocks import HtmlBlocks
from jekyll.kramdown.lists import ListBlocks
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import HEADING, INDENT, WHITE
from jekyll.kramdown.tables import TableBlocks

_heading = re.compile(HEADING)
_heading_id = re.compile(r"[\t ]\{#(?P<id>[A-Za-z_:][\w.:-]*)\}\Z")
_underlined = re.compile(
    rf"{INDENT}(?P<contents>[^ \t\n][^\n]*)\n(?P<level>[-=])[-=]*[ \t\r\f\v]*\n"
)
_quote_line = re.compile(rf"{INDENT}>[^\n]*\n")
_quote_sign = re.compile(rf"^{INDENT}> ?", re.MULTILINE)
_math = re.compile(r" {0,3}(\\)?\$\$(.*?)\$\$([ \t\r\f\v]*\n)?", re.DOTALL)
_line = re.compile(r"[^\n]*\n")


class BlockParser(
    ExtensionBlocks,
    DefinitionBlocks,
    DefinitionListBlocks,
    HtmlBlocks,
    ListBlocks,
    TableBlocks,
    CodeBlocks,
):
    """Reads the blocks of one text into a tree."""

    def __init__(self) -> None:
        self.text, self.position, self.odd_at = "", 0, 0
        self.parent = Node("root")
        self.pending = None
        self.holders = []
        self.attribute_lists, self.options = {}, {}
        self.links, self.notes, self.abbreviations = {}, {}, {}
        self._parsers = [
            (frozenset(WHITE), self.blank_lines),
            (frozenset("\t "), self.indented_code),
            (frozenset(" ~`"), self.fenced_code),
            (frozenset(" >"), self.quote),
            (frozenset("#"), self.heading),
            (frozenset(" *-_"), self.rule),
            (frozenset(" *+-0123456789"), self.item_list),
            (frozenset(" :"), self.definition_list),
            (frozenset(" <"), self.html),
            (None, self.underlined_heading),
            (frozenset(" \\$"), self.math),
            (None, self.table),
            (frozenset(" ["), self.note),
            (frozenset(" ["), self.link_definition),
            (frozenset(" *"), self.abbreviation),
            (frozenset(" {"), self.extension),
            (frozenset("^"), self.end_marker),
            (None, self.paragraph),
        ]

    def parse(self, text: str) -> Node:
        """Return the tree of a document's text."""
        root = Node("root")
        text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
        self.parse_into(root, text.rstrip("\n") + "\n")
        return root

    # The simple blocks.

    def blank_lines(self) -> bool:
        """Read blank lines."""
        found = self.scan(patterns.blank)
        if not found:
            return False
        last = self.parent.last
        if last is not None and last.kind == "blank":
            last.value += found[0]
        else:
            self.pending = None  # an attribute list that no block touches is no one's
            self.parent.children.append(Node("blank", found[0]))
        return True

    def end_marker(self) -> bool:
        """Read `^` alone on its line, which ends a block."""
        if not self.scan(patterns.end_marker):
            return False
        self.add(Node("end"))
        return True

    def quote(self) -> bool:
        """Read a quotation, lazy lines included."""
        start = self.position
        if not self.scan(_quote_line):
            return False
        while not self.check(patterns.lazy_end):
            self.scan(_line)
        text = _quote_sign.sub("", self.text[start : self.position])
        self.parse_into(self.add(Node("blockquote")), text)
        return True

    def heading(self) -> bool:
        """Read `## a heading`."""
        found = self.check(_heading)
        if not found:
            return False
        text, identifier = _heading_contents(found["contents"])
        text = re.sub(r"[\t ]#+\Z", "", text).rstrip(WHITE)
        return self._add_heading(found, len(found["level"]), text, identifier)

    def underlined_heading(self) -> bool:
        """Read a heading underlined by `===` or `---`."""
        found = self.check(_underlined)
        if not found or not self.is_after_boundary():
            return False
        text, identifier = _heading_contents(found["contents"])
        return self._add_heading(found, 2 if found["level"] == "-" else 1, text, identifier)

    def _add_heading(
        self, found: re.Match[str], level: int, text: str, identifier: str | None
    ) -> bool:
        if not text:
            return False
        self.position = found.end()
        node = self.add(Node("heading", options={"level": level}, children=[Node("text", text)]))
        if identifier:
            node.attributes["id"] = identifier
        return True

    def rule(self) -> bool:
        """Read a thematic break."""
        if not self.scan(patterns.rule):
            return False
        self.add(Node("hr"))
        return True

    def math(self) -> bool:
        """Read a formula that is a block of its own."""
        found = self.check(_math)
        if not found or found[1] or not self.is_after_boundary():
            return False
        if not found[3] or not patterns.boundary.match(self.text, found.end()):
            return False
        self.position = found.end()
        self.add(Node("math", found[2].strip(WHITE), options={"is_block": True}))
        return True

    def paragraph(self) -> bool:
        """Read a paragraph, the block that anything is when it is no other."""
        start = self.position
        last = self.parent.last
        # Between two rules, kramdown reads the second as a dash: nobody means it.
        is_after_rule = last is not None and last.kind == "hr"
        self.scan(_line)
        while not self.check(patterns.paragraph_end):
            if is_after_rule and self.check(patterns.rule):
                break
            self.scan(_line)
        text = self.text[start : self.position].rstrip(WHITE)
        if last is not None and last.kind == "p":
            joint = "  \n" if self.text[max(start - 3, 0) : start] == "  \n" else "\n"
            last.children[-1].value += joint + text
        else:
            self.add(Node("p", children=[Node("text", text.lstrip(WHITE))]))
        return True


def _heading_contents(text: str) -> tuple[str, str | None]:
    text = text.rstrip(WHITE)
    found = _heading_id.search(text)
    if not found:
        return text, None
    return text[: found.start()].rstrip(WHITE), found["id"]
