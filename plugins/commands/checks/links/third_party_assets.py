"""What pages load from other sites: each such file tells them who reads the page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING, Diagnostic
from core.diagnostics.catalog import external as rules
from core.diagnostics.catalog.embeds import COPIED_PAGE_ASKS_ANOTHER_HOST
from jekyll.addresses.html_addresses import HeldAddress, loaded_addresses
from page_parts.embeds.services import IMAGE

_KINDS = {
    "script": "un script",
    "iframe": "un contenu inséré",
    "frame": "un contenu inséré",
    "embed": "un contenu inséré",
    "object": "un contenu inséré",
    "link": "une feuille de style ou une police",
    **dict.fromkeys(("img", "input", "image", "feimage", "use", "td", "body"), "une image"),
    "source": "un fichier",
    "audio": "un son",
    "video": "une vidéo",
    "track": "des sous-titres",
}
# What people copy from the bar of their browser, for what is on the page there.
_PAGES_OF_IMAGES = re.compile(
    r"(?i)https?://(?:drive\.google\.com/(?:file|open|drive)|photos\.google\.com/"
    r"|photos\.app\.goo\.gl/|(?:www\.)?dropbox\.com/(?!.*[?&](?:raw|dl)=1)|1drv\.ms/"
    r"|onedrive\.live\.com/|(?:www\.)?(?:instagram|facebook|flickr|pinterest|youtube)\.com/"
    r"|youtu\.be/|imgur\.com/|\w+\.wiki[pm]edia\.org/wiki/|[^/]+/(?:index\.php/)?s/\w{10,20}/?\Z)"
)
_PAGES_OF_FILMS = re.compile(
    r"(?i)https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch|shorts)|youtu\.be/|vimeo\.com/\d"
    r"|[^/]+/(?:w|videos/watch)/[\w-]+/?\Z|(?:www\.)?openstreetmap\.org/(?:#map|\?)"
    r"|(?:www\.)?google\.[a-z.]+/maps/(?!embed|d/embed))"
)
# Pages that refuse to be shown in another (« X-Frame-Options »), not what their « Intégrer » gives.
_NO_FRAMES = re.compile(
    r"(?i)(?:https?:)?//(?:(?:www\.|m\.|fr-fr\.|web\.)?facebook\.com/(?!plugins/|v\d[\d.]*/plugins/|login\b)"
    r"|fb\.(?:com|me|watch)/|(?:www\.|mobile\.)?(?:twitter|x)\.com/"
    r"|(?:www\.)?instagram\.com/(?!(?:p|reel|tv)/[\w-]+/embed)"
    r"|(?:www\.)?tiktok\.com/(?!(?:embed|player)/)|(?:www\.)?linkedin\.com/(?!embed/)"
    r"|(?:www\.)?pinterest\.(?:com|fr)/|github\.com/|(?:www\.)?google\.[a-z.]+/(?:search|\?|\Z)|(?:www\.)?amazon\.[a-z.]+/"
    r"|drive\.google\.com/(?:drive|file/d/[\w-]+/view)|docs\.google\.com/\w+/d/[\w-]+/edit"
    r"|(?:www\.)?youtube\.com/(?:@|c/|channel/|user/|playlist|feed)|(?:www\.)?dailymotion\.com/video/"
    r"|open\.spotify\.com/(?!embed)|soundcloud\.com/)"
)
_EMBED = "Sur cette page, « Partager » puis « Intégrer » donne le code à coller."
_LOADED = frozenset({"stylesheet", "preload", "modulepreload", "prefetch", "icon"})


def check_third_party_assets(site: CheckedSite) -> None:
    """Warn, by page and by site, of what is loaded from elsewhere, unless the build has."""
    rule = COPIED_PAGE_ASKS_ANOTHER_HOST
    reported = {one.at(one.path) for one in site.diagnostics.taken() if one.code == rule.code}
    for page in site.pages.values():
        seen = set()
        for reference in site.until_enough(page, loaded_addresses(page.tree), WARNING):
            kind = _KINDS.get((reference.node.tag or "").lower())
            if not kind or not _is_asked_for(reference):
                continue
            host = outside_host(site, page, reference)
            if not host or (kind, host) in seen:
                continue
            seen.add((kind, host))
            if rule(host=host).at(site.label(page.name)) in reported:
                continue
            at = [reference.url, reference.url.replace("&", "&amp;"), host]
            site.report(page, rules.LOADED_FROM_ELSEWHERE(what=kind, host=host), at)


def outside_host(site: CheckedSite, page: Page, reference: HeldAddress) -> str:
    """Return the host of an address that is not the site's, or ""."""
    try:
        parts = urlsplit(reference.url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    own = urlsplit(site.siteurl).hostname
    is_web = parts.scheme in ("http", "https", "")
    return host if is_web and host != own else ""


def _is_asked_for(reference: HeldAddress) -> bool:
    if reference.node.tag != "link":
        return True
    return bool(_LOADED & set((reference.node.attributes.get("rel") or "").lower().split()))


def check_cards(site: CheckedSite) -> None:
    """Warn, by page and by site, of what a click loads from elsewhere."""
    for page in site.pages.values():
        hosts: dict[str, str] = {}
        for card in page.in_content("[data-contenu]"):
            frame = LexborHTMLParser(card.attributes["data-contenu"] or "").css_first("[src]")
            url = (frame.attributes["src"] if frame else "") or ""
            is_image = (card.attributes.get("aria-label") or "").startswith(IMAGE.name)
            if told := _page_for(url, is_image):
                site.report(page, told, [url, url.replace("&", "&amp;")])
                continue
            hosts.setdefault(urlsplit(url).hostname or "", url)
        for host, url in site.until_enough(page, hosts.items(), WARNING):
            at = [url, url.replace("&", "&amp;"), host, host.removeprefix("www.")]
            site.report(page, rules.OFFERED_FROM_ELSEWHERE(host=host), at)


def _page_for(url: str, is_image: bool) -> Diagnostic | None:
    """Return what is wrong with the address of a page, where an image or a film was meant."""
    if is_image and _PAGES_OF_FILMS.match(url):
        return rules.PAGE_OF_ANOTHER_SITE(url=url, what="une image", hint=_EMBED)
    if is_image and _PAGES_OF_IMAGES.match(url):
        return rules.PAGE_OF_ANOTHER_SITE(url=url, what="une image")
    if not is_image and _PAGES_OF_FILMS.match(url):
        return rules.PAGE_OF_ANOTHER_SITE(url=url, what="un lecteur", hint=_EMBED)
    if not is_image and _NO_FRAMES.match(url):
        return rules.PAGE_WITHOUT_FRAMES(url=url)
    return None
