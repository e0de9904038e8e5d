"""The spans of a text, read from left to right: emphasis, code, links, HTML, notes, signs."""

from __future__ import annotations

import re
from functools import lru_cache

from jekyll.kramdown.attributes import AttributeList, read_attributes
from jekyll.kramdown.block_extensions import KNOWN, is_shown, set_options, span_extension
from jekyll.kramdown.html_spans import HtmlSpans
from jekyll.kramdown.links import LinkSpans
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import INSIDE, WHITE, escape
from jekyll.kramdown.scanner import Link, Parser, TextOptions
from jekyll.kramdown.smart_quotes import QuoteSpans

_emphasis = re.compile(r"\*\*?|__?")
_letters_before = re.compile(r"[^\W\d_]-?[^\W\d_]*\Z")
_break = re.compile(r"(?:[ ]{2}|\\\\|\\)\n")
_ticks = re.compile(r"`+")
_entity = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_struck = re.compile(r"~~(?![ \t\r\n\f\v~])(.*?[^ \t\r\n\f\v~])~~", re.DOTALL)
_attributes = re.compile(rf"\{{:(?!:|/)({INSIDE}+)\}}")
_struck_end = re.compile(r"[^ \t\r\n\f\v~]~~")
_math = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)


class SpanParser(LinkSpans, HtmlSpans, QuoteSpans):
    """Reads the spans of texts."""

    def __init__(
        self,
        links: dict[str, Link],
        notes: dict[str, Node],
        attribute_lists: dict[str, AttributeList],
        options: TextOptions,
    ):
        self.options = options
        self.is_raw = False
        self.links, self.notes, self.attribute_lists = links, notes, attribute_lists
        self.text, self.position = "", 0
        self.parent = Node("root")
        self.inside = []
        self.tags = []
        self.dead_brackets = set()
        parsers: dict[str, tuple[Parser, ...]] = {
            "*": (self.emphasis,),
            "_": (self.emphasis,),
            "`": (self.code,),
            "<": (self.autolink, self.html, self.symbol),
            "[": (self.note_call, self.link),
            "!": (self.link,),
            "{": (self.extension,),
            "&": (self.entity,),
            "\\": (self.line_break, self.symbol, self.escape),
            "~": (self.strike,),
            "$": (self.math,),
            " ": (self.line_break, self.symbol),
            "-": (self.symbol,),
            ".": (self.symbol,),
            ">": (self.symbol,),
        }
        self._quote = (self.quote,)
        self._parsers = {sign: (*those, self.quote) for sign, those in parsers.items()}

    def _at(self, sign: str) -> tuple[Parser, ...]:
        if self.is_raw:
            return (self.html,) if sign == "<" else ()
        return self._parsers.get(sign, self._quote)

    # The simple spans.

    def emphasis(self) -> bool:
        """Read `*em*`, `**strong**`, and the same with `_`."""
        start = self.position
        sign = self.take(_emphasis)
        kind = "strong" if len(sign) == 2 else "em"
        after = self.text[self.position : self.position + 1]
        letters = self.text[max(0, start - 64) : start]
        is_in_word = sign[0] == "_" and _letters_before.search(letters)
        if is_in_word or (after and after in WHITE) or kind in self.inside:
            self.add_text(sign)
            return True
        if self._emphasis(kind, sign):
            return True
        if kind == "strong" and self.parent.kind != "em":
            self.position = start + 1
            if self._emphasis("em", sign[0]):
                return True
        self.position = start + len(sign)
        self.add_text(sign)
        return True

    def _emphasis(self, kind: str, sign: str) -> bool:
        node = Node(kind)

        def is_end(found: re.Match[str]) -> bool:
            place, length = found.start(), len(sign)
            if self.text[place - 1] in WHITE or not node.children:
                return False
            doubled = self.text.startswith(sign * 2, place)
            if kind == "em" and doubled and not self.text.startswith(sign * 3, place):
                return False
            after = self.text[place + length : place + length + 1]
            return not (sign[0] == "_" and after.isalnum())

        if not self.parse_here(node, re.compile(re.escape(sign)), is_end):
            return False
        self.position += len(sign)
        self.add(node)
        return True

    def code(self) -> bool:
        """Read code between as many backticks on each side."""
        before = self.previous()
        ticks = self.take(_ticks)
        after = self.text[self.position : self.position + 1]
        is_alone = len(ticks) == 1 and (not before or before in WHITE) and after in WHITE and after
        end = -1 if is_alone else self.text.find(ticks, self.position)
        if end < 0:
            self.add_text(ticks)
            return True
        code = self.text[self.position : end]
        if len(ticks) > 1:
            code = code.removeprefix(" ").removesuffix(" ")
        self.position = end + len(ticks)
        self.add(Node("code", code))
        return True

    def strike(self) -> bool:
        """Read `~~struck~~` (GFM)."""
        found = self.scan(_struck) if self.position < _last_struck(self.text) else None
        if found:
            self.add(Node("del", children=self.parse(found[1])))
        return bool(found)

    def math(self) -> bool:
        """Read a formula."""
        found = self.scan(_math)
        if found:
            self.add(Node("math", found[1].strip(WHITE), options={"is_block": False}))
        return bool(found)

    def entity(self) -> bool:
        """Read a character by its name or its number."""
        found = self.scan(_entity)
        if found:
            self.add(Node("entity", found[0]))
        return bool(found)

    def escape(self) -> bool:
        """Read a sign that stands for itself."""
        found = self.scan(escape)
        if found:
            self.add_text(found[1].replace("&", "&amp;"))
            self.add(Node("chars"))  # what follows begins anew: `\**a*`
        return bool(found)

    def line_break(self) -> bool:
        """Read two spaces, or backslashes, at the end of a line."""
        found = _break.match(self.text, self.position)
        if not found:
            return False
        self.position = found.end() - 1
        self.add(Node("br"))
        return True

    def extension(self) -> bool:
        """Read what stands between braces: attributes, a comment, raw HTML."""
        found = span_extension.match(self.text, self.position)
        if found and found["name"] in KNOWN:
            return self._extension(found)
        found = _attributes.match(self.text, self.position)
        last = self.parent.last
        if not found or last is None or last.kind in ("chars", "entity"):
            return False
        self.position = found.end()
        given = read_attributes(found[1])
        last.options["is_standalone"] = "standalone" in given.references
        last.receive(given, self.attribute_lists)
        return True

    def _extension(self, found: re.Match[str]) -> bool:
        end = re.compile(rf"\{{:/(?:{found['name']})?\}}").search(self.text, found.end())
        if found["name"] == "options":
            set_options(self.options, found["options"] or "")
        elif not found["closed"] and not end:
            return False
        if not found["closed"] and end and found["name"] != "options":
            if is_shown(found):
                self.add(Node("raw", self.text[found.end() : end.start()]))
            self.position = end.end()
        else:
            self.position = found.end()
        return True


@lru_cache(maxsize=8)
def _last_struck(text: str) -> int:
    """Return where the last mark that may end a struck text is; -1 for none, seen once."""
    return max((found.start() for found in _struck_end.finditer(text)), default=-1)
