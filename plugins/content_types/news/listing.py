"""Articles cut in pages and grouped by year, category and tag; pure, and the same for anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from core.html_text import shorten
from core.names import subject_key
from jekyll.addresses.slugs import subject_slug
from jekyll.addresses.urls import inside, quote_path
from jekyll.site.settings import NEWS, PARTS

ROOT = "/actualites/"
PER_PAGE = 10
_TITLES = {"categories": "{}", "annees": "{title} de {}", "mots-cles": "Mot-clé : {}"}
SHOWN = 30  # links of each kind, on all pages but the first: they would grow with the site, squared


@dataclass(frozen=True)
class NewsItem:
    """An article to list."""

    article: Any  # whatever templates show
    year: int  # of its publication
    categories: tuple[str, ...] = ()  # names, as written
    tags: tuple[str, ...] = ()  # the same

    @cached_property
    def subjects(self) -> dict[tuple[str, str], str]:
        """Return what it is of, each once: by kind and key, the name as written."""
        named = [("categories", name) for name in self.categories]
        named += [("mots-cles", name) for name in self.tags]
        found: dict[tuple[str, str], str] = {}
        for kind, name in named:
            if name:
                found.setdefault((kind, subject_key(name)), name)
        return found


@dataclass(frozen=True)
class GroupLink:
    """A link to one group: its name, its address, how many articles it holds if that is known."""

    name: str
    href: str
    count: int = 0


@dataclass(frozen=True)
class NewsPage:
    """One page of a list."""

    path: str  # its address, without the base path
    href: str  # its address, with it
    title: str  # its title, the number of the page left out
    articles: list[Any]  # what it shows, newest first
    number: int  # which page
    total: int  # of how many
    previous_href: str  # the page before it, or ""
    next_href: str  # the page after it, or ""
    # Links to groups; all of them on the first page of all articles, those
    # with the most articles on the others.
    categories: list[GroupLink]
    years: list[GroupLink]
    tags: list[GroupLink]
    all_href: str = ""  # the address of that page, when something is left out here, or ""

    @property
    def description(self) -> str:
        """Return what it shows, in a line."""
        titles = " ; ".join(article.title for article in self.articles)
        return shorten(titles) or "Les nouvelles du site."


def news_pages(
    items: Sequence[NewsItem], base_path: str, title: str = PARTS[NEWS]
) -> list[NewsPage]:
    """Return every page of every list of the articles, newest first."""
    groups = _groups(items, title)
    shelves = [_shelves(groups, kind, base_path) for kind in _TITLES]
    most_used = [_most_used(kind) for kind in shelves]
    pages: list[NewsPage] = []
    for group in groups:
        pages += _pages(group, base_path, most_used)
    categories, years, tags = shelves
    pages[0] = replace(pages[0], categories=categories, years=years, tags=tags)
    if most_used != shelves:
        all_href = base_path + ROOT
        pages[1:] = [replace(page, all_href=all_href) for page in pages[1:]]
    return pages


class Subjects:
    """The categories and tags of all articles: each has one address, and one name.

    Those of the oldest article come first: an address stays when a later article brings a name
    that would have the same one (`C`, then `c#`).
    """

    def __init__(self, items: Sequence[NewsItem]):
        self._found: dict[tuple[str, str], GroupLink] = {}
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()
        for item in reversed(items):
            for (kind, key), name in item.subjects.items():
                if (kind, key) not in self._found:
                    self._found[kind, key] = GroupLink(name, self._free_path(kind, name))

    def _free_path(self, kind: str, name: str) -> str:
        first = path = inside(f"{ROOT}{kind}/{subject_slug(name) or 'autres'}/")
        while path in self._taken:
            self._counts[first] += 1
            path = f"{first[:-1]}-{self._counts[first] + 1}/"
        self._taken.add(path)
        return path

    def of(self, item: NewsItem) -> list[tuple[str, GroupLink]]:
        """Return the subjects of an article, each with its kind; their addresses are bare paths."""
        return [(kind, self._found[kind, key]) for kind, key in item.subjects]

    def shelves_of(self, item: NewsItem, base_path: str) -> list[GroupLink]:
        """Return links to the groups that an article is in: its categories, then its tags."""
        return [GroupLink(one.name, base_path + quote_path(one.href)) for _, one in self.of(item)]


@dataclass(frozen=True)
class _Group:
    kind: str
    shelf: GroupLink
    title: str
    items: list[NewsItem] = field(default_factory=list)


def _groups(items: Sequence[NewsItem], whole: str) -> list[_Group]:
    """Return the lists, that of all articles first; addresses are bare paths."""
    groups = {ROOT: _Group("tout", GroupLink(whole, ROOT), whole, list(items))}
    subjects = Subjects(items)
    for item in items:
        for kind, shelf in [("annees", _of_year(item.year)), *subjects.of(item)]:
            if shelf.href not in groups:
                title = _TITLES[kind].format(shelf.name, title=whole)
                groups[shelf.href] = _Group(kind, shelf, title)
            groups[shelf.href].items.append(item)
    return list(groups.values())


@cache
def _of_year(year: int) -> GroupLink:
    return GroupLink(str(year), f"{ROOT}annees/{year}/")


def _shelves(groups: list[_Group], kind: str, base_path: str) -> list[GroupLink]:
    return [
        GroupLink(group.shelf.name, base_path + quote_path(group.shelf.href), len(group.items))
        for group in groups
        if group.kind == kind
    ]


def _most_used(shelves: list[GroupLink]) -> list[GroupLink]:
    """Return those with the most articles, in the order of all."""
    chosen = sorted(shelves, key=lambda shelf: -shelf.count)[:SHOWN]
    kept = {shelf.href for shelf in chosen}
    return [shelf for shelf in shelves if shelf.href in kept]


def _pages(group: _Group, base_path: str, shelves: list[list[GroupLink]]) -> Iterable[NewsPage]:
    path, title, items = group.shelf.href, group.title, group.items
    categories, years, tags = shelves
    total = max(1, -(-len(items) // PER_PAGE))
    addresses = [path if number == 1 else f"{path}{number}/" for number in range(1, total + 1)]
    hrefs = ["", *(base_path + quote_path(address) for address in addresses), ""]
    for number, address in enumerate(addresses, 1):
        shown = items[(number - 1) * PER_PAGE : number * PER_PAGE]
        articles = [item.article for item in shown]
        before, href, after = hrefs[number - 1 : number + 2]
        place = (number, total, before, after)
        yield NewsPage(address, href, title, articles, *place, categories, years, tags)
