"""Blocks that kramdown's GFM parser reads where Python-Markdown needs a blank line, or does not.

Source: `Kramdown::Parser::GFM`, PARAGRAPH_END and ATX_HEADER_START.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor, HRProcessor

from scribouilli.kramdown_lists import split_place

_HEADING = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")
_UNDERLINE = re.compile(r"[=-]+[ \t]*$")


class GluedBlockProcessor(BlockProcessor):
    """Parts a paragraph from the list, heading or quotation on its next lines."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Return whether a later line of the block begins another one."""
        return split_place(block) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Put the two parts back, to be read one after the other."""
        lines = blocks[0].split("\n")
        place = split_place(blocks[0])
        blocks[:1] = ["\n".join(lines[:place]), "\n".join(lines[place:])]


class SpacedHeadingProcessor(HashHeaderProcessor):
    """A heading needs a space after its signs: `##T` is text."""

    RE = _HEADING


class GluedRuleProcessor(HRProcessor):
    """A line between two rules, all glued, is a paragraph and no heading."""

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Part what follows the rule when it would be read as a heading."""
        super().run(parent, blocks)
        lines = blocks[0].split("\n") if blocks else []
        if len(lines) > 1 and _UNDERLINE.match(lines[1]):
            blocks[:1] = [lines[0], "\n".join(lines[1:])]
