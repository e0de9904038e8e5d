"""Lists as kramdown reads them: glued to a paragraph, nested by two spaces, with lazy lines.

The rules are those of `Kramdown::Parser::Kramdown#parse_list` (2.4): an item's text is what is
indented as far as its first word; a line that is not, and begins no block, continues it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor

_MARKERS = {"ul": r"[+*-]", "ol": r"\d+\."}
ANY_ITEM = re.compile(r" {0,3}(?:[+*-]|\d+\.)[ \t]+\S")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ENDS_PARAGRAPH = re.compile(r" {0,3}(?:>|#{1,6}[ \t]+\S)")
_ENDS_LAZINESS = re.compile(r" {0,3}(?:\{:|</?(?:div|p|ul|ol|table|section|details|iframe|h\d)\b)")


def _item_start(kind: str, indentation: int) -> re.Pattern:
    return re.compile(rf"( {{0,{min(3, indentation - 1)}}}{_MARKERS[kind]})([ \t].*)")


_STARTS = {kind: _item_start(kind, 4) for kind in _MARKERS}


@dataclass
class Item:
    """One item of a list.

    Attributes:
        lines: its text, its own indentation taken away.
        indentation: columns up to its first word.
        after_blank: the last line read is blank.
        holds_list: a list inside it has begun, or may begin without being parted.
        parted: the line at which a list inside it was parted from its first words, or None.
    """

    lines: list[str]
    indentation: int
    after_blank: bool = False
    holds_list: bool = False
    parted: int | None = None

    @property
    def first_gap(self) -> int | None:
        """Return the first blank line that the member wrote."""
        blanks = (number for number, line in enumerate(self.lines) if not line.strip())
        return next((number for number in blanks if number != self.parted), None)


def list_kind(line: str) -> str | None:
    """Return "ul" or "ol" when the line begins a list."""
    if _RULE.match(line):
        return None
    return next((kind for kind, start in _STARTS.items() if start.match(line)), None)


def take_list(lines: list[str], kind: str) -> tuple[list[Item], int]:
    """Read the list at the head of `lines`; return its items and how many lines it takes."""
    items: list[Item] = []
    start = _STARTS[kind]
    index = 0
    while index < len(lines):
        line = lines[index].expandtabs(4)
        after_blank = bool(items) and items[-1].after_blank
        found = start.match(line)
        if after_blank and _RULE.match(line):
            break
        if found and not _RULE.match(line):
            items.append(_first_line(found))
            start = _item_start(kind, items[-1].indentation)
        elif not line.strip():
            items[-1].lines.append("")
            items[-1].after_blank = items[-1].holds_list = True
        elif not _continue(items[-1], line, after_blank):
            break
        index += 1
    return items, index


def _first_line(found: re.Match) -> Item:
    marker, rest = found[1], found[2]
    text = rest.lstrip()
    indentation = len(marker) + (len(rest) - len(text) if text else 1)
    return Item([text], indentation, holds_list=bool(ANY_ITEM.match(text)))


def _continue(item: Item, line: str, after_blank: bool) -> bool:
    """Add a line to an item, unless it is the item's no more."""
    own = line.startswith(" " * item.indentation)
    if not own and (after_blank or _ENDS_LAZINESS.match(line)):
        return False
    text = line[item.indentation :] if own else line
    if ANY_ITEM.match(text):
        if own and not item.holds_list:
            item.parted = len(item.lines)
            item.lines.append("")
            item.holds_list = True
        elif not own and item.holds_list:
            text = " " * 4 + text
    item.lines.append(text if own or item.holds_list else text.strip())
    item.after_blank = False
    return True


class KramdownListProcessor(BlockProcessor):
    """Replaces Python-Markdown's own list processors."""

    def __init__(self, parser: BlockParser):
        super().__init__(parser)
        self._fences = FencedBlockPreprocessor(parser.md, {})

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Return whether a list begins the block."""
        return list_kind(block.split("\n", 1)[0]) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Take the list's lines from the blocks, however many those are."""
        lines = "\n\n".join(blocks).split("\n")
        kind = list_kind(lines[0])
        items, taken = take_list(lines, kind)
        blocks[:] = [block for block in "\n".join(lines[taken:]).split("\n\n") if block.strip()]
        element = ElementTree.SubElement(parent, kind)
        for item in items:
            self._add(element, item)
        for entry in _tight_entries(items, element):
            _open_first_paragraph(entry)

    def _add(self, element: ElementTree.Element, item: Item) -> None:
        entry = ElementTree.SubElement(element, "li")
        text = "\n".join(self._fences.run(item.lines)).strip("\n")
        self.parser.parseBlocks(entry, re.split(r"\n[ \t]*\n", text))


def _tight_entries(
    items: list[Item], element: ElementTree.Element
) -> Iterator[ElementTree.Element]:
    """Give the entries whose first paragraph is no paragraph (kramdown's rule)."""
    others_are_loose = True
    for item, entry in zip(items, element, strict=True):
        is_last = item is items[-1]
        is_tight = _is_tight(item, is_last) and (
            not is_last or len(items) == 1 or not others_are_loose
        )
        if is_tight:
            yield entry
        if is_tight or not len(entry) or entry[0].tag != "p":
            others_are_loose = False


def _is_tight(item: Item, is_last: bool) -> bool:
    gap = item.first_gap
    if gap is None or (item.parted is not None and item.parted < gap):
        return True
    if split_place("\n".join(item.lines[:gap])) is not None:
        return True
    return is_last and not any(line.strip() for line in item.lines[gap:])


def _open_first_paragraph(entry: ElementTree.Element) -> None:
    """Put the words and the elements of a first paragraph in the entry itself."""
    if not len(entry) or entry[0].tag != "p" or entry[0].attrib:
        return
    paragraph = entry[0]
    entry.remove(paragraph)
    entry.text = paragraph.text
    for position, child in enumerate(paragraph):
        entry.insert(position, child)


def split_place(block: str) -> int | None:
    """Return the line of a paragraph's block at which another block begins, glued to it."""
    lines = block.split("\n")
    if lines[0].startswith(("    ", "\t", ">", "|")) or ANY_ITEM.match(lines[0]):
        return None
    for number, line in enumerate(lines[1:], 1):
        if ANY_ITEM.match(line) or _ENDS_PARAGRAPH.match(line):
            return number
    return None
