"""Heavy pages that the site makes itself: what its authors can do, and where."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from content_types.commons.plugin import ROOT as COMMONS
from content_types.events.plugin import AGENDA
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.weights import HEAVY_SHELVES
from core.french.numbers import grouped
from core.names import subject_key
from jekyll.front_matter import Source
from jekyll.site.content_files import COMMONS_FOLDER
from jekyll.site.model import Document

SHELVES = "nav.shelves, ul.themes"  # of a list of articles, of an article
_Shelf = Literal["tags", "categories"]
# By what the shelves are of: the keys of articles that fill them, and their French name.
_KINDS: dict[str, tuple[tuple[_Shelf, *tuple[str, ...]], str]] = {
    "mots-cles": (("tags",), "mots-clés"),
    "categories": (("categories", "category"), "catégories"),
}
_HINTS = {
    AGENDA: "Réunissez les événements qui reviennent en un seul, avec « dates: ».",
    COMMONS: "Prévenez les personnes qui entretiennent le site : c'est lui qui la fait.",
}
_FEWER = "Retirez ceux qui ne servent qu'une fois : il y en a {once}, ici plus qu'ailleurs."
_OF_A_UNIVERSE = "Partagez cet univers en deux."


def shelves_diagnostic(site: CheckedSite, page: Page, over: Diagnostic) -> Diagnostic:
    """Return what is told of a page that its links to key words make heavy, with its place.

    For a list, the file is the article that would spare the most: that with the most key words
    that no other has.

    Args:
        over: what is told of its weight, whatever the reason.
    """
    links = [link.attributes["href"] or "" for it in page.tree.css(SHELVES) for link in it.css("a")]
    counts = {kind: sum(f"/{kind}/" in href for href in links) for kind in _KINDS}
    kind = max(counts, key=lambda kind: counts[kind])
    keys, words = _KINDS[kind]
    hint = None
    if document := site.documents.get(page.name):
        source = document.source
    else:
        source, once = _most_lonely(site, keys[0])
        hint = _FEWER.format(once=grouped(once)) if once else None
    heavy = HEAVY_SHELVES(
        page=page.address, fault=over.message, count=counts[kind], words=words, hint=hint
    )
    line = next(filter(None, map(source.line_of_key, keys)), 0)
    return heavy.with_severity(over.severity).at(source.label, line)


def _most_lonely(site: CheckedSite, key: _Shelf) -> tuple[Source, int]:
    """Return the article with the most subjects of its own, and how many such there are in all."""
    of_posts = [(_subjects(post, key), post.source) for post in site.site.posts]
    used = Counter(subject for subjects, _ in of_posts for subject in subjects)
    once = {subject for subject, count in used.items() if count == 1}
    _, source = max(of_posts, key=lambda one: (len(one[0] & once), len(one[0])))
    return source, len(once)


def _subjects(post: Document, key: _Shelf) -> frozenset[str]:
    return frozenset(map(subject_key, post.metadata[key]))


def hint_of(site: CheckedSite, page: Page) -> str | None:
    """Return what to do for a page whose words are no author's own; None for any other."""
    document = site.documents.get(page.name)
    if document:
        name = document.name
        is_universe = name.startswith(f"{COMMONS_FOLDER}/") and name.endswith("/index.md")
        return _OF_A_UNIVERSE if is_universe else None
    return _HINTS.get(page.address)
