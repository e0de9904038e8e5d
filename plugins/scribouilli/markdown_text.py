"""Markdown as the dialect's sites write it (kramdown), on Python-Markdown."""

from __future__ import annotations

import re
import unicodedata

import markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]+\S")


def heading_id(text: str, separator: str = "-") -> str:
    """Return kramdown's identifier of a heading: accents kept, marks dropped (section 9).

    >>> heading_id("Où sommes-nous ?"), heading_id("L'été")
    ('où-sommes-nous-', 'lété')
    """
    kept = (c for c in text.lower() if c in "-_ " or _is_word(c))
    return "".join(kept).replace(" ", separator)


def _is_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


class _GluedLists(Preprocessor):
    """Parts a list from the paragraph line just above it, as kramdown's GFM reading does."""

    def run(self, lines: list[str]) -> list[str]:
        parted: list[str] = []
        fence = ""
        for line in lines:
            mark = _FENCE.match(line)
            if mark and (not fence or line.strip().startswith(fence)):
                fence = "" if fence else mark[1]
            elif not fence and _begins_list(parted[-1] if parted else "", line):
                parted.append("")
            parted.append(line)
        return parted


def _begins_list(above: str, line: str) -> bool:
    if not _LIST_ITEM.match(line) or not above.strip():
        return False
    return not _LIST_ITEM.match(above) and not above.startswith((" ", "\t", ">", "|", "<"))


class DialectExtension(Extension):
    """Our own part of the reading; kept extensions do the rest."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors."""
        md.preprocessors.register(_GluedLists(md), "glued_lists", 15)


def make_converter() -> markdown.Markdown:
    """Return a converter; `reset()` it between two texts."""
    return markdown.Markdown(
        extensions=["extra", "sane_lists", "smarty", "toc", DialectExtension()],
        extension_configs={"toc": {"slugify": heading_id, "permalink": False}},
        output_format="html",
    )
