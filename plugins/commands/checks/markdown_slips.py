"""Addresses that no sign makes links, braces under nothing, titles of frames left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import (
    ADDRESS_OF_NO_LINK,
    BRACES_APART,
    FRAME_TITLE_IN_ENGLISH,
)
from jekyll.front_matter.source_positions import line_at, without_code
from jekyll.site.model import Document

_MOST = 50  # of each slip that are looked for in one page
_BRACES = re.compile(r"(?m)^[ \t]{0,3}(?P<braces>\{:(?![:/]|\w+:)[^\n}]*+\})[ \t]*+$")
_ADDRESS = re.compile(
    r"(?<![\w<\"'\[/=.:@+%{#-])(?<!\]\()(?:(?:https?://|www\.[\w-]+\.)[^\s<>\"'\]»]++"
    r"|[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+)"
)
_ENDS = ".,;:!?…*_|"
_ENGLISH_TITLE = re.compile(
    r"(?i)<iframe\b[^>]{0,2000}?\btitle=[\"'](?P<title>youtube video player|vimeo-player|"
    r"spotify embed[^\"']*|soundcloud player|embedded (?:video|content|post)|google maps?|"
    r"video player|facebook post)[\"']"
)


def check_markdown_slips(site: CheckedSite) -> None:
    """Warn of what other editors would have made a link, or read."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown and page.content is not None:
            source, bare = document.source, without_code(document.source.body)
            for place, slip in _slips(document, page, bare):
                site.add(slip.at(source.label, source.body_line + line_at(bare, place)))


def _slips(document: Document, page: Page, bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give what is wrong in a text, and where."""
    yield from _braces_apart(bare)
    for found in islice(_ENGLISH_TITLE.finditer(bare), _MOST):
        yield found.start(), FRAME_TITLE_IN_ENGLISH(title=found["title"])
    addresses = list(_addresses(bare))
    if not addresses:
        return
    shown = _flat(words_of(page.content)) if page.content is not None else ""
    linked = _flat("\n".join(map(words_of, page.in_content("a[href], button, code, pre"))))
    for place, address, slip in addresses:
        if _flat(address) in shown and _flat(address) not in linked:
            yield place, slip


def _addresses(bare: str) -> Iterator[tuple[int, str, Diagnostic]]:
    """Give the addresses that no sign makes links, those in HTML left out."""
    for found in islice(_ADDRESS.finditer(bare), _MOST):
        line = bare[bare.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()
        if line.startswith(("<", "[", "{", "    ")):
            continue
        address = found[0].rstrip(_ENDS)
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(f"){_ENDS}")
        whole = f"https://{address}" if address.startswith("www.") else address
        yield found.start(), address, ADDRESS_OF_NO_LINK(address=address, whole=whole)


def _braces_apart(bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the attribute lists alone between two empty lines.

    kramdown keeps them for the block that comes next, wherever it is (« Block Attributes »).
    """
    lines = bare.split("\n")
    place = 0
    for number, line in enumerate(lines):
        around = (lines[number - 1] if number else "", *lines[number + 1 : number + 2])
        if "{:" in line and (found := _BRACES.match(line)) and not any(map(str.strip, around)):
            comes = any(map(str.strip, lines[number + 1 :]))
            what = "s'applique à ce qui suit" if comes else "ne s'applique à rien"
            yield place, BRACES_APART(braces=found["braces"], what=what)
        place += len(line) + 1


def _flat(text: str) -> str:
    """Return a text without what typography changes."""
    return re.sub(r"[\s\"'’‘“”«»\u00ad\u200b-]+", "", text)
