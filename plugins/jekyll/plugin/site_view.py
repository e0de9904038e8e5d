"""What templates see of the site, under the name `site`."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from core.diagnostics import Diagnostics
from jekyll.addresses.urls import FEED_NAME, path_of, quote_path, save_as
from jekyll.plugin.chosen_links import ChosenLinks
from jekyll.plugin.extension_points import Change, Generated
from jekyll.site.menu import LEGAL, MenuItem, bare_name, menu_item, place_in_menu, sort_menu
from jekyll.site.model import Document, Site
from jekyll.site.settings import NEWS, PARTS
from jekyll.site.submenus import MenuEntry, arrange, entry_of

CUSTOM_CSS = "assets/css/custom.css"


def has_own_feed(site: Site) -> bool:
    """Return whether the content holds a feed of its own: jekyll-feed then writes none."""
    return FEED_NAME in own_files(site)


def writes_feed(site: Site) -> bool:
    """Return whether a feed of the articles is written: not without the part, nor over one."""
    return site.config.settings.parts[NEWS].is_on and not has_own_feed(site)


def own_files(site: Site) -> set[str]:
    """Return the files that the content writes itself; Markdown makes pages, and no feeds."""
    written = (document for document in site.rendered if not document.is_markdown)
    return {save_as(document.path) for document in written} | set(site.copied)


def has_own(site: Site, path: str) -> bool:
    """Return whether a file of the content answers at an address already."""
    file = save_as(path)
    return file in site.copied or any(save_as(it.path) == file for it in site.rendered)


def menu_of(
    site: Site,
    added: Iterable[Generated],
    links: ChosenLinks,
    base_path: str,
    diagnostics: Diagnostics,
) -> list[MenuItem]:
    """Return the pages, the parts and the members' links of the menu, each with those under it.

    What is wrong with it is reported.
    """
    placed = [
        (place_in_menu(page.metadata["order"], True), entry_of(page))
        for page in sort_menu(site.pages)
    ]
    placed += [
        (place_in_menu(part.menu_order, False), MenuEntry(part.menu_title, part.path))
        for part in added
        if part.menu_title
    ]
    placed += [
        (place_in_menu(order, False), MenuEntry(link.title, link.href, link=link))
        for link, order in links.menu
    ]
    entries = [entry for _, entry in sorted(placed, key=operator.itemgetter(0))]

    def item(entry: MenuEntry, children: Sequence[MenuEntry] = ()) -> MenuItem:
        below = tuple(map(item, children))
        if entry.link:
            return replace(entry.link, children=below)
        lang = entry.page.metadata.get("lang") if entry.page else None
        return menu_item(entry.title, entry.path, base_path, below, lang)

    return [item(top, children) for top, children in arrange(entries, site, diagnostics)]


class SiteView:
    """The site's name, menu and addresses, ready for display.

    Attributes:
        name: the site's name; without one in `_config.yml`, the front page's title.
        home: the entry of the front page.
        menu: the other entries, in order, each with those under it.
        legal: the entries of the legal notice and of the accessibility statement, where the
            menu has them not.
        labels: the names of the site's parts, by their keys.
        menu_styles: the style sheets of the theme's that the menu asks for.
        custom_css: the address of the site's own style sheet, or None.
        feed: the address of the Atom feed, or "" without one.
        writes_feed: that feed is made, and no file of the content.
    """

    def __init__(
        self, site: Site, siteurl: str, base_path: str, menu: list[MenuItem], links: ChosenLinks
    ):
        home = site.home
        self.name = site.config.title or (home.title if home else "")
        self.home = (
            menu_item(self.name, home.path, base_path)
            if home
            else MenuItem(self.name, f"{base_path}/", "index.html")
        )
        self.menu = menu
        self.join = links.join
        self.settings = site.config.settings
        self.labels = {key: self.settings.label(key) for key in PARTS}
        in_menu = {item.save_as for top in menu for item in top.pages}
        self.legal = _legal(site.pages, base_path, in_menu)
        self.menu_styles = ["sous_menus"] if any(item.children for item in menu) else []
        self.custom_css = f"{base_path}/{CUSTOM_CSS}" if CUSTOM_CSS in own_files(site) else None
        self.writes_feed = writes_feed(site)
        self.feed = f"{base_path}/{FEED_NAME}" if self.writes_feed or has_own_feed(site) else ""
        self._has_own_title = site.config.title is not None
        self._siteurl = siteurl

    @cached_property
    def current_files(self) -> frozenset[str]:
        """Return the output files that entries show as current."""
        menus = [page for item in self.menu for page in item.pages]
        return frozenset(item.save_as for item in [self.home, *menus, *self.legal])

    def follow(self, changes: Mapping[str, Change]) -> None:
        """Have the entries show what plugins by others have changed."""
        self.__dict__.pop("current_files", None)
        self.menu = [now for item in self.menu for now in item.changed(changes)]
        self.legal = [now for item in self.legal for now in item.changed(changes)]
        self.home = next(iter(self.home.changed(changes)), self.home)
        self.join = next(iter(self.join.changed(changes)), None) if self.join else None

    def document_title(self, content: Any = None) -> str:
        """Return the text of `<title>` for a page or an article (section 3 of the dialect)."""
        title = getattr(content, "title", "")
        if not title:
            return self.name
        return f"{title} - {self.name}" if self._has_own_title else title

    def canonical(self, output_file: str) -> str | None:
        """Return the absolute address of an output file, or None where no host is known."""
        if "://" not in self._siteurl:
            return None
        return self._siteurl + quote_path(path_of(output_file))


def _legal(pages: Iterable[Document], base_path: str, shown: set[str]) -> list[MenuItem]:
    """Return the entries of the pages that the law asks for, where they are not shown already."""
    found = {bare_name(page.name): menu_item(page.title, page.path, base_path) for page in pages}
    items = [found[name] for name in LEGAL if name in found]
    return [item for item in items if item.save_as not in shown]
