"""Links, images, and the calls of notes, as kramdown reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

from jekyll.kramdown.definitions import link_name
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import WHITE, W, escape
from jekyll.kramdown.span_reader import SpanReader

_bracket = re.compile(r"\]|(?<!!)\[(?!\^)")
_open = re.compile(r"!?\[(?!\^)")
_reference = re.compile(rf"{W}*?\[([^\]]+)?\]")
_in_angles = re.compile(r"\(<([^\n]*?)>")
_paren = re.compile(rf"[()]|{W}(?=['\"])")
_title = re.compile(rf"{W}*([\"'])(.+?)\1{W}*\)", re.DOTALL)
_autolink = re.compile(r"<((?:mailto|https?|ftps?):[^\s>]+?|[-.\w]+@[-\w]+(?:\.[-\w]+)*\.[a-z]+)>")
_note = re.compile(r"\[\^([A-Za-z0-9_][\w-]*)\]")


class LinkSpans(SpanReader):
    """Reads them; a part of the span parser."""

    def note_call(self) -> bool:
        """Read `[^name]` when the note exists."""
        found = _note.match(self.text, self.position)
        if not found or found[1] not in self.notes:
            return False
        self.position = found.end()
        self.add(Node("note_call", found[1]))
        return True

    def autolink(self) -> bool:
        """Read `<https://…>` and `<name@host>`."""
        found = self.scan(_autolink)
        if not found:
            return False
        address = found[1]
        href = address if re.match(r"\w+:", address) else f"mailto:{address}"
        words = address.removeprefix("mailto:")
        self.add(Node("a", attributes={"href": href}, children=[Node("chars", words)]))
        return True

    def link(self) -> bool:
        """Read a link or an image, its address in parentheses or by a name."""
        start, found = self.position, self.scan(_open)
        if not found:  # an exclamation mark before a quotation mark
            return False
        sign = found[0]
        kind = "img" if sign == "![" else "a"
        node = Node(kind)
        is_read = (
            start not in self.dead_brackets
            and not (kind == "a" and "a" in self.inside)
            and self._words(node, start)
            and self._target(node, self.text[start + len(sign) : self.position - 1])
        )
        if not is_read:
            self.position = start + len(sign)
            self.add_text(sign)
            return True
        self.add(node)
        return True

    def _words(self, node: Node, start: int) -> bool:
        """Read what stands between the brackets."""
        if not self.parse_here(node, _bracket, self._closes(node)):
            self.dead_brackets.add(start)
            return False
        self.position += 1
        return True

    def _closes(self, node: Node) -> Callable[[re.Match[str]], bool]:
        """Return what says whether a bracket ends the words, those inside them counted."""
        depth = 1

        def is_end(found: re.Match[str]) -> bool:
            nonlocal depth
            if found[0] == "]":
                depth -= 1
                return depth == 0
            if node.kind == "a":  # no link stands in another: the bracket is a sign
                depth += 1
            return False

        return is_end

    def _target(self, node: Node, words: str) -> bool:
        """Read the address after the words."""
        found = self.scan(_reference)
        if found or not self.text.startswith("(", self.position):
            name = link_name((found and found[1]) or escape.sub(r"\1", words))
            if name not in self.links:
                return False
            address, title, mark = self.links[name]
            if mark.given:
                node.receive(mark.given, self.attribute_lists)
            return _set_target(node, address, title, words)
        if found := _in_angles.match(self.text, self.position):
            self.position = found.end()
            address = found[1]
            if self.text.startswith(")", self.position):
                self.position += 1
                return _set_target(node, address, None, words)
        else:
            address, is_whole = self._address()
            if is_whole:
                return _set_target(node, address, None, words)
        quoted = self.scan(_title)
        return quoted is not None and _set_target(node, address, quoted[2], words)

    def _address(self) -> tuple[str, bool]:
        """Return an address, and whether the parenthesis that ends it was met."""
        start, depth = self.position, 0
        for found in _paren.finditer(self.text, start):
            self.position = found.end()
            if found[0] == "(":
                depth += 1
            elif found[0] == ")":
                depth -= 1
                if not depth:
                    return self.text[start + 1 : found.start()].strip(WHITE), True
            else:
                return self.text[start + 1 : found.start()].strip(WHITE), False
        return "", False


def _set_target(node: Node, address: str, title: str | None, words: str) -> bool:
    name = "src" if node.kind == "img" else "href"
    address = escape.sub(r"\1", address.replace("\n", " "))
    target = {name: address}
    if node.kind == "img":
        target["alt"] = escape.sub(r"\1", words)
        node.children.clear()
    if title:
        target["title"] = " ".join(escape.sub(r"\1", title).split())
    node.attributes = {**target, **node.attributes}
    return True
