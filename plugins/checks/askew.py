"""Markdown that is no Markdown by a slip: visitors read its signs."""

from __future__ import annotations

import re

from checks.pages import Page, words_of
from checks.site import CheckedSite
from diagnostics import ERROR, WARNING, Diagnostic
from front_matter.written import without_code
from scribouilli.site import Document

# No quantifier gives back what it took: however many signs a page holds, it is read once.
_WORDS = r"\[[^\[\]\n]++\]"
_ADDRESS = r"(?>https?://|mailto:|/|[\w./-]+\.(?:md|html|pdf)\b)"
SLIPS = (
    (
        re.compile(rf"{_WORDS}[ \t]++\({_ADDRESS}[^)\s]*+\)"),
        "ce lien n'en est pas un : une espace sépare « ] » et « ( »",
        "Retirez-la.",
    ),
    (
        re.compile(rf"\([^()\n]++\)\[{_ADDRESS}[^\[\]\s]*+\]"),
        "ce lien n'en est pas un : ses crochets et ses parenthèses sont inversés",
        "Écrivez [les mots](l'adresse).",
    ),
    (
        re.compile(rf"{_WORDS}\({_ADDRESS}[^\[)\s]*+$", re.MULTILINE),
        "ce lien n'en est pas un : sa parenthèse n'est pas refermée",
        "Ajoutez « ) » après son adresse.",
    ),
    (
        re.compile(rf"\[[^\[\]\n|]++(?<!\\)\|[^\[\]\n]*+\]\({_ADDRESS}[^)\s]*+\)"),
        "ce lien n'en est pas un : son « | » le coupe en cases de tableau",
        "Écrivez « \\| ».",
    ),
    (
        re.compile(rf"{_WORDS}{_WORDS}"),
        "ce lien n'en est pas un : l'adresse de son second crochet n'est donnée nulle part",
        "Écrivez [les mots](l'adresse).",
    ),
)


def check_askew(site: CheckedSite) -> None:
    """Warn of the links whose signs are read as text; tell the comments that nothing closes."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown:
            _check_one(site, document, page)


def _check_one(site: CheckedSite, document: Document, page: Page) -> None:
    source = document.source
    bare = without_code(source.body)
    shown = _bare(words_of(page.content)) if page.content is not None else ""
    for pattern, message, hint in SLIPS:
        for found in pattern.finditer(bare):
            if _bare(found[0]) in shown:
                line = source.body_line + bare.count("\n", 0, found.start())
                told = f"{message} : « {found[0]} »"
                site.keep(Diagnostic(source.label, line, told, hint, WARNING))
    if "<!--" in bare:
        line = source.body_line + bare.count("\n", 0, bare.index("<!--"))
        message = "le commentaire qui commence par « <!-- » n'est pas refermé"
        site.keep(Diagnostic(source.label, line, message, "Écrivez « --> » à sa fin.", ERROR))


def _bare(text: str) -> str:
    """Return a text without what typography changes, its brackets kept."""
    return re.sub(r"[^\w\[\]()]+", "", text)
