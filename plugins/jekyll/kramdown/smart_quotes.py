"""Quotation marks turned the right way, French or not; dashes, ellipses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.french.quotes import STRAIGHT, paired
from core.language import is_french
from jekyll.kramdown.nodes import Node, NodeOptions
from jekyll.kramdown.span_reader import SpanReader

LEFT, RIGHT = {"'": "‘", '"': "“"}, {"'": "’", '"': "”"}
_SIGN = r"""[!"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"""
_WORD = r"[A-Za-z0-9_]"
_quote = re.compile(r"""[^\\]?["']""")
# Each with what stands before the mark (its first group), the mark (the second) and its side.
_RULES = [
    (re.compile(r"""()(["'])(?=[_*]{1,2}[^ \t\r\n\f\v])"""), LEFT),
    (re.compile(rf"""()(["'])(?={_SIGN}(?!\.\.)\B)"""), RIGHT),
    (re.compile(rf"""([ \t\r\n\f\v]?)("'|'")(?={_WORD})"""), LEFT),
    (re.compile(r"""([ \t\r\n\f\v]?)(')(?=\d\ds)"""), RIGHT),
    (re.compile(rf"""([ \t\r\n\f\v])(["'])(?={_WORD})"""), LEFT),
    (re.compile(r"""([^ \\\t\r\n\[{(-])(["'])"""), RIGHT),
    (re.compile(r"""()(["'])(?=[ \t\r\n\f\v]|s\b|\Z)""", re.MULTILINE), RIGHT),
    (re.compile(r"""(.?)(["'])""", re.DOTALL), LEFT),
]
_symbol = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<<[ ]| >>|<<|>>")
_SYMBOLS = {
    "---": "—",
    "--": "–",
    "...": "…",
    "\\<<": "<<",
    "\\>>": ">>",
    "<< ": "«\u00a0",
    " >>": "\u00a0»",
    "<<": "«",
    ">>": "»",
}


class QuoteSpans(SpanReader):
    """Reads them; a part of the span parser."""

    def quote(self) -> bool:
        """Read a quotation mark, and the sign before it."""
        if not _quote.match(self.text, self.position):
            return False
        for pattern, side in _RULES:
            if found := self.scan(pattern):
                self.add_text(found[1])
                for mark in found[2]:
                    options: NodeOptions = {"is_straight": True} if mark == '"' else {}
                    self.add(Node("symbol", side[mark], options=options))
                return True
        return False

    def symbol(self) -> bool:
        """Read dashes, an ellipsis, angled quotation marks."""
        found = self.scan(_symbol)
        if found:
            self.add(Node("symbol", _SYMBOLS[found[0]]))
        return bool(found)


# The sign that stands for what is no text, so that it is no space: an image, code, a formula.
_SOMETHING = "\ufffc"
_NOTHING = frozenset({"comment", "stray", "verbatim", "note_call"})
_SPACES = frozenset({"&nbsp;", "&#160;", "&#xa0;", "&#8239;"})


def mend_quotes(spans: Iterable[Node]) -> None:
    """Give the straight marks of a text, read as spans, their French forms."""
    parts: list[str] = []
    symbols: list[tuple[int, Node]] = []
    place = 0
    for span in spans:
        for words, node in _shown(span):
            if node is not None:
                symbols.append((place, node))
            parts.append(words)
            place += len(words)
    text = "".join(parts)
    marks = paired(text)
    for place, node in symbols:
        if node.value == "‘" and place and text[place - 1].isalpha():
            node.value = "’"  # l'"École": kramdown reads two marks that open
        elif place in marks:
            node.value = marks[place]


def is_abroad(tag: str | None) -> bool:
    """Return whether an element says that it is in another language (`lang`)."""
    return bool(tag) and not is_french(tag or "")


def _shown(node: Node) -> Iterator[tuple[str, Node | None]]:
    """Yield what a node shows, in parts; each mark with the node to be mended."""
    if node.kind == "symbol":
        yield STRAIGHT if node.options.get("is_straight") else node.value, node
    elif node.kind == "chars":
        yield node.value.replace(STRAIGHT, _SOMETHING), None
    elif node.kind == "br" or node.value in _SPACES:
        yield " ", None
    elif _is_read(node):
        for child in node.children:
            yield from _shown(child)
    elif node.kind not in _NOTHING:
        yield _SOMETHING, None


def _is_read(node: Node) -> bool:
    """Return whether what a node holds is French text."""
    if not node.children:
        return False
    written = node.given.attributes.get("lang") if node.given else None
    return not is_abroad(node.attributes.get("lang") or written)
