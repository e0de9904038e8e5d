"""What pages weigh once compressed, and what they may: one table."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborNode

from checks.pages import Page
from checks.site import CheckedSite
from diagnostics import ERROR, WARNING, Diagnostic


@dataclass(frozen=True)
class Budget:
    """What a page may weigh.

    Attributes:
        what: what is weighed, in French.
        most: bytes.
        severity: of a page that is over.
        hint: how it is made lighter.
        weigh: gives the bytes of a page.
        home_only: only the front page has it.
    """

    what: str
    most: int
    severity: str
    hint: str
    weigh: Callable[[CheckedSite, Page], int]
    home_only: bool = False


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


@cache
def _file_weight(path: Path) -> int:
    packed = path.suffix.lower() in {".css", ".js", ".svg", ".html", ".json"}
    return _compressed(path.read_bytes()) if packed else path.stat().st_size


def _linked(site: CheckedSite, page: Page, selector: str, attribute: str) -> int:
    """Return what the files of the site that a page loads weigh, each once."""
    return _files(site, page, (node.attributes.get(attribute) for node in page.tree.css(selector)))


def _files(site: CheckedSite, page: Page, urls: Iterable[str | None]) -> int:
    paths = (site.inner_path(url, page) for url in urls if url)
    names = {site.target(path) for path in paths if path}
    return sum(_file_weight(site.output / name) for name in names if name)


def _html_and_css(site: CheckedSite, page: Page) -> int:
    css = _linked(site, page, "link[rel=stylesheet]", "href")
    return _compressed(page.text.encode()) + css


# The words between two tags; styles and scripts are none.
_READ = re.compile(r"(?is)(<(style|script)\b.*?(?:</\2\s*>|\Z))|>[^<]+(?=<)")


def _without_words(site: CheckedSite, page: Page) -> int:
    """Weigh all but the words that are read: a long text is no heavy page."""
    bare = re.sub(r"(?is)<main\b.*</main>", lambda m: _READ.sub(_unread, m[0]), page.text)
    css = _linked(site, page, "link[rel=stylesheet]", "href")
    return _compressed(bare.encode()) + css


def _unread(found: re.Match[str]) -> str:
    return found[1] or ">"


def _theme_of_first_view(site: CheckedSite, page: Page) -> int:
    scripts = _linked(site, page, "script[src]", "src")
    preloaded = _linked(site, page, "link[rel=preload]", "href")
    return _html_and_css(site, page) + scripts + preloaded


def _first_view(site: CheckedSite, page: Page) -> int:
    images = page.tree.css('img[src]:not([loading="lazy"])')
    return _theme_of_first_view(site, page) + _files(site, page, map(_phone_source, images))


def _phone_source(image: LexborNode) -> str | None:
    """Return what a phone takes of an image: the narrowest file of its first format."""
    picture = image.parent
    source = picture.css_first("source[srcset]") if picture and picture.tag == "picture" else None
    candidates = (source.attributes["srcset"] or "").split() if source else []
    return candidates[0] if candidates else image.attributes["src"]


_SPLIT = "Partagez-la en plusieurs pages."
_LIGHTER = "Retirez du HTML, des styles ou des scripts."
BUDGETS = (
    # One exchange with the server shows the page: ten TCP segments (RFC 6928).
    Budget("sans son texte, la page", 14_000, ERROR, _LIGHTER, _without_words),
    Budget("la page, avec ses styles,", 50_000, ERROR, _SPLIT, _html_and_css),
    Budget("la page, avec ses styles,", 14_000, WARNING, _SPLIT, _html_and_css),
    Budget("l'accueil, sans ses images,", 50_000, ERROR, _LIGHTER, _theme_of_first_view, True),
    Budget(
        "l'accueil, avec ses images,",
        50_000,
        WARNING,
        "Réduisez ses images, ou mettez les plus lourdes sur une autre page.",
        _first_view,
        True,
    ),
)


def check_weights(site: CheckedSite) -> None:
    """Tell the pages that are over a budget, the heaviest reason alone."""
    for page in site.pages.values():
        for budget in BUDGETS:
            if budget.home_only and page.address != "/":
                continue
            weight = budget.weigh(site, page)
            if weight > budget.most:
                most = budget.most // 1000
                message = f"{budget.what} pèse {_kilobytes(weight)} ko, pour {most} au plus"
                diagnostic = Diagnostic(
                    site.label(page.name), 0, message, budget.hint, budget.severity
                )
                site.keep(diagnostic)
                break


def _kilobytes(weight: int) -> str:
    return f"{weight / 1000:.1f}".replace(".", ",")
