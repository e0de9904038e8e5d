"""Markdown inside HTML that asks for it, `<div markdown="1">`, as kramdown reads it.

Python-Markdown's own extension reads it; a text that never asks goes the shorter way.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.md_in_html import (
    HtmlBlockPreprocessor as InHtmlPreprocessor,
)
from markdown.extensions.md_in_html import (
    MarkdownInHTMLPostprocessor,
    MarkdownInHtmlProcessor,
)
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor

from scribouilli.markdown_parts import put_aside_around

IN_HTML = "in_html"  # the name of what reads it
TAKEN_AWAY = "markdown_attribute"  # the name of what takes the attribute out of what is built
_ASKS = re.compile(r"\smarkdown\s*=")
_ATTRIBUTE = re.compile(
    r"""(<[A-Za-z][^<>]*?)\smarkdown\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)"""
)


class MarkdownInHtml(Extension):
    """Reads Markdown in the elements that have the attribute, and takes it away."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Replace what reads HTML, with the priorities that Python-Markdown gives."""
        blocks = _AskedProcessor(md.parser)
        md.preprocessors.register(_AskedPreprocessor(md, blocks), "html_block", 20)
        md.parser.blockprocessors.register(blocks, IN_HTML, 105)
        md.postprocessors.register(MarkdownInHTMLPostprocessor(md), "raw_html", 30)
        md.postprocessors.register(_AttributeTakenAway(md), TAKEN_AWAY, 5)


class _AskedProcessor(MarkdownInHtmlProcessor):
    """Reads what HTML holds, in the texts that ask."""

    def __init__(self, parser: BlockParser):
        super().__init__(parser)
        self.is_asked = False
        self.read: list[Element] = []  # the elements of a text that its author wrote

    def parse_element_content(self, element: Element) -> None:
        """Read what an element holds, and remember it."""
        self.read.append(element)
        super().parse_element_content(element)

    def test(self, parent: Element, block: str) -> bool:
        """Return whether a block may be HTML to be read."""
        return self.is_asked


class _AskedPreprocessor(Preprocessor):
    """Reads the HTML of a text as Python-Markdown does, or as its extension when it asks."""

    def __init__(self, md: Markdown, blocks: _AskedProcessor):
        super().__init__(md)
        self._blocks = blocks
        self._plain, self._inside = HtmlBlockPreprocessor(md), InHtmlPreprocessor(md)

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of a text, its HTML put aside."""
        text = "\n".join(lines)
        self._blocks.is_asked, self._blocks.read = _asks(text), []
        if not self._blocks.is_asked:
            return self._plain.run(lines)
        text = put_aside_around(text, self.md.is_block_level, self.md.htmlStash.store)
        return self._inside.run(text.split("\n"))


class _AttributeTakenAway(Postprocessor):
    """Takes the attribute out of the tags that still have it (`markdown="0"`)."""

    def run(self, text: str) -> str:
        """Return the HTML without it; a tag shown as code has no `<`."""
        return _ATTRIBUTE.sub(r"\1", text) if _asks(text) else text


def _asks(text: str) -> bool:
    return "markdown" in text and _ASKS.search(text) is not None
