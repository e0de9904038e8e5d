"""Scripts, style sheets and the like of other hosts: left out, and named to the member."""

from __future__ import annotations

from core.diagnostics.catalog.embeds import (
    FOREIGN_FILE,
    FOREIGN_PICTURE,
    FOREIGN_SCRIPT,
    FOREIGN_STYLE_SHEET,
    STYLE_ASKS_ANOTHER_HOST,
)
from jekyll.addresses import html_addresses
from jekyll.addresses.html_addresses import held_addresses, styles_of, write_style
from page_parts.embeds.css_text import refused_addresses, without_refused
from page_parts.embeds.page import PageBody

# Links of a head that load nothing.
_PASSIVE = frozenset({"canonical", "alternate", "author", "license", "me", "next", "prev"})
# What else loads something. A `<source>` that is left is a picture's.
_OTHERS = {html_addresses.PICTURE: FOREIGN_PICTURE, html_addresses.MEDIA: FOREIGN_FILE}


def remove_loads(page: PageBody) -> None:
    """Leave out what other hosts would be asked for as soon as the page is read."""
    _remove_scripts(page)
    _remove_links(page)
    _clean_styles(page)
    for held in list(held_addresses(page.tree)):
        rule = _OTHERS.get(held.kind)
        if rule and page.hosts.is_refused(held.url):
            page.refuse(rule, held.url)
            del held.node.attrs[held.attribute]


def _remove_scripts(page: PageBody) -> None:
    for held in list(held_addresses(page.tree)):
        if held.kind == html_addresses.SCRIPT and page.hosts.is_refused(held.url):
            page.refuse(FOREIGN_SCRIPT, held.url)
            held.node.decompose()


def _remove_links(page: PageBody) -> None:
    for link in page.tree.css("link[href]"):
        url = link.attributes["href"] or ""
        relations = set((link.attributes.get("rel") or "").lower().split())
        if not page.hosts.is_refused(url) or relations <= _PASSIVE:
            continue
        if "stylesheet" in relations:
            page.refuse(FOREIGN_STYLE_SHEET, url)
        link.decompose()


def _clean_styles(page: PageBody) -> None:
    is_refused = page.hosts.is_refused
    for node, attribute, css in styles_of(page.tree):
        refused = refused_addresses(css, is_refused)
        for url, _ in refused:
            page.refuse(STYLE_ASKS_ANOTHER_HOST, url)
        if refused:
            write_style(node, attribute, without_refused(css, is_refused))
