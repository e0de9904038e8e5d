"""The menu's rules (the dialect, section 4): which pages, in which order."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from core.names import plain
from jekyll.addresses.urls import quote_path, save_as
from jekyll.site.model import Document

# Pages that every footer leads to, whatever the menu, in this order.
LEGAL = ("mentions-legales", "accessibilite")
# By an address: the one that takes its place, or ""; its file; its new title by the one it had.
Changes = Mapping[str, tuple[str, str, Mapping[str, str]]]


@dataclass(frozen=True)
class MenuItem:
    """One entry, ready for a template."""

    title: str  # plain text
    href: str  # percent-encoded, with the site's base path
    save_as: str  # the output file: the entry is current where it equals Pelican's `output_file`
    children: tuple[MenuItem, ...] = ()  # the entries under it
    lang: str | None = None  # the language of its page, where its file tells one (BCP 47)

    @cached_property
    def pages(self) -> tuple[MenuItem, ...]:
        """Return the entry alone, then those under it: what its sub-menu holds."""
        return (replace(self, children=()), *self.children)

    def changed(self, changes: Changes) -> tuple[MenuItem, ...]:
        """Return the entry as it is now; those under it alone, when it is no more."""
        _, file, _ = changes.get(self.href, ("", self.save_as, {}))
        below = tuple(now for it in self.children for now in it.changed(changes))
        shown = changed(self.title, self.href, changes)
        return (MenuItem(*shown, file, below),) if shown else below

    def holds(self, output_file: str) -> bool:
        """Return whether an output file is its page or one under it."""
        return any(item.save_as == output_file for item in self.pages)


def changed(title: str, href: str, changes: Changes) -> tuple[str, str] | None:
    """Return the title and the address of an entry as they are now; None when it is no more."""
    now, _, titles = changes.get(href, (href, "", {}))
    return (titles.get(title, title), now) if now else None


def bare_name(name: str) -> str:
    """Return the name of a page at the root, or of the folder of an `index` there."""
    stem = posixpath.splitext(name)[0].removesuffix("/index")
    return plain(stem).replace("_", "-").replace(" ", "-")


def sort_menu(pages: Iterable[Document]) -> list[Document]:
    """Return the pages of the menu in order, home left out.

    No `order` comes first, as in Jekyll's `sort`; ties keep the order of file names.
    """
    shown = (
        page for page in pages if page.metadata["in_menu"] and page.is_listed and not page.is_home
    )
    return sorted(shown, key=_place)


def _place(page: Document) -> tuple[bool, float, bool, bytes, str]:
    order = page.metadata["order"]
    base = posixpath.basename(page.name).encode()
    # jekyll-optional-front-matter adds its pages after the others have been put in order.
    is_added = page.source.front is None
    return (order is not None, order or 0, is_added, base, page.name)


def place_in_menu(order: float | int | None, is_page: bool) -> tuple[bool, float]:
    """Return what sorts entries of all kinds: those that tell no order stay in theirs.

    Pages without one come first, as in Jekyll; what the site or its members add comes last.
    """
    if order is None:
        return (not is_page, math.inf)
    return (True, order)


def menu_item(
    title: str,
    path: str,
    base_path: str,
    children: tuple[MenuItem, ...] = (),
    lang: str | None = None,
) -> MenuItem:
    """Return the entry of a page, by its title and its address."""
    return MenuItem(title, base_path + quote_path(path), save_as(path), children, lang)
