"""Markdown as the dialect's sites write it (kramdown, GFM), on Python-Markdown.

Kept extensions do what they can; the modules `kramdown_*` do what differs (the dialect, section 9).
"""

from __future__ import annotations

import re
from functools import lru_cache

import markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor

from scribouilli.kramdown_blocks import (
    GluedBlockProcessor,
    GluedRuleProcessor,
    SpacedHeadingProcessor,
)
from scribouilli.kramdown_lists import KramdownListProcessor
from scribouilli.kramdown_notes import leave_out_notes
from scribouilli.markdown_in_html import MarkdownInHtml
from scribouilli.markdown_links import read_links
from scribouilli.markdown_shortcuts import APOSTROPHE, take_shortcuts

_STRUCK = r"()~~(?!\s)(.+?)(?<!\s)~~"
_IN_SELECT = ("option", "optgroup")  # of a `<select>`, which stands in a text: no blocks there
_BACKSLASH_BREAK = r"\\\n"
_EXTENSIONS = (
    "abbr",
    "attr_list",
    "def_list",
    "fenced_code",
    "footnotes",
    "smarty",
    "tables",
)


_ATTRIBUTES = r"([^\}\n ][^\}\n]*)\}"


class ColonAttributes(AttrListTreeprocessor):
    """Attribute lists need their colon, `{: .encart}`; only `{#id}` of a heading has none."""

    BASE_RE = r"\{:[ ]*" + _ATTRIBUTES
    HEADER_RE = re.compile(r"[ ]+\{(?::[ ]*|(?=#))" + _ATTRIBUTES + r"[ ]*$")
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")
    INLINE_RE = re.compile(rf"^{BASE_RE}")


class DialectExtension(Extension):
    """What kramdown reads differently."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Replace the processors that differ."""
        blocks = md.parser.blockprocessors
        for replaced in ("indent", "olist", "ulist"):
            blocks.deregister(replaced)
        blocks.register(SpacedHeadingProcessor(md.parser), "hashheader", 70)
        blocks.register(KramdownListProcessor(md.parser), "kramdown_list", 78)
        blocks.register(GluedBlockProcessor(md.parser), "glued_block", 77)
        blocks.register(GluedRuleProcessor(md.parser), "hr", 50)
        md.treeprocessors.register(ColonAttributes(md), "attr_list", 8)
        md.block_level_elements = [e for e in md.block_level_elements if e not in _IN_SELECT]
        is_known = md.is_block_level
        md.is_block_level = lru_cache(1024)(lambda tag: is_known(tag) or _is_custom(tag))
        read_links(md)
        leave_out_notes(md)
        inlines = md.inlinePatterns
        inlines.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        inlines.register(SubstituteTagInlineProcessor(_BACKSLASH_BREAK, "br"), "backslash", 185)


def _is_custom(tag: object) -> bool:
    """Return whether a tag is a custom element's: at the start of a line, kramdown's block."""
    return isinstance(tag, str) and "-" in tag


def make_converter() -> markdown.Markdown:
    """Return a converter; `reset()` it between two texts."""
    md = plain_converter()
    take_shortcuts(md)
    return md


def plain_converter() -> markdown.Markdown:
    """Return a converter that takes no shortcut: the reference of the quick one."""
    return markdown.Markdown(
        extensions=[*_EXTENSIONS, MarkdownInHtml(), DialectExtension()],
        extension_configs={
            "smarty": {
                "smart_angled_quotes": True,
                "substitutions": {"right-single-quote": APOSTROPHE},
            },
            "footnotes": {
                "BACKLINK_TITLE": "Retour à l'appel de la note {}",
                "USE_DEFINITION_ORDER": False,
            },
        },
        output_format="html",
    )
