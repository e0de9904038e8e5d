"""The extension of Python-Markdown that reads as kramdown (GFM) does.

It takes the place of Python-Markdown's block parser and inline patterns; what other extensions do
before (preprocessors) and after (tree processors, postprocessors) works as its documentation says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import ElementTree

import markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.util import HTML_PLACEHOLDER, Registry

from jekyll.kramdown.attributes import Listed
from jekyll.kramdown.page_tree import PageTree

_PLACEHOLDER: re.Pattern[str] = re.compile(HTML_PLACEHOLDER % "([0-9]+)")
_NOT_TEXT = str.maketrans("", "", "\x02\x03")  # what placeholders are made of


class _KramdownParser(BlockParser):  # type: ignore[misc]  # Python-Markdown has no types
    """Makes a document's tree, spans included."""

    as_written = french_quotes = False
    listed: Sequence[tuple[str, Listed]] = ()  # see `PageTree`

    def parseDocument(self, lines: list[str]) -> ElementTree:  # noqa: N802 (Python-Markdown's name)
        """Return the tree of a text."""
        text = "\n".join(lines).translate(_NOT_TEXT)
        tree = PageTree(self.md.htmlStash.store, self.as_written, self.french_quotes)
        self.root, self.listed = tree.make(text), tree.listed
        return ElementTree(self.root)


class _RawHtml(Postprocessor):  # type: ignore[misc]  # the same
    """Puts back the HTML that was kept as it is."""

    def run(self, text: str) -> str:
        """Return the page's HTML."""
        kept = self.md.htmlStash.rawHtmlBlocks
        return _PLACEHOLDER.sub(lambda found: kept[int(found[1])], text)


class KramdownExtension(Extension):  # type: ignore[misc]  # the same
    """Reads a text as kramdown does.

    Args:
        as_written: keep the members' tags as they are, unclosed ones too, for whoever judges them.
        french_quotes: make straight quotation marks « », where kramdown makes “ ”.
    """

    def __init__(self, as_written: bool = False, french_quotes: bool = False):
        super().__init__()
        self._as_written, self._french_quotes = as_written, french_quotes

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Replace what reads blocks and spans."""
        md.parser = _KramdownParser(md)
        md.parser.as_written = self._as_written
        md.parser.french_quotes = self._french_quotes
        for name in ("preprocessors", "inlinePatterns", "treeprocessors", "postprocessors"):
            setattr(md, name, Registry())
        md.postprocessors.register(_RawHtml(md), "raw_html", 30)


def make_converter(as_written: bool = False, french_quotes: bool = False) -> markdown.Markdown:
    """Return a converter; `reset()` it between two texts."""
    extension = KramdownExtension(as_written, french_quotes)
    return markdown.Markdown(extensions=[extension], output_format="html")
