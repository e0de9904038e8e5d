"""Articles cut in pages and grouped by year, category and tag; pure, and the same for anything."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from head_metadata.description import shorten
from scribouilli.urls import quote_path, slugify_pretty

ROOT = "/actualites/"
PER_PAGE = 10
SHOWN = 30  # links of each kind, on all pages but the first: they would grow with the site, squared
_SHELF_NAME = re.compile(r"^(?:Actualités de|Mot-clé :) ")  # what a title adds to a group's name


@dataclass(frozen=True)
class Item:
    """An article to list.

    Attributes:
        article: whatever templates show.
        year: of its publication.
        categories, tags: names, as written.
    """

    article: Any
    year: int
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """A link to one group: its name, its address, how many articles it holds where that is told."""

    name: str
    href: str
    count: int = 0


@dataclass(frozen=True)
class NewsPage:
    """One page of a list.

    Attributes:
        path, href: its address, without and with the base path.
        title: its title, the number of the page left out.
        articles: what it shows, newest first.
        number, total: which page of how many.
        previous_href, next_href: the pages beside it, or "".
        categories, years, tags: links to groups; all of them on the first page of all articles,
            those with the most articles on the others.
        all_href: the address of that page, when something is left out here, or "".
    """

    path: str
    href: str
    title: str
    articles: list[Any]
    number: int
    total: int
    previous_href: str
    next_href: str
    categories: list[Shelf]
    years: list[Shelf]
    tags: list[Shelf]
    all_href: str = ""

    @property
    def description(self) -> str:
        """Return what it shows, in a line."""
        titles = " ; ".join(article.title for article in self.articles)
        return shorten(titles) or "Les nouvelles du site."


def news_pages(items: Sequence[Item], base_path: str) -> list[NewsPage]:
    """Return every page of every list.

    Args:
        items: the articles, newest first.
        base_path: the folder part of the site's address.
    """
    groups = _groups(items)
    kinds = ("categories", "annees", "mots-cles")
    shelves = [_shelves(groups, kind, base_path) for kind in kinds]
    most_used = [_most_used(kind) for kind in shelves]
    pages: list[NewsPage] = []
    for path, title, chosen in groups.values():
        pages += _pages(path, title, chosen, base_path, most_used)
    categories, years, tags = shelves
    pages[0] = replace(pages[0], categories=categories, years=years, tags=tags)
    if most_used != shelves:
        all_href = base_path + ROOT
        pages[1:] = [replace(page, all_href=all_href) for page in pages[1:]]
    return pages


def shelves_of(item: Item, base_path: str) -> list[Shelf]:
    """Return links to the groups that an article is in: its categories, then its tags."""
    named = [("categories", name) for name in item.categories]
    named += [("mots-cles", name) for name in item.tags]
    return [Shelf(name, base_path + quote_path(_group_path(kind, name))) for kind, name in named]


def _group_path(kind: str, name: str) -> str:
    return f"{ROOT}{kind}/{slugify_pretty(name).lower() or 'autres'}/"


def _groups(items: Sequence[Item]) -> dict[tuple[str, str], tuple[str, str, list[Item]]]:
    """Return the lists: by kind and name, their address, title and articles."""
    groups = {("tout", ""): (ROOT, "Actualités", list(items))}
    for item in items:
        named = [("annees", str(item.year), f"Actualités de {item.year}")]
        named += [("categories", name, name) for name in item.categories]
        named += [("mots-cles", name, f"Mot-clé : {name}") for name in item.tags]
        for kind, name, title in named:
            path = _group_path(kind, name)
            groups.setdefault((kind, path), (path, title, []))[2].append(item)
    return groups


def _shelves(groups: dict, kind: str, base_path: str) -> list[Shelf]:
    return [
        Shelf(
            title.removeprefix("Actualités de ").removeprefix("Mot-clé : "),
            base_path + quote_path(path),
            len(chosen),
        )
        for (of_kind, _), (path, title, chosen) in groups.items()
        if of_kind == kind
    ]


def _most_used(shelves: list[Shelf]) -> list[Shelf]:
    """Return those with the most articles, in the order of all."""
    chosen = sorted(shelves, key=lambda shelf: -shelf.count)[:SHOWN]
    kept = {shelf.href for shelf in chosen}
    return [shelf for shelf in shelves if shelf.href in kept]


def _pages(
    path: str,
    title: str,
    items: list[Item],
    base_path: str,
    shelves: list[list[Shelf]],
) -> Iterable[NewsPage]:
    total = max(1, -(-len(items) // PER_PAGE))
    addresses = [path if number == 1 else f"{path}{number}/" for number in range(1, total + 1)]
    hrefs = ["", *(base_path + quote_path(address) for address in addresses), ""]
    for number, address in enumerate(addresses, 1):
        shown = items[(number - 1) * PER_PAGE : number * PER_PAGE]
        articles = [item.article for item in shown]
        beside = (hrefs[number - 1], hrefs[number + 1])
        href = hrefs[number]
        yield NewsPage(address, href, title, articles, number, total, *beside, *shelves)
