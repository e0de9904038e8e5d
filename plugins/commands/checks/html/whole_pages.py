"""Pages that the theme adds nothing to: each says itself its kind, language, title, encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from commands.checks.html.check import is_whole
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.html import INCOMPLETE_PAGE
from jekyll.front_matter.source_positions import line_at, without_comments
from jekyll.site.model import Kind

_PAGE = re.compile(r"(?i)<(?:!doctype html|html|head|body)\b")
_DOCTYPE = re.compile(r"(?i)(?:\ufeff|\s|<\?xml[^>]{0,200}>)*<!doctype")
_ROOT = re.compile(r"(?i)<html\b([^<>]{0,2000})>")
_LANG = re.compile(r"(?i)\slang\s*=\s*[\"']?\s*[a-z{]")
_HEAD = re.compile(r"(?i)<head\b")
_BODY = re.compile(r"(?i)<body\b")
_TITLE = re.compile(r"(?i)<title\b[^<>]{0,200}>\s*[^\s<]")
_ENCODING = re.compile(r"(?i)<meta\b[^<>]{0,200}charset\s*=\s*[\"']?\s*([\w-]*)")
# Those that Python does not know (Encoding Standard, section 4.2).
_OF_BROWSERS = frozenset("x-user-defined x-sjis x-gbk x-mac-cyrillic x-mac-roman x-x-big5".split())
_LEADS_ON = re.compile(r"(?i)http-equiv\s*=\s*[\"']?\s*refresh")


def check_whole_pages(site: CheckedSite) -> None:
    """Warn of what they leave out; a part that a script puts in a page is none."""
    for name in site.with_ending(".html", ".htm"):
        if name in site.own_files and name not in site.heavy:
            _check(site, site.label(name), Page(site.output, name).text, 1)
    for document in site.site.rendered:
        if document.kind is Kind.PAGE and is_whole(document):
            _check(site, document.source.label, document.source.body, document.source.body_line)


def _check(site: CheckedSite, label: str, text: str, first: int) -> None:
    bare = without_comments(text)
    if _PAGE.search(bare):
        for place, lack in _lacks(bare):
            site.add(lack.at(label, first + line_at(bare, place)))


def _lacks(text: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give what a page leaves out, with where it goes.

    Source: HTML Standard, sections 13.1.1 (doctype), 4.2.2 (title) and 4.2.5.4 (encoding); WCAG
    2.2, 2.4.2 and 3.1.1.
    """
    root, head, body = _ROOT.search(text), _HEAD.search(text), _BODY.search(text)
    if not _DOCTYPE.match(text):
        yield 0, INCOMPLETE_PAGE(what="« <!doctype html> »", cure="<!doctype html> tout au début")
    if not root or not _LANG.search(root[1]):
        yield (
            root.start() if root else 0,
            INCOMPLETE_PAGE(what="sa langue", cure='<html lang="fr">'),
        )
    place = head or root
    start = place.start() if place else 0
    if not _TITLE.search(text, 0, body.start() if body else len(text)) and not _LEADS_ON.search(
        text
    ):
        yield start, INCOMPLETE_PAGE(what="son titre", cure="<title>Le titre</title> dans <head>")
    named = _ENCODING.search(text, 0, 1024)
    if named and named[1] and not _is_encoding(named[1]):
        cure = 'charset="utf-8"' + f" à la place de « {named[1][:40]} », qui n'en est pas un"
        yield named.start(), INCOMPLETE_PAGE(what="son encodage", cure=cure)
        return
    if text.isascii() or text[0] == "\ufeff" or "\ufffd" in text:
        return  # in UTF-8 or not, all the same; or in no UTF-8, which is reported
    declared = _ENCODING.search(text, 0, 1024)
    if not declared:
        cure = '<meta charset="utf-8"> au début de <head>'
        yield start, INCOMPLETE_PAGE(what="son encodage", cure=cure)
    elif declared[1].lower() not in ("utf-8", "utf8"):
        cure = "charset=\"utf-8\" : c'est ainsi qu'elle est enregistrée"
        yield declared.start(), INCOMPLETE_PAGE(what="son vrai encodage", cure=cure)


def _is_encoding(name: str) -> bool:
    """Return whether an encoding has this name, for browsers or for others."""
    try:
        codecs.lookup(name)
    except LookupError:
        return name.lower() in _OF_BROWSERS
    return True
