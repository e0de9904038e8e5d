"""Definition lists: terms, the lines of a paragraph, then definitions that begin with `:`."""

from __future__ import annotations

import re

from jekyll.kramdown import patterns
from jekyll.kramdown.attributes import read_attributes
from jekyll.kramdown.lists import ListItem, attributes_before, marker, open_paragraph
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.scanner import BlockReader

_definition = re.compile(patterns.ITEM["dl"])


class DefinitionListBlocks(BlockReader):
    """Reads them; a part of the block parser."""

    def definition_list(self) -> bool:
        """Read definitions, whose terms are the lines of the paragraph above."""
        above = self.parent.children
        if not self.check(_definition) or not _may_be_terms(above):
            return False
        paragraph = above.pop()
        is_loose = paragraph.kind == "blank"
        if is_loose:
            paragraph = above.pop()
        node = Node("dl", given=paragraph.given)
        for line in paragraph.children[-1].value.split("\n"):
            term, given = Node("dt"), attributes_before.match(line)
            if given:
                term.give(read_attributes(given[1]))
            term.children.append(Node("text", line[given.end() :] if given else line))
            node.children.append(term)
        trailing = self._definitions(node, is_loose)
        _join_lists(above, node)
        if trailing is not None:
            above.append(trailing)
        return True

    def _definitions(self, node: Node, is_loose: bool) -> Node | None:
        items: list[ListItem] = []
        start, after_blank = marker("dl", 4), False
        while self.position < len(self.text):
            if found := self.scan(start):
                items.append(ListItem("dd", found))
                items[-1].node.options["is_loose"] = is_loose
                start = marker("dl", items[-1].indentation)
                is_loose = after_blank = False
            elif self.check(patterns.end_marker):
                break
            elif line := self.scan(items[-1].own) or (
                not after_blank and self.scan(items[-1].lazy)
            ):
                items[-1].texts[0] += items[-1].take_away(line[0])[0]
                is_loose = after_blank = False
            elif line := self.scan(patterns.blank):
                is_loose = after_blank = True
                items[-1].texts[0] += line[0]
            else:
                break
        trailing = None
        for item in items:
            node.children.append(item.node)
            self.parse_into(item.node, item.texts[0])
            parts = item.node.children
            if parts:
                trailing = parts.pop() if parts[-1].kind == "blank" else None
                if parts and parts[0].kind == "p" and not item.node.options["is_loose"]:
                    open_paragraph(parts, len(parts) > 1)
        return trailing


def _may_be_terms(above: list[Node]) -> bool:
    if not above:
        return False
    if above[-1].kind == "p":
        return True
    is_one_blank = above[-1].kind == "blank" and above[-1].value == "\n"
    return len(above) >= 2 and is_one_blank and above[-2].kind == "p"


def _join_lists(above: list[Node], node: Node) -> None:
    """Add a list of definitions to the one it follows."""
    if above and above[-1].kind == "dl":
        above[-1].children += node.children
    elif len(above) >= 2 and above[-1].kind == "blank" and above[-2].kind == "dl":
        above.pop()
        above[-1].children += node.children
    else:
        above.append(node)
