"""The HTML of each source, judged and led back to its line; ids that a page has twice."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

from checks.html_rules import MADE, html_faults
from checks.site import CheckedSite
from faults import Fault
from front_matter.written import without_code, without_comments
from scribouilli.bounds import Unbounded, check_tags
from scribouilli.markdown_in_html import IN_HTML, TAKEN_AWAY
from scribouilli.markdown_text import make_converter
from scribouilli.site import Document, Kind

_TAG = re.compile(r"</?[A-Za-z]")


class _MarkMade(Treeprocessor):
    """Marks each element that Markdown makes; not those that members write."""

    def run(self, root: Element) -> None:
        """Mark them, last of all."""
        written = {id(element) for element in self.md.parser.blockprocessors[IN_HTML].read}
        for element in root.iter():
            if element is not root and id(element) not in written:  # it takes the root away
                element.set(MADE, "")


def check_html(site: CheckedSite) -> None:
    """Tell what the Standard does not allow in the members' HTML."""
    converter = make_converter()
    converter.postprocessors.deregister(TAKEN_AWAY)  # tags are looked for as they are written
    converter.treeprocessors.register(_MarkMade(converter), "mark_made", -1)
    for document in site.site.rendered:
        if document.kind is not Kind.TEXT:
            _check_document(site, document, converter)
    for name in site.site.copied:
        if posixpath.splitext(name)[1].lower() in (".html", ".htm") and name in site.files:
            text = (site.output / name).read_text(encoding="utf-8", errors="replace")
            try:
                check_tags(text)
                _check_text(site, site.label(name), text, [text], 1)
            except Unbounded as deep:
                site.keep(Fault(site.label(name), 0, deep.message, deep.cure))


def _check_document(site: CheckedSite, document: Document, converter: markdown.Markdown) -> None:
    source, text = document.source, site.renderer.text(document)
    written = without_code(text) if document.is_markdown else text
    if not _TAG.search(written):
        return
    html = converter.reset().convert(text) if document.is_markdown else text
    is_moved = text.count("\n") != source.body.count("\n")  # by Liquid
    sources = [source.body] if is_moved else [written, source.body]
    _check_text(site, source.label, html, sources, source.body_line)


def _check_text(site: CheckedSite, label: str, html: str, sources: list[str], first: int) -> None:
    """Judge a text.

    Args:
        label: its file.
        html: what it makes.
        sources: its source, Liquid carried out where that moves no line, code left out; then as
            it is, for tags that only seem to be in code.
        first: the line of the file on which they begin.
    """
    bare = [without_comments(source) for source in sources]
    for fault in html_faults(html):
        lines = (_line(fault.tag, fault.nth, source, first) for source in bare)
        line = next(filter(None, lines), 0)
        site.keep(Fault(label, line, fault.message, fault.cure, fault.severity))


@lru_cache(maxsize=256)
def _starts(tag: str, source: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(tag), source, re.IGNORECASE)]


def _line(tag: str, nth: int, source: str, first: int) -> int:
    """Return the line of the tag that has `nth` equal ones before it, or of the last."""
    starts = _starts(tag.lower(), source)
    if not starts:
        return 0
    return first + source.count("\n", 0, starts[min(nth, len(starts) - 1)])


def check_ids(site: CheckedSite) -> None:
    """Tell the ids that a page gives twice: links lead to the first alone."""
    for page in site.pages.values():
        for name, count in page.id_counts.items():
            if count > 1:
                message = f"l'identifiant « {name} » est donné {count} fois dans la page"
                at = [f'id="{name}"', f"id='{name}'", f"{{#{name}}}", f"{{: #{name}", f"id={name}"]
                cure = "Changez l'un d'eux, et les liens qui y mènent."
                site.tell(page, message, cure, at, nth=1)
