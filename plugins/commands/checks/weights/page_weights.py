"""What pages weigh once compressed, and what they may: one table. What files weigh."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from selectolax.lexbor import LexborNode

from commands.checks.heavy_pages import LONGEST_TEXT
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from content_types.commons.plugin import ROOT as COMMONS
from content_types.events.plugin import AGENDA
from core.diagnostics import ERROR, WARNING, Diagnostic, Rule
from core.diagnostics.catalog import weights as rules
from core.diagnostics.catalog.limits import TOO_LONG
from core.diagnostics.catalog.weights import HEAVY_SHELVES
from core.file_kind import HEAD, kind_of
from core.french.numbers import grouped
from core.names import subject_key
from jekyll.front_matter import Source
from jekyll.site.content_files import COMMONS_FOLDER

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
    of_posts = [
        (frozenset(map(subject_key, post.metadata[key])), post.source) for post in site.site.posts
    ]
    used = Counter(subject for subjects, _ in of_posts for subject in subjects)
    once = {subject for subject, count in used.items() if count == 1}
    _, source = max(of_posts, key=lambda one: (len(one[0] & once), len(one[0])))
    return source, len(once)


def hint_of(site: CheckedSite, page: Page) -> str | None:
    """Return what to do for a page whose words are no author's own; None for any other."""
    document = site.documents.get(page.name)
    if document:
        name = document.name
        is_universe = name.startswith(f"{COMMONS_FOLDER}/") and name.endswith("/index.md")
        return _OF_A_UNIVERSE if is_universe else None
    return _HINTS.get(page.address)


# Bytes: hosts of sites and of repositories stop at 25, 50 or 100 million.
HEAVIEST_FILE = 20_000_000
_UNREAD = "Il est publié sans être vérifié : allégez-le, ou coupez-le en plusieurs fichiers."


@dataclass(frozen=True)
class Budget:
    """What a page may weigh."""

    rule: Rule  # what is told of a page that is over
    most: int  # bytes
    weigh: Callable[[CheckedSite, Page], int]  # gives the bytes of a page
    home_only: bool = False  # only the front page has it


@lru_cache(maxsize=64)  # a page is weighed against several budgets
def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


@cache
def _file_weight(path: Path) -> int:
    packed = path.suffix.lower() in {".css", ".js", ".svg", ".html", ".json"}
    return _compressed(path.read_bytes()) if packed else path.stat().st_size


def _linked(site: CheckedSite, page: Page, selector: str, attribute: str) -> int:
    """Return what the files of the site that a page loads weigh, each once."""
    return _files(site, page, (node.attributes.get(attribute) for node in page.tree.css(selector)))


def _files(site: CheckedSite, page: Page, urls: Iterable[str | None]) -> int:
    paths = (site.inner_path(url, page) for url in urls if url)
    names = {site.target(path) for path in paths if path}
    return sum(_file_weight(site.output / name) for name in names if name)


def _html_and_css(site: CheckedSite, page: Page) -> int:
    css = _linked(site, page, "link[rel=stylesheet]", "href")
    return _compressed(page.text.encode()) + css


# The words between two tags; styles and scripts are none.
_READ = re.compile(r"(?is)(<(style|script)\b.*?(?:</\2\s*>|\Z))|>[^<]+(?=<)")


def _without_words(site: CheckedSite, page: Page) -> int:
    """Weigh all but the words that are read: a long text is no heavy page."""
    bare = re.sub(
        r"(?is)<main\b.*</main>", lambda m: _READ.sub(lambda it: it[1] or ">", m[0]), page.text
    )
    css = _linked(site, page, "link[rel=stylesheet]", "href")
    return _compressed(bare.encode()) + css


def _theme_of_first_view(site: CheckedSite, page: Page) -> int:
    scripts = _linked(site, page, "script[src]", "src")
    preloaded = _linked(site, page, "link[rel=preload]", "href")
    return _html_and_css(site, page) + scripts + preloaded


def _first_view(site: CheckedSite, page: Page) -> int:
    images = page.tree.css('img[src]:not([loading="lazy"])')
    return _theme_of_first_view(site, page) + _files(site, page, map(_phone_source, images))


def _phone_source(image: LexborNode) -> str | None:
    """Return what a phone takes of an image: the narrowest file of its first format."""
    picture = image.parent
    source = picture.css_first("source[srcset]") if picture and picture.tag == "picture" else None
    candidates = (source.attributes["srcset"] or "").split() if source else []
    return candidates[0] if candidates else image.attributes["src"]


BUDGETS = (
    # One exchange with the server shows the page: ten TCP segments (RFC 6928).
    Budget(rules.HEAVY_MARKUP, 14_000, _without_words),
    Budget(replace(rules.HEAVY_PAGE, severity=ERROR), 50_000, _html_and_css),
    Budget(rules.HEAVY_PAGE, 14_000, _html_and_css),
    Budget(rules.TOO_HEAVY_HOME, 50_000, _theme_of_first_view, True),
    Budget(rules.HEAVY_IMAGES_OF_HOME, 50_000, _first_view, True),
)


def check_page_weights(site: CheckedSite) -> None:
    """Report the pages that are over a budget, the heaviest reason alone."""
    for page in site.pages.values():
        for budget in BUDGETS:
            if budget.home_only and page.address != "/":
                continue
            weight = budget.weigh(site, page)
            if weight > budget.most:
                site.add(_over(site, page, budget, weight))
                break


def _over(site: CheckedSite, page: Page, budget: Budget, weight: int) -> Diagnostic:
    """Return what is told of a page that is over a budget, where it can be mended."""
    facts = {"weight": _kilobytes(weight), "most": budget.most // 1000}
    over = budget.rule(**facts, hint=hint_of(site, page))
    has_shelves = page.tree.css_first(SHELVES) is not None
    if has_shelves and budget.weigh(site, page.without(SHELVES)) <= budget.most:
        return shelves_diagnostic(site, page, over)
    return over.at(site.label(page.name))


def check_file_weights(site: CheckedSite) -> None:
    """Warn of the files of the content that are too heavy for most hosts, or to be checked."""
    for name in sorted(site.own_files):
        path = site.output / name
        weight = path.stat().st_size
        if weight > HEAVIEST_FILE:
            with path.open("rb") as file:
                hint = rules.where_to_put(kind_of(file.read(HEAD)))
            millions = {"weight": weight // 1_000_000, "most": HEAVIEST_FILE // 1_000_000}
            site.add(rules.HEAVY_FILE(**millions, hint=hint).at(site.label(name)))
    for name in sorted(site.too_long):
        told = TOO_LONG(most=LONGEST_TEXT // 1000, hint=_UNREAD).with_severity(WARNING)
        site.add(told.at(site.label(name)))


def _kilobytes(weight: int) -> str:
    whole, _, tenth = f"{weight / 1000:.1f}".partition(".")
    return f"{grouped(int(whole))},{tenth}"
