"""What links say, to who reads them and to who hears them."""

from __future__ import annotations

from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from commands.checks.links.links import spellings
from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics.catalog.links import LINK_OF_AN_UNNAMED_IMAGE, LINK_WITHOUT_WORDS, VAGUE_LINK
from core.diagnostics.catalog.site import SITE_WITHOUT_A_NAME

_CONTENTS = "#markdown-toc a"  # made of headings


def check_link_names(site: CheckedSite) -> None:
    """Report the links that say nothing: empty ones (error), « cliquez ici » (warning)."""
    for page in site.pages.values():
        is_in_french = site.is_in_french(page)
        for link in site.until_enough(page, page.tree.css("a[href]")):
            if page.is_hidden(link):
                continue
            name = link_name(link)
            # The selector finds the `xlink:href` of drawings too.
            href = (link.attributes.get("href") or link.attributes.get("xlink:href") or "").strip()
            if not name:
                _report_unnamed(site, page, link, href)
            elif (
                _is_vague(link, name, is_in_french)
                and not _is_title(site, page, href, name)
                and not page.is_among(link, _CONTENTS)
            ):
                at = [f"[{words_of(link)}]", name]
                site.report(page, VAGUE_LINK(words=name), at, page.nth(link))


def _is_title(site: CheckedSite, page: Page, href: str, name: str) -> bool:
    """Return whether a link's words are the title of the page that it leads to."""
    path = site.inner_path(href, page)
    document = site.documents.get(site.target(path) or "") if path else None
    return document is not None and document.title.strip() == name


def _report_unnamed(site: CheckedSite, page: Page, link: LexborNode, href: str) -> None:
    if not page.holds(link) and site.inner_path(href, page) == "/":
        if site.given_up:
            return  # the front page may be set aside, which has its name
        site.add(SITE_WITHOUT_A_NAME().at(f"{site.site.label}/_config.yml"))
        return
    rule = LINK_WITHOUT_WORDS if link.css_first("img") is None else LINK_OF_AN_UNNAMED_IMAGE
    at = [*spellings(href, site.siteurl)] if href.strip("#/") else [f'"{href}"', f"({href})"]
    if href == "/" and site.siteurl:  # written whole, it is shortened
        at += [sign.format(site.siteurl.rstrip("/")) for sign in ("({})", "({}/)", '"{}"', '"{}/"')]
    path = site.inner_path(href, page)
    target = site.documents.get(site.target(path) or "") if path else None
    at += [f"({target.name})", f'"{target.name}"'] if target else []
    site.report(page, rule(url=unquote(href)), at, page.nth(link, "href"))


def link_name(link: LexborNode) -> str:
    """Return what a screen reader says of a link (Accessible Name and Description, section 4.3)."""
    label = (link.attributes.get("aria-label") or "").strip()
    if label := label or link.attributes.get("aria-labelledby") or "":
        return label
    words = [words_of(link)]
    words += [node.attributes.get("alt") or "" for node in link.css("img[alt], area[alt]")]
    words += [node.attributes.get("aria-label") or "" for node in link.css("[aria-label]")]
    words += [words_of(node) for node in link.css("svg title")]
    name = " ".join(" ".join(words).split())
    return name or (link.attributes.get("title") or "").strip()


_VAGUE_IN_ENGLISH = frozenset("click here|here|read more|learn more|more|link|this link".split("|"))
_VAGUE = _VAGUE_IN_ENGLISH | {
    " ".join(words.split())
    for words in """cliquez ici|cliquer ici|clique ici|ici|là|lien|ce lien|le lien|lire|c'est ici|
    c'est là|c'est par ici|par ici|voir ici|ici même|juste ici|lire ici|plus d'infos ici|cliquez là|
    cliquez sur ce lien|cliquez sur le lien|suivez ce lien|suivez le lien|sur ce lien|
    en cliquant ici|en savoir plus ici|ça se passe ici|rendez-vous ici|lire la suite|la suite|suite|
    en savoir plus|savoir plus|plus|voir|voir plus|plus d'infos|plus d'info|
    plus d'informations""".split("|")
}


def _is_vague(link: LexborNode, name: str, is_in_french: bool) -> bool:
    if link.attributes.get("aria-label") or link.attributes.get("title"):
        return False
    bare = (
        name.casefold()
        .replace("’", "'")
        .replace("cliquez-", "cliquez ")
        .strip(" .…!:>→»«()[]\u00a0\u202f")
    )
    return bare in (_VAGUE if is_in_french else _VAGUE_IN_ENGLISH)
