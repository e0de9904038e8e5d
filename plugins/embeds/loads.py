"""Scripts, style sheets and the like of other hosts: left out, and named to the member."""

from __future__ import annotations

from embeds.css_text import refused_addresses, without_refused
from embeds.page import PageBody

SCRIPT = "le script de « {host} » ne sera pas chargé"
STYLE_SHEET = "la feuille de style de « {host} » ne sera pas chargée"
STYLE = "le style demande un fichier à « {host} », qui ne sera pas chargé"
STYLE_SHEET_ASKS = "la feuille de style demande un fichier à « {host} », qui ne sera pas chargé"
PICTURE = "l'image de « {host} » ne sera pas affichée"
FILE = "le fichier de « {host} » ne sera pas chargé"

# Links of a head that load nothing.
_PASSIVE = frozenset({"canonical", "alternate", "author", "license", "me", "next", "prev"})
# What else loads something: elements, their attribute, and what to tell. A `<source>` that is left
# is a picture's.
_OTHERS = [
    ("video[poster]", "poster", PICTURE),
    ("[background]", "background", PICTURE),
    ("input[src]", "src", PICTURE),
    ("image", "href", PICTURE),
    ("use", "href", PICTURE),
    ("source[src]", "src", FILE),
    ("track[src]", "src", FILE),
]


def remove_loads(page: PageBody) -> None:
    """Leave out what other hosts would be asked for as soon as the page is read."""
    _remove_scripts(page)
    _remove_links(page)
    _clean_styles(page)
    for selector, attribute, message in _OTHERS:
        for node in page.tree.css(selector):
            for name in (attribute, f"xlink:{attribute}"):
                url = node.attributes.get(name) or ""
                if page.hosts.is_refused(url):
                    page.refuse(message, url)
                    del node.attrs[name]


def _remove_scripts(page: PageBody) -> None:
    for script in page.tree.css("script[src]"):
        url = script.attributes["src"] or ""
        if page.hosts.is_refused(url):
            page.refuse(SCRIPT, url)
            script.decompose()


def _remove_links(page: PageBody) -> None:
    for link in page.tree.css("link[href]"):
        url = link.attributes["href"] or ""
        relations = set((link.attributes.get("rel") or "").lower().split())
        if not page.hosts.is_refused(url) or relations <= _PASSIVE:
            continue
        if "stylesheet" in relations:
            page.refuse(STYLE_SHEET, url)
        link.decompose()


def _clean_styles(page: PageBody) -> None:
    is_refused = page.hosts.is_refused
    for style in page.tree.css("style"):
        css = style.text()
        for url, _ in refused_addresses(css, is_refused):
            page.refuse(STYLE, url)
            style.inner_html = without_refused(css, is_refused)
    for node in page.tree.css("[style]"):
        css = node.attributes["style"] or ""
        for url, _ in refused_addresses(css, is_refused):
            page.refuse(STYLE, url)
            node.attrs["style"] = without_refused(css, is_refused)
