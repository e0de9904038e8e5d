"""The HTML of each source, judged and led back to its line; ids that a page has twice."""

from __future__ import annotations

import posixpath
import re
import string
from functools import lru_cache
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from commands.checks.attribute_lists import list_diagnostics
from commands.checks.html_names import HtmlDiagnostic
from commands.checks.html_rules import MADE, html_diagnostics
from commands.checks.pages import MOST_COMPARED, Page
from commands.checks.site import MOST_TOLD_OF_A_PAGE, CheckedSite
from core.diagnostics import typo
from core.diagnostics.catalog.html import DUPLICATE_ID, MISSING_ID
from jekyll.addresses.urls import save_as
from jekyll.front_matter.source_positions import line_at, without_code, without_comments
from jekyll.kramdown.extension import make_converter
from jekyll.limits import LimitExceeded, check_tags, limited
from jekyll.liquid.renderer import AT_FAULT
from jekyll.site.model import Document, Kind

_TAG = re.compile(r"</?[A-Za-z]")
_FIRST_PART = re.compile(r"<[^>\n]*")
_SCRIPTS = "script:not([type='application/ld+json'])"
_NAMING = {
    "label[for]": "for",
    "[form]": "form",
    "input[list]": "list",
    "[headers]": "headers",
    "[popovertarget]": "popovertarget",
    "[commandfor]": "commandfor",
    "img[usemap]": "usemap",
    "use": "href",
    ":is(use)": "xlink:href",  # the same elements
    **{f"[aria-{end}]": f"aria-{end}" for end in "labelledby describedby controls owns".split()},
}
_WITH_SIGN = frozenset({"usemap", "href", "xlink:href"})
_HINTS = {"usemap": 'Écrivez <map name="{name}">, ou retirez « usemap ».'}
_NAMES_ONE = frozenset({"for", "form", "list", "usemap"})  # a space is a part of the name
# The manners of giving an id: HTML's, and that of attribute lists; what follows may give another.
_GIVEN = re.compile(
    r"""(?i:\bid)\s*=\s*(?="(?P<double>[^"]{0,200})"|'(?P<single>[^']{0,200})'
    |(?P<bare>[^\s>}"']{1,200}+)[\s>}])|\#(?P<listed>[^\s}]{1,200}+)(?=[\s}])""",
    re.VERBOSE,
)
_LONGEST_LIST = 202  # characters
# Letters without accents alone: no character moves, as some do when `lower` makes two of them.
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class _MarkMade(Treeprocessor):  # type: ignore[misc]  # Python-Markdown has no types
    """Marks each element that Markdown makes; not those that members write."""

    def run(self, root: Element) -> None:
        """Mark them, last of all."""
        for element in root.iter():
            if element is not root and isinstance(element.tag, str):
                element.set(MADE, "")


def check_html(site: CheckedSite) -> None:
    """Tell what the Standard does not allow in the members' HTML."""
    converter = make_converter(as_written=True)
    converter.treeprocessors.register(_MarkMade(converter), "mark_made", -1)
    for document in site.site.rendered:
        if document.kind is not Kind.TEXT and save_as(document.path) in site.files:
            _check_document(site, document, converter)
    for name in site.site.copied:
        if posixpath.splitext(name)[1].lower() in (".html", ".htm") and name in site.files:
            text = (site.output / name).read_text(encoding="utf-8", errors="replace")
            try:
                check_tags(text)
                _check_text(site, site.label(name), html_diagnostics(text), [text], 1)
            except LimitExceeded as deep:
                site.add(deep.diagnostic.at(site.label(name)))


def _check_document(site: CheckedSite, document: Document, converter: markdown.Markdown) -> None:
    source, text = document.source, site.renderer.text(document)
    written = without_code(text) if document.is_markdown else text
    tag = _TAG.search(written)
    has_lists = document.is_markdown and "{:" in written
    if not has_lists and (not tag or written.find(">", tag.end()) < 0):
        return
    try:
        with limited(len(text)):
            html = converter.reset().convert(text) if document.is_markdown else text
    except LimitExceeded:
        return  # the build has told, or nearly
    is_moved = text.count("\n") != source.body.count("\n")  # by Liquid
    sources = [source.body] if is_moved else [written, source.body]
    diagnostics = html_diagnostics(html, is_whole=_is_whole(document))
    _check_text(site, source.label, diagnostics, sources, source.body_line)
    if has_lists:
        bare = without_comments(sources[0])
        for line, diagnostic in list_diagnostics(converter.parser.listed, bare):
            site.add(diagnostic.at(source.label, source.body_line + line))


