"""The tree of a page, for Python-Markdown: elements made from blocks and spans."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Comment, Element, SubElement

from jekyll.kramdown.attributes import Listed
from jekyll.kramdown.blocks import BlockParser
from jekyll.kramdown.contents import fill_contents
from jekyll.kramdown.footnotes import NoteList
from jekyll.kramdown.html_elements import BLOCK_ELEMENTS
from jekyll.kramdown.identifiers import Identifiers
from jekyll.kramdown.nodes import BLOCKS, SILENT, Node
from jekyll.kramdown.smart_quotes import is_abroad, mend_quotes
from jekyll.kramdown.spans import SpanParser

# The attribute of the tags that stand in a text, in which kramdown reads none of their name.
STRAY = "data-markdown-stray"
_TAG_NAME = re.compile(r"\A<[A-Za-z_][^\s/>]*")


class PageTree:
    """Makes the elements of one text.

    Args:
        keep_raw: keeps HTML as it is, and returns the text that stands for it.

    Attributes:
        listed: what attribute lists (`{: lang="en"}`) give, in order, with the element's name.
    """

    def __init__(
        self, keep_raw: Callable[[str], str], as_written: bool = False, french_quotes: bool = False
    ):
        self._keep_raw, self._as_written = keep_raw, as_written
        self._french_quotes = french_quotes
        self.listed: list[tuple[str, Listed]] = []
        self._blocks = BlockParser()
        self._headings: list[tuple[int, str, Element]] = []
        self._identifiers = Identifiers()
        self._contents: list[tuple[Element, Element, Node]] = []

    def make(self, text: str) -> Element:
        """Return the element that holds the page's."""
        root = self._blocks.parse(text)
        blocks = self._blocks
        self._spans = SpanParser(blocks.links, blocks.notes, blocks.attribute_lists, blocks.options)
        self._notes = NoteList(blocks.notes, blocks.options.get("footnote_nr", 1))
        names = sorted(blocks.abbreviations, key=len, reverse=True)
        self._short = (
            re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)") if names else None
        )
        page = Element("div")
        self._children(page, root)
        for note, item in self._notes.items(page):
            self._children(item, note)
            self._notes.close(item, note)
        fill_contents(self._contents, self._headings)
        return page

    def _children(self, parent: Element, node: Node) -> None:
        for child in node.children:
            if child.kind not in SILENT:
                self._add(parent, child)
                if child.kind in BLOCKS and not child.options.get("is_open"):
                    add_text(parent, "\n")  # parts the words of two blocks

    def _add(self, parent: Element, node: Node) -> None:
        if node.given:
            node.receive(node.given, self._blocks.attribute_lists)
        if listed := node.options.get("listed"):
            self.listed.append((node.element, listed))
        make = getattr(self, f"_{node.kind}", None)
        before = self._french_quotes
        self._french_quotes = before and not is_abroad(node.attributes.get("lang"))
        if make:
            make(parent, node)
        else:
            self._children(self._element(parent, node.kind, node), node)
        self._french_quotes = before

    def _element(self, parent: Element, name: str, node: Node) -> Element:
        element = SubElement(parent, name)
        for key, value in node.attributes.items():
            element.set(key, value)
        return element

    # Texts.

    def _spans_of(self, node: Node) -> list[Node]:
        return self._read(node.value) if node.kind == "text" else [node]

    def _read(self, text: str) -> list[Node]:
        spans = self._spans.parse(text)
        if self._french_quotes and '"' in text:
            mend_quotes(spans)
        return spans

    def _text(self, parent: Element, node: Node) -> None:
        node.children = self._read(node.value)
        self._children(parent, node)

    def _chars(self, parent: Element, node: Node) -> None:
        if not self._short:
            add_text(parent, node.value)
            return
        place = 0
        for found in self._short.finditer(node.value):
            add_text(parent, node.value[place : found.start()])
            meaning, mark = self._blocks.abbreviations[found[1]]
            short = SubElement(parent, "abbr")
            if meaning:
                short.set("title", meaning)
            if mark.given:
                listed = mark.given.apply({}, self._blocks.attribute_lists)
                short.attrib.update({key: value for key, (value, _) in listed.items()})
                self.listed.append(("abbr", listed))
            short.text = found[1]
            place = found.end()
        add_text(parent, node.value[place:])

    def _symbol(self, parent: Element, node: Node) -> None:
        add_text(parent, node.value)

    _entity = _symbol
    _html_text = _symbol

    def _raw(self, parent: Element, node: Node) -> None:
        add_text(parent, self._keep_raw(node.value))

    def _verbatim(self, parent: Element, node: Node) -> None:
        if self._as_written:
            self._raw(parent, node)
        else:
            add_text(parent, node.value)

    def _stray(self, parent: Element, node: Node) -> None:
        if self._as_written:
            node.value = _TAG_NAME.sub(rf'\g<0> {STRAY}=""', node.value)
        self._verbatim(parent, node)

    def _comment(self, parent: Element, node: Node) -> None:
        parent.append(Comment(node.value))

    # Blocks and spans that are not just an element.

    def _p(self, parent: Element, node: Node) -> None:
        spans = [span for text in node.children for span in self._spans_of(text)]
        node.children = spans
        if len(spans) == 1 and spans[0].options.get("is_standalone"):
            self._figure(parent, node, spans[0])
        elif node.options.get("is_open") or (len(spans) == 1 and _holds_blocks(spans[0])):
            self._children(parent, node)
        else:
            self._children(self._element(parent, "p", node), node)

    def _figure(self, parent: Element, node: Node, image: Node) -> None:
        """Make an image alone in its paragraph (`{:standalone}`) a figure with its caption."""
        if not node.attributes:
            names = [name for name in image.attributes if name in ("class", "id")]
            node.attributes = {name: image.attributes.pop(name) for name in names}
        figure = self._element(parent, "figure", node)
        self._element(figure, "img", image)
        SubElement(figure, "figcaption").text = image.attributes.get("alt", "")

    def _heading(self, parent: Element, node: Node) -> None:
        heading = self._element(parent, f"h{node.options['level']}", node)
        self._children(heading, node)
        identifier = heading.get("id") or self._identifiers.of(_words(node))
        if identifier:
            heading.set("id", identifier)
        if "no_toc" not in heading.get("class", "").split():
            self._headings.append((node.options["level"], identifier, heading))

    def _code_block(self, parent: Element, node: Node) -> None:
        code = SubElement(SubElement(parent, "pre"), "code")
        for key, value in node.attributes.items():
            code.set(key, value)
        code.text = node.value.replace("&", "&amp;")

    def _code(self, parent: Element, node: Node) -> None:
        add_text(self._element(parent, "code", node), node.value.replace("&", "&amp;"))

    def _math(self, parent: Element, node: Node) -> None:
        name = "div" if node.options["is_block"] else "span"
        formula = self._element(parent, name, node)
        formula.set("class", "math")
        formula.text = f"$${node.value}$$".replace("&", "&amp;")

    def _html(self, parent: Element, node: Node) -> None:
        if self._as_written and "tag" in node.options:
            add_text(parent, self._keep_raw(node.options["tag"]))
            self._children(parent, node)
            add_text(parent, self._keep_raw(node.options.get("end", "")))
        else:
            self._children(self._element(parent, node.value, node), node)

    def _list(self, parent: Element, node: Node) -> None:
        # The first of a text alone, as in kramdown.
        if node.given and "toc" in node.given.references and not self._contents:
            self._contents.append((parent, self._element(parent, node.kind, node), node))
        else:
            self._children(self._element(parent, node.kind, node), node)

    _ul = _list
    _ol = _list

    def _note_call(self, parent: Element, node: Node) -> None:
        self._notes.call(parent, node.value)


def add_text(parent: Element, text: str) -> None:
    """Add characters at the end of an element."""
    holder, name = (parent[-1], "tail") if len(parent) else (parent, "text")
    value = getattr(holder, name) or ""
    setattr(holder, name, None)  # nothing else holds the text, which grows in its place
    value += text
    setattr(holder, name, value)


def _words(node: Node) -> str:
    if node.kind in ("chars", "symbol", "code", "math"):
        return node.value
    return "".join(map(_words, node.children))


def _holds_blocks(node: Node) -> bool:
    """Return whether HTML that stands alone in a paragraph holds what no paragraph can."""
    return node.kind == "html" and any(
        child.value in BLOCK_ELEMENTS or _holds_blocks(child)
        for child in node.children
        if child.kind == "html"
    )
