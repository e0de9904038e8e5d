"""Shortcuts of the conversion, which gives the same, byte for byte, in less than half the time.

Python-Markdown tries each of its forty inline patterns on each text of the tree, and each of its
block processors on each block. A pattern that needs a sign which a text does not hold cannot match;
a block whose lines all begin with a letter, without `|`, can only be a paragraph; a straight quote
between two letters can only be an apostrophe, of which French has one a line.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

# By the name of a pattern: what its regular expression needs, one of these at least.
_SIGNS = {
    "backtick": ("`",),
    "backslash": ("\\",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("://",),
    "automail": ("@",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "struck": ("~~",),
    "em_strong": ("*", "_"),
    "smarty-em-dashes": ("---",),
    "smarty-en-dashes": ("--",),
    "smarty-ellipses": ("...",),
    "smarty-left-angle-quotes": ("<<",),
    "smarty-right-angle-quotes": (">>",),
}
_QUOTES = ("'", '"')
_ANY = ("",)  # is in any text
APOSTROPHE = "’"
_STRAIGHT = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")


def take_shortcuts(md: markdown.Markdown) -> None:
    """Have a converter take the shortcuts, once all its extensions are there."""
    md.parser.blockprocessors.register(PlainParagraphProcessor(md.parser), "plain", 1000)
    for name, kind in (("inline", SignedInlineProcessor), ("smarty", QuoteProcessor)):
        slow = md.treeprocessors[name]
        quick = kind(md, slow.inlinePatterns)
        md.treeprocessors.register(quick, name, _priority(md.treeprocessors, name))


def _names(registry: Registry) -> list[str]:
    return [item.name for item in registry._priority]


def _priority(registry: Registry, name: str) -> float:
    return next(item.priority for item in registry._priority if item.name == name)


def _signs(name: str) -> tuple[str, ...]:
    """Return the signs a pattern needs; a pattern that this module does not know needs none."""
    return _QUOTES if name.startswith("smarty-quotes-") else _SIGNS.get(name, _ANY)


class PlainParagraphProcessor(ParagraphProcessor):
    """Python-Markdown's processor of paragraphs, tried first on what can be nothing else."""

    # Each line begins with a letter; a table's rows have `|`, a definition's line begins with `:`.
    _PLAIN = re.compile(r"(?:[^\W\d_][^\n|]*(?:\n(?=[^\W\d_])|\Z))+\Z")

    def test(self, parent: Element, block: str) -> bool:
        """Return whether a block is a paragraph for certain."""
        return self._PLAIN.match(block) is not None


class SignedInlineProcessor(InlineProcessor):
    """Python-Markdown's inline processor, which passes over the patterns that cannot match."""

    def __init__(self, md: markdown.Markdown, patterns: Registry):
        super().__init__(md)
        self.inlinePatterns = patterns
        patterns.get_index_for_name(_names(patterns)[0])  # sorts them
        tried = [(patterns[name], _signs(name)) for name in _names(patterns)]
        # Each pattern with its index, and its one or two signs.
        self._tried = [(n, it, signs[0], signs[-1]) for n, (it, signs) in enumerate(tried)]
        every = {re.escape(sign) for _, signs in tried for sign in signs}
        self._is_signed = re.compile("|".join(sorted(every))).search
        self._apply = self._InlineProcessor__applyPattern

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to a tree, if one of its texts holds a sign."""
        if any(map(self._is_signed, tree.itertext())):
            return super().run(tree, ancestors)
        return tree

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 (Python-Markdown's names)
        """Replace what the patterns from an index on match in a text.

        A match leaves a placeholder, which holds none of the signs: what is absent stays so.
        """
        if isinstance(data, AtomicString) or not self._is_signed(data):
            return data
        for index, pattern, sign, other in self._tried[patternIndex:]:
            if sign in data or other in data:
                start, matched = 0, True
                while matched:
                    data, matched, start = self._apply(pattern, data, index, start)
        return data


class QuoteProcessor(SignedInlineProcessor):
    """The same for the patterns of quotes, once the apostrophes inside words are written."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the patterns to a tree, if one of its texts holds a sign."""
        for element in tree.iter():
            element.text, element.tail = _curled(element.text), _curled(element.tail)
        return super().run(tree, ancestors)


def _curled(text: str | None) -> str | None:
    if text and "'" in text and not isinstance(text, AtomicString):
        return _STRAIGHT.sub(APOSTROPHE, text)
    return text
