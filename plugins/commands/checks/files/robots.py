"""robots.txt: the lines that search engines pass over, so that what they hide is found."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import typo
from core.diagnostics.catalog.data import UNREAD_LINE_FOR_ROBOTS

_NAME = "robots.txt"
_AGENT, _SITEMAP = "User-agent", "Sitemap"
# RFC 9309, section 2.2; sitemaps.org; those that some engines know.
_OF_PATHS = ("Disallow", "Allow")
_RULES = (*_OF_PATHS, "Crawl-delay", "Clean-param", "Noindex", "Request-rate", "Visit-time")
_KNOWN = {name.lower(): name for name in (_AGENT, _SITEMAP, *_RULES, "Host", "Content-signal")}


def check_robots(site: CheckedSite) -> None:
    """Warn of them; who writes names that nobody has told us of is believed."""
    if _NAME not in site.own_files and _NAME not in site.documents:
        return
    page = Page(site.output, _NAME)
    for number, line, hint in _unread(page.text.removeprefix("\ufeff")):
        told = UNREAD_LINE_FOR_ROBOTS(words=line[:60], hint=hint)
        site.report(page, told, [line], line=number if _NAME in site.own_files else 0)


def _unread(text: str) -> Iterator[tuple[int, str, str]]:
    r"""Give each line that is passed over, with its number, and what to write.

    >>> list(_unread("User-agent: *\nDissalow: /a"))
    [(2, 'Dissalow: /a', 'Écrivez Disallow: /a')]
    """
    is_for_someone = False
    for number, line in enumerate(text.split("\n"), 1):
        name, sign, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if name and not sign:
            name, _, value = name.partition(" ")
        known = _KNOWN.get(name.lower()) if sign else None
        meant = known or typo(name, _KNOWN.values())
        hint = ""
        if (meant and not known) or (name and not sign):
            hint = f"Écrivez {meant}: {value}" if meant else "Écrivez un nom, « : » et une valeur."
        elif known in _RULES and not is_for_someone:
            hint = f"Écrivez avant elle : {_AGENT}: *"
        elif known in _OF_PATHS and value and value[0] not in "/*$":
            hint = f"Écrivez un chemin : {known}: /{urlsplit(value).path.lstrip('/')}"
        elif known == _SITEMAP and "://" not in value:
            hint = "Écrivez son adresse entière, avec https://."
        is_for_someone = is_for_someone or meant == _AGENT
        if hint:
            yield number, line.strip(), hint
