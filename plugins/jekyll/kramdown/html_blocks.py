"""HTML that begins a line: elements that hold it as it is, or ask for Markdown (`markdown="1"`)."""

from __future__ import annotations

import re

from jekyll.kramdown.html_elements import (
    ENDED_BY,
    SPAN_ELEMENTS,
    VOID_ELEMENTS,
    closing_tag,
    comment,
    content_model,
    is_badly_quoted,
    match_tag,
    read_tag_attributes,
)
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.scanner import BlockReader
from jekyll.kramdown.sound_html import sound_end

_spaces = re.compile(r" {0,3}(?=<)")
_rest_of_line = re.compile(r"[ \t]*\n")
_markup = re.compile(r"<(?=[A-Za-z_!?/])")


class HtmlBlocks(BlockReader):
    """Reads it; a part of the block parser."""

    def html(self) -> bool:
        """Read a comment, an element, or the end of the element that is read."""
        indentation = self.check(_spaces)
        if not indentation:
            return False
        start = indentation.end()
        if found := comment.match(self.text, start):
            self.position = found.end()
            self.parent.children.append(Node("comment", found[0][4:-3]))
            self.scan(_rest_of_line)
            return True
        if found := match_tag(self.text, start):
            if found["name"].lower() in SPAN_ELEMENTS:
                return False
            self.position = found.end()
            self._element(found)
            return True
        return self._closing(closing_tag.match(self.text, start))

    def _closing(self, found: re.Match[str] | None) -> bool:
        if not found or self.parent.kind != "html" or found["name"].lower() != self.parent.value:
            return False
        self.position = found.end()
        self.parent.options |= {"closed_here": True, "end": found[0]}
        return True

    def _element(self, found: re.Match[str]) -> None:
        """Read an element whose first tag has been read."""
        name = found["name"].lower()
        attributes = read_tag_attributes(found["attributes"])
        is_raw_parent = self.parent.kind == "html" and self.parent.options["model"] == "raw"
        is_read = is_badly_quoted(found) and not is_raw_parent
        is_read = is_read or self.options.get("parse_block_html", False)
        asked = attributes.pop("markdown", "1" if is_read else None)
        model = content_model(name, asked)
        node = self.add(Node("html", name, attributes, options={"model": model, "tag": found[0]}))
        if not found["closed"] and name not in VOID_ELEMENTS:
            if model == "block":
                self.scan(_rest_of_line)
                self.parse_here(node)
            elif model == "span":
                self._text_until_end(node, "text")
            elif name in ("script", "style"):
                self._text_until_end(node, "verbatim")
            else:
                self._raw(node)
        if not is_raw_parent:
            self.scan(_rest_of_line)

    def _text_until_end(self, node: Node, kind: str) -> None:
        end = re.compile(rf"</{re.escape(node.value)}\s*>", re.IGNORECASE).search(
            self.text, self.position
        )
        stop = end.start() if end else len(self.text)
        node.children.append(Node(kind, self.text[self.position : stop]))
        self.position = end.end() if end else stop
        node.options["end"] = end[0] if end else ""

    def _raw(self, node: Node) -> None:
        """Read what an element holds as HTML, elements in it that ask for Markdown excepted."""
        before, self.parent = self.parent, node
        self.holders.append(node.value)
        while self.position < len(self.text):
            self._sound(node)
            found = _markup.search(self.text, self.position)
            stop = found.start() if found else len(self.text)
            self._raw_text(self.text[self.position : stop])
            self.position = stop
            if not found or self._raw_markup(node):
                break
        self.holders.pop()
        self.parent = before

    def _sound(self, node: Node) -> None:
        """Keep as it is what needs no reading, unless that is known to end before it is whole."""
        if self.position < self.odd_at or self.options.get("parse_block_html"):
            return
        end, self.odd_at = sound_end(self.text, self.position, node.value)
        if end > self.position:
            node.children.append(Node("raw", self.text[self.position : end]))
            self.position = end

    def _raw_text(self, text: str) -> None:
        if text:
            self.parent.children.append(Node("html_text", text))

    def _raw_markup(self, node: Node) -> bool:
        """Read what begins with `<`; return whether it is the end of the element."""
        if found := self.scan(comment):
            node.children.append(Node("comment", found[0][4:-3]))
        elif found := match_tag(self.text, self.position):
            if found["name"].lower() in ENDED_BY.get(node.value, ()):
                return _end(node)
            self.position = found.end()
            self._element(found)
        elif found := self.check(closing_tag):
            name = found["name"].lower()
            if name != node.value and node.value in ENDED_BY and name in self.holders:
                return _end(node)
            self.position = found.end()
            if name == node.value:
                node.options["end"] = found[0]
                return True
            node.children.append(Node("stray", found[0]))
        else:
            self._raw_text("<")
            self.position += 1
        return False


def _end(node: Node) -> bool:
    """End an element whose end is left out."""
    node.options["end"] = f"</{node.value}>"
    return True
