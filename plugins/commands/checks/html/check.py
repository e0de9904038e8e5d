"""The HTML of each source, judged and led back to its line."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from functools import lru_cache
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from commands.checks.html.attribute_lists import list_diagnostics
from commands.checks.html.attributes import HtmlDiagnostic
from commands.checks.html.rules import MADE, html_diagnostics
from commands.checks.html.typographic_quotes import TAG
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.html import (
    ELEMENT_OF_THE_THEME,
    OFFICE,
    STRAY_END_TAG,
    WHOLE_PAGE,
)
from jekyll.addresses.urls import save_as
from jekyll.front_matter.source_positions import line_at, without_code, without_comments
from jekyll.kramdown.extension import make_converter
from jekyll.limits import LimitExceeded, limited
from jekyll.site.model import Document, Kind

_TAG = re.compile(r"</?[A-Za-z]")
_FIRST_PART = re.compile(r"<[^>\n]*")
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
    """Report what the Standard does not allow in the members' HTML."""
    converter = make_converter(as_written=True)
    converter.treeprocessors.register(_MarkMade(converter), "mark_made", -1)
    for document in site.site.rendered:
        if document.kind is not Kind.TEXT and save_as(document.path) in site.files:
            _check_document(site, document, converter)
    for name in site.with_ending(".html", ".htm"):
        if found := site.heavy.get(name):
            site.add(found.at(site.label(name), found.line))
        elif name in site.own_files:
            text = (site.output / name).read_text(encoding="utf-8", errors="replace")
            _check_text(site, site.label(name), html_diagnostics(text), [text], 1)


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
    is_markdown = document.is_markdown
    diagnostics = html_diagnostics(html, is_whole=is_whole(document), is_markdown=is_markdown)
    _check_text(site, source.label, diagnostics, sources, source.body_line)
    if has_lists:
        bare = without_comments(sources[0])
        for line, diagnostic in list_diagnostics(converter.parser.listed, bare):
            site.add(diagnostic.at(source.label, source.body_line + line))


def is_whole(document: Document) -> bool:
    """Return whether the theme adds nothing to a page (see `jekyll.plugin.reader`)."""
    is_html = document.kind is Kind.PAGE and not document.is_markdown
    return is_html and not document.metadata["layout"]


def _check_text(
    site: CheckedSite, label: str, diagnostics: list[HtmlDiagnostic], sources: list[str], first: int
) -> None:
    """Report what is wrong with a text, each on its line.

    Args:
        label: its file.
        diagnostics: what is wrong with the HTML that it makes.
        sources: its source, Liquid carried out where that moves no line, code left out; then as
            it is, for tags that only seem to be in code.
        first: the line of the file on which they begin.
    """
    bare = [without_comments(source) for source in sources]
    diagnostics = _without_those_of_a_whole_page(diagnostics)
    cut = {f"</{found['name'].lower()}>" for found in TAG.finditer(bare[0])}
    is_end = STRAY_END_TAG.code  # of a tag that is read as text, which is reported
    diagnostics = [
        one for one in diagnostics if one.diagnostic.code != is_end or one.tag.lower() not in cut
    ]
    of_office = set[Diagnostic]()  # a page of theirs has hundreds of each
    for found in diagnostics:
        if found.diagnostic.facts.get("made_by") == OFFICE:
            if found.diagnostic in of_office:
                continue
            of_office.add(found.diagnostic)
        lines = (_line(found.tag, found.nth, source, first) for source in bare)
        site.add(found.diagnostic.at(label, next(filter(None, lines), 0)))


def _without_those_of_a_whole_page(diagnostics: list[HtmlDiagnostic]) -> list[HtmlDiagnostic]:
    """Return what is wrong, a whole page pasted in a text told once, by its first tag."""
    reserved = [one for one in diagnostics if one.diagnostic.code == ELEMENT_OF_THE_THEME.code]
    if len(reserved) < 2 or not reserved[0].tag.lower().startswith("<html"):
        return diagnostics
    first = replace(reserved[0], diagnostic=replace(reserved[0].diagnostic, hint=WHOLE_PAGE))
    kept = {id(one) for one in reserved[1:]}
    return [first if one is reserved[0] else one for one in diagnostics if id(one) not in kept]


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
