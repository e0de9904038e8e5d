"""Scripts, style sheets and the like of other hosts: left out of bodies, told where they stay."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.embeds import COPIED_PAGE_ASKS_ANOTHER_HOST
from jekyll.addresses import html_addresses
from jekyll.addresses.css_addresses import css_addresses
from jekyll.addresses.hosts import Hosts, host_name
from jekyll.addresses.html_addresses import (
    RESOURCE,
    HeldAddress,
    held_addresses,
    loaded_addresses,
    styles_of,
    write_style,
)
from page_parts.embeds.page import PageBody

Refused = Callable[[str], bool]
_NOTHING = 'url("data:,")'


def refused_addresses(css: str, is_refused: Refused) -> list[tuple[str, int]]:
    """Return the refused addresses of a style sheet, each with its line, counted from 0."""
    lines: dict[str, int] = {}
    for address in css_addresses(css):
        if is_refused(address.url):
            lines.setdefault(address.url, css.count("\n", 0, address.start))
    return list(lines.items())


def without_refused(css: str, is_refused: Refused) -> str:
    """Return a style sheet that loads nothing refused."""
    parts, last = [], 0
    for address in css_addresses(css):
        start, end = address.token
        if is_refused(address.url) and start >= last:
            parts += [css[last:start], "" if address.is_import else _NOTHING]
            last = end
    return "".join([*parts, css[last:]])


# Links of a head that load nothing.
_PASSIVE = frozenset({"canonical", "alternate", "author", "license", "me", "next", "prev"})
# What else loads something. A `<source>` that is left is an image's.
_OTHERS = {
    html_addresses.SCRIPT: "le script",
    html_addresses.IMAGE: "l'image",
    html_addresses.MEDIA: "le fichier",
}


def remove_loads(page: PageBody) -> None:
    """Leave out what other hosts would be asked for as soon as the page is read."""
    _remove_links(page)
    _clean_styles(page)
    for held in list(loaded_addresses(page.tree)):
        what = _OTHERS.get(held.kind)
        if what and page.hosts.is_refused(held.url):
            page.refuse(what, held.url)
            if held.kind == html_addresses.SCRIPT:
                held.node.decompose()
            else:
                del held.node.attrs[held.attribute]


def _remove_links(page: PageBody) -> None:
    for link in page.tree.css("link[href]"):
        url = link.attributes["href"] or ""
        relations = set((link.attributes.get("rel") or "").lower().split())
        if not page.hosts.is_refused(url) or relations <= _PASSIVE:
            continue
        if "stylesheet" in relations:
            page.refuse("la feuille de style", url)
        link.decompose()


def _clean_styles(page: PageBody) -> None:
    is_refused = page.hosts.is_refused
    for node, attribute, css in styles_of(page.tree):
        refused = refused_addresses(css, is_refused)
        for url, _ in refused:
            page.refuse("le fichier", url)
        if refused:
            write_style(node, attribute, without_refused(css, is_refused))


def warn_copied_page(html: str, label: str, hosts: Hosts, diagnostics: Diagnostics) -> None:
    """Report which hosts a page asks for before any click, each once."""
    tree = LexborHTMLParser(html)
    loaded = (held for held in held_addresses(tree) if held.is_loaded and _is_used(held))
    asked: dict[str, str] = {}
    for held in loaded:
        if hosts.is_refused(held.url):
            asked.setdefault(host_name(held.url), held.url)
    for host, url in asked.items():
        before, found, _ = html.partition(url)
        line = before.count("\n") + 1 if found else 0
        diagnostics.add(COPIED_PAGE_ASKS_ANOTHER_HOST(host=host).at(label, line))


def _is_used(held: HeldAddress) -> bool:
    """Return whether an address is not that of a link for machines: of these, styles are loaded."""
    rels = (held.node.attributes.get("rel") or "").lower().split()
    return held.kind != RESOURCE or "stylesheet" in rels
