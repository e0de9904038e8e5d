"""What both parsers do: they go through a text, and add nodes to a tree."""

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
