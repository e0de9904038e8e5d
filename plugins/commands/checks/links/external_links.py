"""Links to other sites, asked politely: by host, one at a time, seldom, and not for ever.

What the outside world does is no fault of the site: all that is reported is a warning.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import urllib3

from commands.checks.links.links import spellings
from commands.checks.links.third_party_assets import outside_host
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from commands.network_errors import BAD_CERTIFICATE, ENDLESS, NO_ANSWER, TOO_SLOW, network_reason
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import external as rules

GONE, FAILS, REFUSES_ROBOTS = "gone", "fails", "robots"
SILENT, MOVED, FINE = "silent", "moved", "fine"
_RULES = {
    GONE: rules.OUTSIDE_LINK_IS_GONE,
    FAILS: rules.OUTSIDE_SITE_FAILS,
    REFUSES_ROBOTS: rules.OUTSIDE_SITE_REFUSES_ROBOTS,
    SILENT: rules.OUTSIDE_SITE_IS_SILENT,
    MOVED: rules.OUTSIDE_LINK_HAS_MOVED,
}
NO_TIME_LEFT = "le temps total est écoulé"
SILENCES = (NO_ANSWER, TOO_SLOW, BAD_CERTIFICATE, ENDLESS, NO_TIME_LEFT)
_NO_ROBOTS = frozenset({401, 403, 405, 406, 418, 429, 451, 503, 999})
_GONE = frozenset({404, 410})
_MOVED_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True)
class RequestLimits:
    """How other sites are asked."""

    pause: float = 1.0  # seconds between two requests to one host
    patience: float = 10.0  # seconds for one answer
    total: float = 300.0  # seconds for all of them
    keep: float = 7 * 86400.0  # seconds for which an answer is remembered
    at_once: int = 8  # hosts asked at the same time


@dataclass(frozen=True)
class LinkAnswer:
    """What came of one link: one of the kinds above, and its detail (status, new address)."""

    kind: str
    detail: str = ""


def check_external_links(
    site: CheckedSite, cache: Path, limits: RequestLimits | None = None
) -> None:
    """Warn of the outside links that do not answer as they should."""
    places: dict[str, list[Page]] = defaultdict(list)
    for page in site.pages.values():
        for reference in page.references:
            is_followed = reference.node.tag in ("a", "area", "img", "iframe")
            if is_followed and outside_host(site, page, reference):
                url = urldefrag(reference.url).url
                url = f"https:{url}" if url.startswith("//") else url
                if page not in places[url]:
                    places[url].append(page)
    answers = ask_all(sorted(places), cache, limits or RequestLimits())
    for url, pages in sorted(places.items()):
        if reported := diagnostic_of(url, answers[url]):
            for page in pages:
                at = [*spellings(url), url.replace("&", "&amp;")]
                site.report(page, reported, at)


def ask_all(urls: list[str], cache: Path, limits: RequestLimits) -> dict[str, LinkAnswer]:
    """Return the answer of each address; hosts side by side, the links of one in turn."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        by_host[urlsplit(url).netloc].append(url)
    deadline = time.monotonic() + limits.total
    http = urllib3.PoolManager(
        retries=False, headers={"User-Agent": "verification-des-liens (site statique)"}
    )

    def ask_host(links: list[str]) -> dict[str, LinkAnswer]:
        found, asked = {}, 0
        for url in links:
            remembered = _remembered(cache, url, limits.keep)
            if remembered is None:
                time.sleep(limits.pause if asked else 0)
                asked += 1
                remembered = _ask(http, url, limits, deadline)
                _remember(cache, url, remembered)
            found[url] = remembered
        return found

    with ThreadPoolExecutor(limits.at_once) as pool:
        parts = list(pool.map(ask_host, by_host.values()))
    return {url: answer for part in parts for url, answer in part.items()}


def _ask(http: urllib3.PoolManager, url: str, limits: RequestLimits, deadline: float) -> LinkAnswer:
    """Ask for the head; many servers answer that with an error, and then for the page."""
    answer = LinkAnswer(SILENT)
    for method in ("HEAD", "GET"):
        if time.monotonic() > deadline:
            return LinkAnswer(SILENT, NO_TIME_LEFT)
        answer = _follow(partial(_once, http, limits, method), url)
        if answer.kind in (FINE, MOVED, SILENT):
            return answer
    return answer


def _once(
    http: urllib3.PoolManager, limits: RequestLimits, method: str, url: str
) -> urllib3.BaseHTTPResponse:
    timeout = urllib3.Timeout(total=limits.patience)
    response = http.request(method, url, timeout=timeout, redirect=False, preload_content=False)
    response.close()
    return response


def _follow(request: Callable[[str], urllib3.BaseHTTPResponse], url: str) -> LinkAnswer:
    """Go through the redirects, ten at most; the first that is for good is what is reported."""
    current, moved = url, ""
    for _ in range(10):
        try:
            response = request(current)
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            return LinkAnswer(SILENT, network_reason(error))
        location = response.get_redirect_location()
        if not location:
            return _judge(response.status, moved)
        current = urljoin(current, location)
        moved = current if response.status in _MOVED_FOR_GOOD and not moved else moved
    return LinkAnswer(SILENT, ENDLESS)


def _judge(status: int, moved: str) -> LinkAnswer:
    if status < 400:
        return LinkAnswer(MOVED, moved) if moved else LinkAnswer(FINE)
    if status in _NO_ROBOTS:
        return LinkAnswer(REFUSES_ROBOTS, str(status))
    return LinkAnswer(GONE if status in _GONE else FAILS, str(status))


def diagnostic_of(url: str, answer: LinkAnswer) -> Diagnostic | None:
    """Return what is told of an answer; None when there is nothing to tell."""
    rule = _RULES.get(answer.kind)
    return rule(url=url, detail=answer.detail) if rule else None


# What was answered is remembered for a while: checks are many, links change seldom.


def _entry(cache: Path, url: str) -> Path:
    return cache / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.json"


def _remembered(cache: Path, url: str, keep: float) -> LinkAnswer | None:
    try:
        kept = json.loads(_entry(cache, url).read_text(encoding="utf-8"))
        fresh = 0 <= time.time() - kept["at"] < keep
        return LinkAnswer(kept["kind"], kept["detail"]) if fresh and kept["url"] == url else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remember(cache: Path, url: str, answer: LinkAnswer) -> None:
    if answer.kind in (SILENT, FAILS):
        return  # for a while, or perhaps our own network
    cache.mkdir(parents=True, exist_ok=True)
    kept = {"url": url, "at": time.time(), "kind": answer.kind, "detail": answer.detail}
    _entry(cache, url).write_text(json.dumps(kept), encoding="utf-8")
