"""The title that a text gives itself: its first heading, as plain words.

A heading of level 1 to 3 that the text begins with, as `jekyll-titles-from-headings` has it; where
the title may be looked for further on, the first heading of level 1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.diagnostics import Diagnostics, visible
from core.html_text import is_blank, text_of
from core.names import name_key
from jekyll.front_matter.source_positions import without_code
from jekyll.kramdown.extension import make_converter
from jekyll.liquid.renderer import Scope, has_liquid, render_liquid

_LONGEST = 500  # characters: nobody's title is longer
_ATTRIBUTES = r"\n[ ]{0,3}\{:[^\n}]*\}[ \t]*(?=\n|\Z)"
_HEADING = re.compile(
    r"\s*(?P<text>#{1,3}[ \t]+[^\n]+|[^\s<#>|{-][^\n]*\n[=-]+[ \t]*(?=\n|\Z)"
    r"|(?i:<h([1-3])\b[^>]*>.*?</h\2>))"
    rf"(?P<attributes>{_ATTRIBUTES})?",
    re.DOTALL,
)
_BEFORE = re.compile(r"\s*(?:<!--.*?-->\s*|\{:[^\n}]*\}[ \t]*\n)*", re.DOTALL)
_LEVEL_1 = re.compile(r"^(?=#[ \t]+\S|[^\s<#>|-][^\n]*\n=+[ \t]*$)", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_LEVELS = "h1, h2, h3"


def title_of(
    body: str,
    is_markdown: bool,
    anywhere: bool,
    scope: Callable[[], Scope],
    french_quotes: bool = False,
) -> str:
    """Return the words of the heading that gives a text its title, "" when there is none.

    Args:
        anywhere: a heading of level 1 counts wherever it is.
        scope: gives what its Liquid may ask for; where its links lead does not matter.
        french_quotes: its straight quotation marks become French.
    """
    written = _written(body, anywhere)
    if not written or len(written) > _LONGEST:
        return ""
    if has_liquid(written):
        written = _without_liquid(written, scope())
    if is_markdown:
        definitions = "\n".join(_DEFINITION.findall(body)[:100]) if "[" in written else ""
        written = _converter(french_quotes).reset().convert(f"{written}\n\n{definitions[:10_000]}")
    heading = LexborHTMLParser(written, is_fragment=True).css_first(_LEVELS)
    words = words_of(heading) if heading else ""
    return words if visible(words) == words else ""


def title_heading(tree: LexborHTMLParser, title: str, anywhere: bool) -> LexborNode | None:
    """Return the heading of a body that only repeats its title; one with an image says more.

    Args:
        title: what the page shows above it.
        anywhere: the title comes from a heading, wherever it is; else it is repeated by the first
            thing of the body alone, case, accents and typography aside.
    """
    named = (one for one in tree.css(_LEVELS) if words_of(one) == title)
    heading = next(named, None) if anywhere else _opening_heading(tree, title)
    return None if heading is None or heading.css_first("img, a[href], sup") else heading


def _opening_heading(tree: LexborHTMLParser, title: str) -> LexborNode | None:
    node = tree.root
    while node is not None and is_blank(node):
        node = node.next
    # Found again: the first node of a fragment takes what follows for its own.
    heading = next((one for one in tree.css(_LEVELS) if node and one.mem_id == node.mem_id), None)
    return heading if heading and name_key(words_of(heading)) == name_key(title) else None


def words_of(heading: LexborNode) -> str:
    """Return the words of a heading on one line, its images told by their alternatives."""
    copy = LexborHTMLParser(f"<body>{heading.html or ''}")
    for image in copy.css("img[alt]"):
        image.replace_with(image.attributes["alt"] or "")
    return text_of(copy.body)


def _written(body: str, anywhere: bool) -> str:
    before = _BEFORE.match(body)
    start = before.end() if before else 0
    found = _HEADING.match(body, start)
    if not found and anywhere:
        level_1 = _LEVEL_1.search(without_code(body))
        found = _HEADING.match(body, level_1.start()) if level_1 else None
    return found["text"] + (found["attributes"] or "") if found else ""


def _without_liquid(written: str, scope: Scope) -> str:
    """Return a heading with its Liquid carried out; what is wrong with it is reported elsewhere."""
    lenient = replace(scope, tags=dict.fromkeys(scope.tags, lambda _: "#"))
    return render_liquid(written, lenient, "", 1, Diagnostics())


@lru_cache(maxsize=2)
def _converter(french_quotes: bool) -> markdown.Markdown:
    return make_converter(french_quotes=french_quotes)
