"""What pages say to machines: JSON-LD readable and complete, dates and hours that can be read."""

from __future__ import annotations

from json import JSONDecodeError
from typing import Any

from selectolax.lexbor import LexborNode

from commands.checks.html.kinds import is_moment
from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics.catalog import pages as rules
from core.diagnostics.catalog.html import UNREADABLE_TIME
from jekyll.front_matter.numbers import read_json

# What each type cannot do without (schema.org, as search engines document it).
REQUIRED = {
    "Event": ("name", "startDate"),
    "Article": ("headline",),
    "BlogPosting": ("headline",),
    "NewsArticle": ("headline",),
    "Organization": ("name",),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position",),
    "PostalAddress": (),
}


def check_structured_data(site: CheckedSite) -> None:
    """Report the JSON-LD that does not parse or misses what its type requires."""
    for page in site.pages.values():
        scripts = page.tree.css('script[type="application/ld+json"]')
        for script in site.until_enough(page, scripts):
            _check_one(site, page, script)


def _check_one(site: CheckedSite, page: Page, script: LexborNode) -> None:
    at, nth = ["application/ld+json"], page.nth(script, "type")
    written = script.text()
    try:
        data = read_json(written)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, JSONDecodeError) else 1
        below = line - 1 if written in site.source(page) else 0
        site.report(page, rules.UNREADABLE_JSON_LD(), at, nth, below)
        return
    items = data if isinstance(data, list) else [data]
    for item in items:
        if not isinstance(item, dict) or "@context" not in item:
            site.report(page, rules.JSON_LD_WITHOUT_CONTEXT(), at, nth)
    for item in site.until_enough(page, _objects(items)):
        missing = [key for key in REQUIRED.get(str(item.get("@type")), ()) if not item.get(key)]
        for key in missing:
            site.report(page, rules.INCOMPLETE_JSON_LD(type=item["@type"], key=key), at, nth)


def _objects(data: Any) -> list[dict[str, Any]]:
    """Return every object of a document, those inside others too."""
    if isinstance(data, list):
        return [found for item in data for found in _objects(item)]
    if isinstance(data, dict):
        return [data, *(found for value in data.values() for found in _objects(value))]
    return []


def check_times(site: CheckedSite) -> None:
    """Report the `<time>` whose words are all that says when (HTML Standard, section 4.5.14)."""
    for page in site.pages.values():
        if page.name not in site.documents and page.name not in site.site.files.names:
            continue  # it shows what others hold
        times = page.in_content("time:not([datetime])")
        may_be_filled = bool(times) and page.has_scripts
        for time in site.until_enough(page, times):
            words = words_of(time)
            if not is_moment(words) and (words or not may_be_filled):
                at = [f"<time>{words}</time>", f">{words}</time>", words, "<time"]
                site.report(page, UNREADABLE_TIME(words=words), at, page.nth(time))
