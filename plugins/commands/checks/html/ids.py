"""Ids: those that a page gives twice, and those that are named and that nothing bears."""

from __future__ import annotations

import re
from collections.abc import Collection

from selectolax.lexbor import LexborNode

from commands.checks.pages import MOST_COMPARED, Page
from commands.checks.site import MOST_TOLD_OF_A_PAGE, CheckedSite
from core.diagnostics import typo
from core.diagnostics.catalog.html import DUPLICATE_ID, MISSING_ID
from jekyll.addresses.css_addresses import css_addresses
from jekyll.addresses.html_addresses import styles_of
from jekyll.front_matter.source_positions import line_at, without_code, without_comments
from jekyll.liquid.renderer import AT_FAULT

_SCRIPTS = "script:not([type='application/ld+json'])"
# What names a part of the drawing that it is in (SVG 2, section 16.1.2).
_DRAWN = "use, textPath, mpath, linearGradient, radialGradient, pattern, feImage"
_NAMING = {
    ":is(label, output)[for]": "for",
    "[form]": "form",
    "input[list]": "list",
    "[headers]": "headers",
    "[popovertarget]": "popovertarget",
    "[commandfor]": "commandfor",
    "[itemref]": "itemref",
    "img[usemap]": "usemap",
    _DRAWN: "href",
    f":is({_DRAWN})": "xlink:href",  # the same elements
    **{
        f"[aria-{end}]": f"aria-{end}"
        for end in """labelledby describedby controls owns activedescendant details errormessage
        flowto""".split()
    },
}
# What alone can bear some names.
_BEARERS = {"usemap": "map", "list": "datalist", "form": "form"}
_WITH_SIGN = frozenset({"usemap", "href", "xlink:href"})
_HINTS = {
    "usemap": 'Écrivez <map name="{name}">, ou retirez « usemap ».',
    "list": 'Écrivez <datalist id="{name}">, ou retirez « list ».',
    "form": 'Écrivez <form id="{name}">, ou retirez « form ».',
}
# A space is a part of the name; an `<output>` names several (HTML Standard, section 4.10.12).
_NAMES_ONE = frozenset({"for", "form", "list", "usemap"})
# The manners of giving an id: HTML's, and that of attribute lists; what follows may give another.
_GIVEN = re.compile(
    r"""(?i:\bid)\s*=\s*(?="(?P<double>[^"]{0,200})"|'(?P<single>[^']{0,200})'
    |(?P<bare>[^\s>}"']{1,200}+)[\s>}])|\#(?P<listed>[^\s}]{1,200}+)(?=[\s}])""",
    re.VERBOSE,
)
_LONGEST_LIST = 202  # characters


def check_ids(site: CheckedSite) -> None:
    """Report the ids that a page gives twice, and those that it names and does not give."""
    for page in site.pages.values():
        doubled = [(name, count) for name, count in page.id_counts.items() if count > 1]
        given = _given_ids(site, page) if doubled else {}
        for name, count in doubled[:MOST_TOLD_OF_A_PAGE]:
            _report_twice(site, page, name, count, given)
        if not page.tree.css(_SCRIPTS):  # one may give ids
            report_absent(site, page)


def _report_twice(
    site: CheckedSite, page: Page, name: str, count: int, given: dict[str, list[int]]
) -> None:
    """Tell it where it is given the second time: links lead to the first alone."""
    twice = DUPLICATE_ID(name=name, count=count)
    if lines := given.get(name):
        site.add(twice.at(site.label(page.name), lines[:2][-1]))
    else:
        site.report(page, twice)


def _given_ids(site: CheckedSite, page: Page) -> dict[str, list[int]]:
    """Return the lines on which the author of a page gives each id."""
    document = site.documents.get(page.name)
    if not document and page.name not in site.site.files.names:
        return {}
    text, first = (document.source.body, document.source.body_line) if document else (page.text, 1)
    bare = without_code(text) if document and document.is_markdown else without_comments(text)
    given: dict[str, list[int]] = {}
    for found in _GIVEN.finditer(bare):
        if not found["listed"] or _is_in_braces(bare, found.start()):
            given.setdefault(found[found.lastgroup or 0], []).append(
                first + line_at(bare, found.start())
            )
    return given


def _is_in_braces(text: str, place: int) -> bool:
    """Return whether a place is in an attribute list."""
    before = text[max(0, place - _LONGEST_LIST) : place]
    return not {"}", "\n"} & set(before[before.rfind("{") :]) if "{" in before else False


def report_absent(site: CheckedSite, page: Page) -> None:
    """Report the names that nothing bears (HTML, section 4.10.4; WAI-ARIA 1.2, section 6.2.4)."""
    for selector, attribute in _NAMING.items():
        nodes = page.in_content(selector)
        known = _known(page, attribute) if nodes else frozenset[str]()
        for node in site.until_enough(page, nodes):
            value = node.attributes.get(attribute) or ""
            if attribute in _WITH_SIGN and not value.startswith("#"):
                continue
            at = [f'{attribute}="{value}"', f"{attribute}='{value}'", f"{attribute}={value}"]
            is_one = attribute in _NAMES_ONE and node.tag != "output"
            names = dict.fromkeys([value] if is_one else value.split())
            for name in site.until_enough(page, names):
                name = name.removeprefix("#") if attribute in _WITH_SIGN else name  # noqa: PLW2901
                if name not in known:
                    _report_missing(site, page, (node, attribute), name, known, at)
    for node, attribute, css in styles_of(page.tree if page.content is None else page.content):
        for url in dict.fromkeys(address.url for address in css_addresses(css)):
            is_part = url.startswith("#") and "#" not in url[1:]  # those of Word have two
            if is_part and url[1:] not in page.id_counts:
                place = (node, attribute or "url")
                _report_missing(site, page, place, url[1:], page.id_counts, [f"url({url})", url])


def _known(page: Page, attribute: str) -> frozenset[str]:
    """Return the names that an attribute can mean."""
    if attribute not in _BEARERS:
        return frozenset(page.id_counts)
    bearers = (node.attributes for node in page.tree.css(_BEARERS[attribute]))
    return frozenset(filter(None, (held.get(key) for held in bearers for key in ("id", "name"))))


def _report_missing(
    site: CheckedSite,
    page: Page,
    place: tuple[LexborNode, str],
    name: str,
    known: Collection[str],
    at: list[str],
) -> None:
    """Report a name that nothing bears, in an attribute of an element."""
    node, attribute = place
    if not name or AT_FAULT in name:
        return
    near = typo(name, known) if len(known) <= MOST_COMPARED else None
    hint = f"Vouliez-vous dire « {near} » ?" if near else _HINTS.get(attribute)
    bearer = f"d'aucun <{_BEARERS[attribute]}>" if name in page.id_counts else "de rien"
    told = MISSING_ID(
        attribute=attribute, name=name, of=bearer, hint=hint and hint.format(name=name)
    )
    site.report(page, told, at, page.nth(node, attribute))
