"""Quotation marks turned the right way, dashes, ellipses (kramdown's « Typographic Symbols »)."""

from __future__ import annotations

import re

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
