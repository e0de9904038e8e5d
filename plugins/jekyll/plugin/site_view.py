"""What templates see of the site, under the name `site`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.diagnostics import Diagnostics
from jekyll.addresses.urls import path_of, quote_path, save_as
from jekyll.plugin.extension_points import Generated
from jekyll.site.menu import MenuItem, menu_item, sort_menu
from jekyll.site.model import Site
from jekyll.site.submenus import Entry, arrange, entry_of

FEED = "feed.xml"  # jekyll-feed's address
CUSTOM_CSS = "assets/css/custom.css"
ACCESSIBILITY = "accessibilite.md"


def has_own_feed(site: Site) -> bool:
    """Return whether the content holds a feed of its own: jekyll-feed then writes none."""
    return FEED in own_files(site)


def own_files(site: Site) -> set[str]:
    """Return the files that the content writes itself; Markdown makes pages, and no feeds."""
    written = (document for document in site.rendered if not document.is_markdown)
    return {save_as(document.path) for document in written} | set(site.copied)


def menu_of(
    site: Site, added: Iterable[Generated], base_path: str, diagnostics: Diagnostics
) -> list[MenuItem]:
    """Return the entries of the menu, those of pages first; what is wrong with it is told."""
    entries = [entry_of(page) for page in sort_menu(site.pages)]
    entries += [Entry(page.menu_title, page.path) for page in added if page.menu_title]

    def item(entry: Entry, children: Sequence[Entry] = ()) -> MenuItem:
        return menu_item(entry.title, entry.path, base_path, tuple(map(item, children)))

    return [item(top, children) for top, children in arrange(entries, site, diagnostics)]


class SiteView:
    """The site's name, menu and addresses, ready for display.

    Attributes:
        name: the site's name; without one in `_config.yml`, the front page's title.
        home: the entry of the front page.
        menu: the other entries, in order, each with those under it.
        menu_styles: the style sheets of the theme's that the menu asks for.
        custom_css: the address of the site's own style sheet, or None.
        feed: the address of the Atom feed.
        has_own_feed: that feed is a file of the content.
        accessibility: the entry of the accessibility statement, or None.
    """

    def __init__(self, site: Site, siteurl: str, base_path: str, menu: list[MenuItem]):
        home = site.home
        self.name = site.config.title or (home.title if home else "")
        self.home = (
            menu_item(self.name, home.path, base_path)
            if home
            else MenuItem(self.name, f"{base_path}/", "index.html")
        )
        self.menu = menu
        self.menu_styles = ["sous_menus"] if any(item.children for item in menu) else []
        self.custom_css = f"{base_path}/{CUSTOM_CSS}" if CUSTOM_CSS in own_files(site) else None
        self.has_own_feed = has_own_feed(site)
        self.feed = f"{base_path}/{FEED}"
        statement = next((page for page in site.pages if page.name == ACCESSIBILITY), None)
        self.accessibility = (
            menu_item(statement.title, statement.path, base_path) if statement else None
        )
        self._has_own_title = site.config.title is not None
        self._siteurl = siteurl

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
