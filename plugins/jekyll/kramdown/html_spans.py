"""HTML in a text: what its elements hold is read on, but for code."""

from __future__ import annotations

import re

from jekyll.kramdown.html_elements import (
    BLOCK_ELEMENTS,
    ENDED_BY,
    VOID_ELEMENTS,
    closing_tag,
    comment,
    is_never_read,
    match_tag,
    read_tag_attributes,
)
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.span_reader import SpanReader


class HtmlSpans(SpanReader):
    """Reads it; a part of the span parser."""

    def html(self) -> bool:
        """Read a comment or an element."""
        if found := self.scan(comment):
            self.add(Node("comment", found[0][4:-3]))
        elif found := self.scan(closing_tag):
            self.add(Node("stray", found[0]))
        elif found := match_tag(self.text, self.position):
            self.position = found.end()
            self._element(found)
        else:
            return False
        return True

    def _element(self, found: re.Match[str]) -> None:
        name = found["name"].lower()
        if name in BLOCK_ELEMENTS and "a" not in self.tags:  # it may hold some (HTML, 4.5.1)
            self.add(Node("stray", found[0]))
            return
        attributes = read_tag_attributes(found["attributes"])
        asked = attributes.pop("markdown", None)
        attributes = {key: re.sub(r"\n+", " ", value) for key, value in attributes.items()}
        node = self.add(Node("html", name, attributes, options={"tag": found[0]}))
        if found["closed"] or name in VOID_ELEMENTS:
            return
        stop = re.compile(rf"</{re.escape(name)}\s*>{self._ends(name)}", re.IGNORECASE)
        before = self.is_raw
        self.tags.append(name)
        self.is_raw = self._is_raw(name, asked)
        if name in ("script", "style"):
            self._verbatim(node, stop)
        elif self.parse_here(node, stop):
            node.options["end"] = self.take(stop) or f"</{name}>"
        self.is_raw = before
        self.tags.pop()

    def _ends(self, name: str) -> str:
        """Return a pattern of what else ends an element whose end may be left out."""
        if name not in ENDED_BY or not self.tags:
            return ""
        holders = "|".join(map(re.escape, self.tags))
        return rf"|(?=<(?:{'|'.join(ENDED_BY[name])})\b)|(?=</(?:{holders})\s*>)"

    def _is_raw(self, name: str, asked: str | None) -> bool:
        """Return whether what an element holds is HTML alone."""
        if asked in ("0", "1", "span"):
            return asked == "0" or (asked == "1" and is_never_read(name))
        return is_never_read(name) or self.is_raw or not self.options.get("parse_span_html", True)

    def _verbatim(self, node: Node, stop: re.Pattern[str]) -> None:
        end = stop.search(self.text, self.position)
        place = end.start() if end else len(self.text)
        node.children.append(Node("verbatim", self.text[self.position : place]))
        self.position = end.end() if end else place
        node.options["end"] = end[0] if end else ""
