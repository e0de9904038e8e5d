"""The HTML of each source, judged and led back to its line; ids that a page has twice."""

from __future__ import annotations

import posixpath
import re

from checks.html_rules import html_faults
from checks.site import CheckedSite
from faults import Fault
from scribouilli.site import Document, Kind

_CODE = re.compile(r"(?ms)^(?P<fence>```+|~~~+).*?^(?P=fence)|`[^`\n]+`|<!--.*?-->")


def check_html(site: CheckedSite) -> None:
    """Tell what the Standard does not allow in the members' HTML."""
    for document in site.site.rendered:
        if document.kind is not Kind.TEXT:
            _check_document(site, document)
    for name in site.site.copied:
        if posixpath.splitext(name)[1].lower() in (".html", ".htm") and name in site.files:
            text = (site.output / name).read_text(encoding="utf-8", errors="replace")
            _check_text(site, site.label(name), text, text, 1)


def _check_document(site: CheckedSite, document: Document) -> None:
    source = document.source
    body = _without_code(source.body) if document.is_markdown else source.body
    if "<" in body:
        html = site.renderer.html(document)
        _check_text(site, source.label, html, body, source.body_line)


def _check_text(site: CheckedSite, label: str, html: str, source: str, first: int) -> None:
    folded = source.casefold()
    for fault in html_faults(html, lambda tag: tag.casefold() in folded):
        line = _nth_line(fault.tag.casefold(), fault.nth, folded, first)
        site.keep(Fault(label, line, fault.message, fault.cure, fault.severity))


def _nth_line(tag: str, nth: int, source: str, first: int) -> int:
    start = source.find(tag)
    for _ in range(nth):
        after = source.find(tag, start + 1)
        if after < 0:
            break
        start = after
    return first + source.count("\n", 0, max(start, 0))


def _without_code(body: str) -> str:
    """Blank code and comments, their lines kept: what they hold is shown, not read."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body)


def check_ids(site: CheckedSite) -> None:
    """Tell the ids that a page gives twice: links lead to the first alone."""
    for page in site.pages.values():
        for name, count in page.id_counts.items():
            if count > 1:
                message = f"l'identifiant « {name} » est donné {count} fois dans la page"
                at = [f'id="{name}"', f"id='{name}'", f"{{#{name}}}", f"{{: #{name}", f"id={name}"]
                document = site.documents.get(page.name)
                at = [_last(form, document) or form for form in at] if document else at
                site.tell(page, message, "Changez l'un d'eux, et les liens qui y mènent.", at)


def _last(form: str, document: Document) -> str:
    """Return the text from the second time that an id is written, so that its line is told."""
    body = document.source.body
    if body.count(form) < 2:
        return ""
    start = body.index(form, body.index(form) + 1)
    return body[start : start + len(form) + 60].split("\n")[0] if start else ""
