"""Inline patterns tried only where their first sign is: most texts of a page hold none of them.

Python-Markdown tries each of its forty inline patterns on each text of the tree, which is most of
the time of a conversion. What comes out is the same, byte for byte: a pattern that needs a sign
which the text does not hold cannot match.
"""

from __future__ import annotations

import re

import markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

# By the name of a pattern: the signs of which its regular expression needs one at least.
_SIGNS = {
    "backtick": "`",
    "backslash": "\\",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "!",
    "image_reference": "!",
    "short_reference": "[",
    "short_image_ref": "!",
    "autolink": "<",
    "automail": "<",
    "linebreak": "\n",
    "html": "<",
    "entity": "&",
    "struck": "~",
    "em_strong": "*_",
    "smarty-ellipses": ".",
    "smarty-em-dashes": "-",
    "smarty-en-dashes": "-",
    "smarty-left-angle-quotes": "<",
    "smarty-right-angle-quotes": ">",
}


def try_where_signed(md: markdown.Markdown) -> None:
    """Replace the inline processors of a converter, once all its extensions are there."""
    for name in ("inline", "smarty"):
        slow = md.treeprocessors[name]
        quick = SignedInlineProcessor(md, slow.inlinePatterns)
        md.treeprocessors.register(quick, name, _priority(md.treeprocessors, name))


def _names(registry: Registry) -> list[str]:
    return [item.name for item in registry._priority]


def _priority(registry: Registry, name: str) -> float:
    return next(item.priority for item in registry._priority if item.name == name)


def _signs(name: str) -> str:
    """Return the signs a pattern needs, "" for one that this module does not know."""
    return "'\"" if name.startswith("smarty-quotes-") else _SIGNS.get(name, "")


class SignedInlineProcessor(InlineProcessor):
    """Python-Markdown's inline processor, which passes over the patterns that cannot match."""

    def __init__(self, md: markdown.Markdown, patterns: Registry):
        super().__init__(md)
        self.inlinePatterns = patterns
        patterns.get_index_for_name(_names(patterns)[0])  # sorts them
        tried = [(patterns[name], _signs(name)) for name in _names(patterns)]
        # Each pattern with its index and its one or two signs ("" is in any text).
        self._tried = [
            (n, pattern, signs[:1], signs[-1:]) for n, (pattern, signs) in enumerate(tried)
        ]
        signs = [signs for _, signs in tried]
        self._is_signed = re.compile(f"[{re.escape(''.join(signs))}]" if all(signs) else "").search
        self._apply = self._InlineProcessor__applyPattern

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
