"""Markdown that is no Markdown by a slip: visitors read its signs."""

from __future__ import annotations

import re
from itertools import islice

from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics.catalog.typos import (
    LINK_CUT_BY_A_SPACE,
    LINK_CUT_INTO_CELLS,
    LINK_TURNED_ROUND,
    LINK_WITHOUT_A_BRACKET,
    LINK_WITHOUT_REFERENCE,
    UNCLOSED_HTML_COMMENT,
    UNCLOSED_LINK,
    UNCLOSED_TITLE_OF_LINK,
)
from jekyll.front_matter.source_positions import line_at, without_code
from jekyll.site.model import Document

# No quantifier gives back what it took: however many signs a page holds, it is read once.
_WORDS = r"\[[^\[\]\n]++\]"
_ENDINGS = "md html? pdf docx? odt jpe?g png gif svg webp avif mp[34] ics zip txt".replace(" ", "|")
_ADDRESS = rf"(?>https?://|mailto:|tel:|/|[\w./-]+\.(?:{_ENDINGS})\b)"
_MOST = 1000  # of each slip, looked for among the words of one page
# What a link that is none looks like, and what is wrong with it.
SLIPS = (
    (
        re.compile(rf"{_WORDS}(?:[ \t]++\n?+|\n)[ \t]*+\({_ADDRESS}[^)\s\[]*+\)"),
        LINK_CUT_BY_A_SPACE,
    ),
    (re.compile(rf"\([^()\n]++\)\[{_ADDRESS}[^\[\]\s]*+\]"), LINK_TURNED_ROUND),
    (
        re.compile(rf"""{_WORDS}\({_ADDRESS}[^\[)\s]*+(?:[ \t]++["'][^\n)\[]*+)?$""", re.MULTILINE),
        UNCLOSED_LINK,
    ),
    (
        re.compile(rf"""{_WORDS}\({_ADDRESS}[^)\s\[]*+[ \t]++(?:"[^"\n)]*+|'[^'\n)]*+)\)"""),
        UNCLOSED_TITLE_OF_LINK,
    ),
    (
        re.compile(rf"(?<![\]\w)])\[[^\[\]()\n]++\({_ADDRESS}[^)\s\[]*+\)"),
        LINK_WITHOUT_A_BRACKET,
    ),
    (
        re.compile(rf"^[^\[\]\n]++\]\({_ADDRESS}[^)\s\[]*+\)", re.MULTILINE),
        LINK_WITHOUT_A_BRACKET,
    ),
    (
        re.compile(rf"\[[^\[\]\n|]++(?<!\\)\|[^\[\]\n]*+\]\({_ADDRESS}[^)\s\[]*+\)"),
        LINK_CUT_INTO_CELLS,
    ),
    (re.compile(rf"{_WORDS}{_WORDS}"), LINK_WITHOUT_REFERENCE),
)


def check_link_typos(site: CheckedSite) -> None:
    """Warn of the links whose signs are read as text; tell the comments that nothing closes."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown:
            _check_one(site, document, page)


def _check_one(site: CheckedSite, document: Document, page: Page) -> None:
    source = document.source
    bare = without_code(source.body)
    shown = _bare(words_of(page.content)) if page.content is not None else ""
    for pattern, rule in SLIPS:
        for found in islice(pattern.finditer(bare), _MOST):
            if _bare(found[0]) in shown:
                line = source.body_line + line_at(bare, found.start())
                site.add(rule(written=" ".join(found[0].split())).at(source.label, line))
    if "<!--" in bare:
        line = source.body_line + bare.count("\n", 0, bare.index("<!--"))
        site.add(UNCLOSED_HTML_COMMENT().at(source.label, line))


def _bare(text: str) -> str:
    """Return a text without what typography changes, its brackets kept."""
    return re.sub(r"[^\w\[\]()]+", "", text)
