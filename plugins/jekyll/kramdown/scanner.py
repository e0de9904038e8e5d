"""What both parsers do: they go through a text, and add nodes to a tree; what blocks share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypedDict

from jekyll.kramdown.attributes import AttributeList
from jekyll.kramdown.nodes import Node

# Reads what begins here, when it is of its kind; returns whether it was.
Parser = Callable[[], bool]
Link = tuple[str, str | None, Node]  # an address, a title, what holds the attributes


class TextOptions(TypedDict, total=False):
    """What a text sets (`{::options …}`), and is followed."""

    parse_block_html: bool
    parse_span_html: bool
    footnote_nr: int


class Scanner:
    """Goes through a text."""

    text: str  # what is read
    position: int  # where
    parent: Node  # the node that receives what is read
    attribute_lists: dict[str, AttributeList]  # those defined by name; links and notes likewise
    links: dict[str, Link]
    notes: dict[str, Node]
    options: TextOptions  # those that the text sets (`{::options …}`)

    def scan(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern here, and go past it."""
        found = pattern.match(self.text, self.position)
        if found:
            self.position = found.end()
        return found

    def check(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern here."""
        return pattern.match(self.text, self.position)

    def take(self, pattern: re.Pattern[str]) -> str:
        """Go past what a pattern matches here, and return it; "" when there is none."""
        found = pattern.match(self.text, self.position)
        if not found:
            return ""
        self.position = found.end()
        return found[0]


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
