"""The menu: the pages that come first in it because nobody gave them a place."""

from __future__ import annotations

from math import floor

from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.menu import PAGE_WITHOUT_ITS_PLACE
from jekyll.site.menu import sort_menu
from jekyll.site.model import Document
from jekyll.site.submenus import arrange, entry_of

# The list of articles, which its editor writes without a place.
_OF_SCRIBOUILLI = frozenset({"blog.md"})


def check_menu(site: CheckedSite) -> None:
    """Warn of the pages without `order` beside others that have one, in each level of the menu."""
    entries = [entry_of(page) for page in sort_menu(site.site.pages)]
    arranged = arrange(entries, site.site, Diagnostics())  # reported by the build
    for level in ([top for top, _ in arranged], *(below for _, below in arranged)):
        _check_level(site, [entry.page for entry in level if entry.page])


def _check_level(site: CheckedSite, pages: list[Document]) -> None:
    orders = [page.metadata["order"] for page in pages if page.metadata["order"] is not None]
    if not orders:
        return
    key = f"« order: {floor(max(orders)) + 1} »"
    for page in pages:
        if page.metadata["order"] is None and page.name not in _OF_SCRIBOUILLI:
            hint = f"Ajoutez un en-tête, avec {key}." if page.source.front is None else None
            missing = PAGE_WITHOUT_ITS_PLACE(title=page.title, key=key, hint=hint)
            site.add(missing.at(page.source.label, 1))