def _is_whole(document: Document) -> bool:
    """Return whether the theme adds nothing to a page (see `jekyll.plugin.reader`)."""
    is_html = document.kind is Kind.PAGE and not document.is_markdown
    return is_html and not document.metadata["layout"]


def _check_text(
    site: CheckedSite, label: str, diagnostics: list[HtmlDiagnostic], sources: list[str], first: int
) -> None:
    """Tell what is wrong with a text, each on its line.

    Args:
        label: its file.
        diagnostics: what is wrong with the HTML that it makes.
        sources: its source, Liquid carried out where that moves no line, code left out; then as
            it is, for tags that only seem to be in code.
        first: the line of the file on which they begin.
    """
    bare = [without_comments(source) for source in sources]
    for found in diagnostics:
        lines = (_line(found.tag, found.nth, source, first) for source in bare)
        site.add(found.diagnostic.at(label, next(filter(None, lines), 0)))


@lru_cache(maxsize=256)
def _starts(tag: str, source: str) -> list[int]:
    lowered, starts = _lowered(source), []
    start = lowered.find(tag)
    while start >= 0:
        starts.append(start)
        start = lowered.find(tag, start + len(tag))
    return starts


@lru_cache(maxsize=8)
def _lowered(text: str) -> str:
    return text.translate(_LOWER)


def _line(tag: str, nth: int, source: str, first: int) -> int:
    """Return the line of the tag that has `nth` equal ones before it, or of the last; 0 for ""."""
    tag = tag.translate(_LOWER)
    starts = _starts(tag, source) if tag else []
    if not starts and (begun := _FIRST_PART.match(tag)):  # with the next ones, for want of a quote
        starts = _starts(begun[0], source)
    if not starts:
        return 0
    return first + line_at(source, starts[min(nth, len(starts) - 1)])


def check_ids(site: CheckedSite) -> None:
    """Tell the ids that a page gives twice, and those that are named and that it does not give."""
    for page in site.pages.values():
        doubled = [(name, count) for name, count in page.id_counts.items() if count > 1]
        given = _given_ids(site, page) if doubled else {}
        for name, count in doubled[:MOST_TOLD_OF_A_PAGE]:
            _report_twice(site, page, name, count, given)
        if not page.tree.css(_SCRIPTS):  # one may give ids
            _report_absent(site, page)


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


def _report_absent(site: CheckedSite, page: Page) -> None:
    """Tell the names that nothing bears (HTML, section 4.10.4; WAI-ARIA 1.2, section 6.2.4)."""
    maps = [node.attributes["name"] or "" for node in page.tree.css("map[name]")]
    for selector, attribute in _NAMING.items():
        known = {*page.id_counts, *(maps if attribute == "usemap" else ())}
        for node in site.until_enough(page, page.in_content(selector)):
            value = node.attributes.get(attribute) or ""
            if attribute in _WITH_SIGN and not value.startswith("#"):
                continue
            at = [f'{attribute}="{value}"', f"{attribute}='{value}'", f"{attribute}={value}"]
            names = dict.fromkeys([value] if attribute in _NAMES_ONE else value.split())
            for name in site.until_enough(page, names):
                name = name.removeprefix("#") if attribute in _WITH_SIGN else name  # noqa: PLW2901
                if not name or name in known or AT_FAULT in name:
                    continue
                near = typo(name, known) if len(known) <= MOST_COMPARED else None
                hint = f"Vouliez-vous dire « {near} » ?" if near else _HINTS.get(attribute)
                hint = hint and hint.format(name=name)
                missing = MISSING_ID(attribute=attribute, name=name, hint=hint)
                site.report(page, missing, at, page.nth(node, attribute))
