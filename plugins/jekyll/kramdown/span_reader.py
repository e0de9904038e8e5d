"""What the parts of the span parser share."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable

from jekyll.kramdown.nodes import Node
from jekyll.kramdown.scanner import Parser, Scanner

_start = re.compile(r"""[*_`<\[&\\~{$]|!\[|--|\.\.\.|[ ]?>>|[ ]{2}\n|[^\\]?["']""", re.VERBOSE)
_LONGEST = 5000  # characters to which others are added: each time, all are copied


class SpanReader(Scanner, ABC):
    """Reads the spans of texts."""

    inside: list[str]  # the kinds of the spans that are open
    tags: list[str]  # those of the HTML elements that are open
    is_raw: bool  # what is read is HTML alone
    dead_brackets: set[int]  # where those are that begin no link

    def parse(self, text: str) -> list[Node]:
        """Return the spans of a text."""
        before = self.text, self.position, self.dead_brackets, self.is_raw
        self.text, self.position, self.dead_brackets, self.is_raw = text, 0, set(), False
        node = Node("root")
        self.parse_here(node)
        self.text, self.position, self.dead_brackets, self.is_raw = before
        return node.children

    def parse_here(
        self,
        node: Node,
        stop: re.Pattern[str] | None = None,
        is_end: Callable[[re.Match[str]], bool] = lambda _: True,
    ) -> bool:
        """Read the spans that follow into a node, as far as a stop; return whether it was met."""
        before, self.parent = self.parent, node
        self.inside.append(node.kind)
        met = self._parse(stop, is_end)
        self.inside.pop()
        self.parent = before
        return met

    def _parse(self, stop: re.Pattern[str] | None, is_end: Callable[[re.Match[str]], bool]) -> bool:
        text = self.text
        while self.position < len(text):
            found = _start.search(text, self.position)
            place = found.start() if found else len(text)
            ended = stop.search(text, self.position, place + 64) if stop else None
            if ended and ended.start() <= place:
                self.add_text(text[self.position : ended.start()])
                self.position = ended.start()
                if is_end(ended):
                    return True
                if ended.start() < place:
                    self._take_sign()
                    continue
            else:
                self.add_text(text[self.position : place])
                self.position = place
            if not found:
                break
            for parser in self._at(text[place]):
                if parser():
                    break
            else:
                self._take_sign()
        return False

    @abstractmethod
    def _at(self, sign: str) -> tuple[Parser, ...]:
        """Return the parsers of what begins with a sign, quotation marks after it included."""

    def _take_sign(self) -> None:
        self.add_text(self.text[self.position])
        self.position += 1

    def add_text(self, text: str) -> None:
        """Add characters to the node."""
        if not text:
            return
        last = self.parent.last
        if last is not None and last.kind == "chars" and len(last.value) < _LONGEST:
            last.value += text
        else:
            self.parent.children.append(Node("chars", text))

    def add(self, node: Node) -> Node:
        """Add a span to the node."""
        self.parent.children.append(node)
        return node

    def previous(self) -> str:
        """Return the sign before what is read, or ""."""
        return self.text[self.position - 1] if self.position else ""
