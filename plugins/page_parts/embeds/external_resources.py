"""Scripts, style sheets and the like of other hosts: left out, and named to the member."""

from __future__ import annotations

from jekyll.addresses import html_addresses
from jekyll.addresses.html_addresses import loaded_addresses, styles_of, write_style
from page_parts.embeds.css_text import refused_addresses, without_refused
from page_parts.embeds.page import PageBody

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
