"""Lists and definition lists: an item holds what is indented as far as its first word."""

from __future__ import annotations

import re
from functools import lru_cache

from jekyll.kramdown import patterns
from jekyll.kramdown.attributes import read_attributes
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import ATTRIBUTE_LINE, HTML_LINE, INSIDE, ITEM_TAIL, WHITE
from jekyll.kramdown.scanner import BlockReader

attributes_before = re.compile(rf"\s*\{{:(?!:|/|{patterns.W}*\w+:)({INSIDE}+)\}}\s*")
_only_attributes = re.compile(rf"(?:\s*\{{:(?!:|/)({INSIDE}+)\}})?\s*\Z")
_unordered = re.compile(patterns.ITEM["ul"])
_MARKERS = {"ul": r"[+*-]", "ol": r"\d+\.", "dl": ":"}
_box = re.compile(rf"\A\s*\[([ xX])\]\s+(?:\{{:(?!:|/)({INSIDE}+)\}})?")


@lru_cache(64)
def marker(kind: str, indentation: int) -> re.Pattern[str]:
    """Return what begins an item, after one whose words begin at this column."""
    spaces = min(indentation - 1, 3)
    return re.compile(rf"( {{0,{spaces}}}{_MARKERS[kind]})({ITEM_TAIL})")


@lru_cache(64)
def _continuations(indentation: int) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what matches a line of the item, a lazy one, and the indentation to take away."""
    tabs, spaces = divmod(indentation, 4)
    words = r"[^\n]*[^ \t\n\r\f\v][^\n]*\n"
    own = rf"(?:(?:\t| {{4}}){{{tabs}}} {{{spaces}}}|(?:\t| {{4}}){{{tabs + 1}}}){words}"
    ends = rf" {{0,{min(indentation, 3)}}}(?:{ATTRIBUTE_LINE.removeprefix(patterns.INDENT)}"
    ends += rf"|{HTML_LINE.removeprefix(patterns.INDENT)})"
    return re.compile(own), re.compile(rf"(?!{ends}){words}"), re.compile(rf" {{{indentation}}}")


def _first_line(indentation: int, content: str) -> tuple[str, int]:
    """Return the first words of an item, and the columns before them."""
    if _only_attributes.match(content):
        return content.lstrip(WHITE), 4
    while found := re.match(r"( *)(\t+)", content):
        column = len(found[1]) + indentation
        width = 4 - column % 4 + (len(found[2]) - 1) * 4
        content = found[1] + " " * width + content[found.end() :]
    indentation += len(content) - len(content.lstrip(" "))
    return content.lstrip(WHITE), indentation


class ListItem:
    """An item being read: its node, its texts (parted where a list begins inside), its columns."""

    def __init__(self, kind: str, found: re.Match[str]):
        text, self.indentation = _first_line(len(found[1]), found[2])
        self.node = Node(kind)
        given = attributes_before.match(text)
        if given:
            self.node.give(read_attributes(given[1]))
            text = text[given.end() :]
        self.texts = [text]
        self.own, self.lazy, self.indent = _continuations(self.indentation)

    def take_away(self, line: str) -> tuple[str, bool]:
        """Return a line without the item's indentation, and whether it had it."""
        tabs = len(line) - len(line.lstrip("\t"))
        line = "    " * tabs + line[tabs:]
        found = self.indent.match(line)
        return (line[found.end() :], True) if found else (line, False)


class ListBlocks(BlockReader):
    """Reads them; a part of the block parser."""

    def item_list(self) -> bool:
        """Read an ordered or an unordered list."""
        if not self.check(patterns.item_start):
            return False
        kind = "ul" if self.check(_unordered) else "ol"
        node = self.add(Node(kind))
        items, ended_by_marker = self._items(kind)
        node.children = [item.node for item in items]
        for item in items:
            for text in item.texts:
                self.parse_into(item.node, text)
        trailing = self._tighten(node, ended_by_marker)
        if trailing is not None and not ended_by_marker:
            self.parent.children.append(trailing)
        _tick_boxes(node)
        return True

    def _items(self, kind: str) -> tuple[list[ListItem], bool]:
        items: list[ListItem] = []
        start = marker(kind, 4)
        holds_list = after_blank = False
        while self.position < len(self.text):
            if after_blank and self.check(patterns.rule):
                break
            if self.scan(patterns.end_marker):
                return items, True
            if found := self.scan(start):
                items.append(ListItem("li", found))
                start = marker(kind, items[-1].indentation)
                holds_list = bool(patterns.item_start.match(items[-1].texts[0]))
                after_blank = False
                continue
            item = items[-1]
            if line := self.scan(item.own) or (not after_blank and self.scan(item.lazy)):
                text, was_indented = item.take_away(line[0])
                if patterns.item_start.match(text):
                    if was_indented and not holds_list:
                        item.texts.append("")
                        holds_list = True
                    elif not was_indented and holds_list:
                        text = " " * (item.indentation + 4) + text
                item.texts[-1] += text
                after_blank = False
            elif line := self.scan(patterns.blank):
                holds_list = after_blank = True
                item.texts[-1] += line[0]
            else:
                break
        return items, False

    def _tighten(self, node: Node, ended_by_marker: bool) -> Node | None:
        """Open the first paragraphs that are none; return the blank lines after the list."""
        trailing = None
        for item in node.children:
            parts = item.children
            if not parts:
                continue
            if (
                len(parts) > 1
                and parts[0].kind == "p"
                and parts[0].given
                and parts[1].kind == "end"
            ):
                del parts[1]
            if parts[0].kind == "p" and _is_tight(node, item, ended_by_marker):
                open_paragraph(parts, len(parts) > 1 and parts[1].kind != "blank")
            trailing = parts.pop() if parts[-1].kind == "blank" else None
        return trailing


def open_paragraph(parts: list[Node], goes_on: bool) -> None:
    """Have the words of an item's first paragraph stand in the item itself.

    When more follows, the end of the last line is read, and may be a break.
    """
    if goes_on:
        parts[0].children[-1].value += "\n"
    parts[0].options["is_open"] = True


def _is_tight(node: Node, item: Node, ended_by_marker: bool) -> bool:
    parts, is_last = item.children, item is node.children[-1]
    is_glued = len(parts) < 2 or parts[1].kind != "blank"
    if not is_glued and not (is_last and len(parts) == 2 and not ended_by_marker):
        return False
    if not is_last or len(node.children) == 1:
        return True
    return any(
        not other.children
        or other.children[0].kind != "p"
        or other.children[0].options.get("is_open")
        for other in node.children[:-1]
    )


def _tick_boxes(node: Node) -> None:
    """Make `[ ]` and `[x]` at the head of an item a box (GFM, « Task list items »)."""
    has_box = False
    for item in node.children:
        if not item.children or item.children[0].kind != "p":
            continue
        text = item.children[0].children[0]
        found = _box.match(text.value)
        if found:
            has_box = True
            text.value = text.value[found.end() :]
            is_done = found[1] != " "
            checked = {"checked": "checked"} if is_done else {}
            checked["aria-label"] = "Fait" if is_done else "À faire"
            box = {"type": "checkbox", "class": "task-list-item-checkbox", "disabled": "disabled"}
            node_of_box = Node("html", "input", {**box, **checked})
            if found[2]:
                node_of_box.give(read_attributes(found[2]))
            item.children[0].children.insert(0, node_of_box)
        if has_box:
            item.attributes["class"] = "task-list-item"
    if has_box:
        node.attributes["class"] = "task-list"
