"""Tells the `categories` that Jekyll parts at their spaces, and that nobody means so."""

from __future__ import annotations

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.front_matter import CATEGORIES_CUT
from jekyll.front_matter import Value

_NO_CATEGORY = frozenset("de du des d' la le les l' un une et à au aux en sur pour dans".split())


def report_cut_categories(
    value: Value | None, label: str, names_jekyll: bool, diagnostics: Diagnostics
) -> None:
    """Warn of one text of several words, unless its site, which is Jekyll's, means to."""
    if value is None or not isinstance(value.content, str) or len(value.content.split()) < 2:
        return
    words = value.content.split()
    if names_jekyll and _NO_CATEGORY.isdisjoint(words):
        return
    cut = CATEGORIES_CUT(
        value=value.content,
        count=len(words),
        words=", ".join(f"« {word} »" for word in words),
        listed=", ".join(words),
        hint=f"Écrivez [{value.content}]." if "," in value.content else None,
    )
    diagnostics.add(cut.at(label, value.line))
