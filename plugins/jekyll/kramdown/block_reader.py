"""What the parts of the block parser share."""

from __future__ import annotations

from jekyll.kramdown.attributes import AttributeList
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.scanner import Parser, Scanner


class BlockReader(Scanner):
    """Reads the blocks of one text into a tree."""

    pending: AttributeList | None  # the attribute list that waits for the next block, or None
    odd_at: int  # up to where the HTML is to be read tag by tag
    holders: list[str]  # the elements that hold what is read, HTML alone in each
    # By what is short, what it means and what holds the attributes.
    abbreviations: dict[str, tuple[str, Node]]
    # In the order they are tried, with the signs that what they read may begin with: None for any.
    _parsers: list[tuple[frozenset[str] | None, Parser]]

    def parse_into(self, node: Node, text: str) -> None:
        """Read a text of its own into a node."""
        before = self.text, self.position, self.odd_at
        self.text, self.position, self.odd_at = text, 0, 0
        self.parse_here(node)
        self.text, self.position, self.odd_at = before

    def parse_here(self, node: Node) -> bool:
        """Read the blocks that follow into a node; return whether its closing tag ended them."""
        before = self.parent, self.pending
        self.parent, self.pending = node, None
        closed = False
        while self.position < len(self.text) and not closed:
            sign = self.text[self.position]
            for signs, parser in self._parsers:
                if (signs is None or sign in signs) and parser():
                    break
            closed = node.options.pop("closed_here", False)
        self.parent, self.pending = before
        return closed

    def add(self, node: Node) -> Node:
        """Add a block, with the attribute list that waited for it."""
        if self.pending:
            node.give(self.pending)
            self.pending = None
        self.parent.children.append(node)
        return node

    def is_after_boundary(self) -> bool:
        """Return whether nothing above is glued to what is read."""
        last = self.parent.last
        return (
            last is None
            or last.kind == "blank"
            or (last.kind == "end" and not last.value)
            or self.pending is not None
        )
