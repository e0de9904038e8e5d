"""Signs that other editors read and Markdown does not: visitors see them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import (
    ADDRESS_OF_NO_LINK,
    BRACES_OF_NOTHING,
    BULLET_OF_NO_LIST,
    EMPHASIS_OF_NO_EFFECT,
    FRAME_TITLE_IN_ENGLISH,
    HEADING_WITHOUT_A_SPACE,
    NUMBER_OF_NO_LIST,
    TABLE_OF_NO_EFFECT,
)
from jekyll.front_matter.source_positions import line_at, without_code
from jekyll.site.model import Document

_MOST = 50  # of each slip that are looked for in one page
_SIGNS = "•◦▪●‣·"
# No quantifier gives back what it took: however many signs a page holds, it is read once.
_HEADING = re.compile(r"(?m)^(?P<signs>#{1,6}+)(?P<word>[^\W\d_][^\s#]*+)(?![^\n#]*[ \t]#[^\W\d])")
_BULLET = re.compile(
    rf"(?m)^[ \t]{{0,3}}(?:(?P<sign>[{_SIGNS}])[ \t]*+|-(?=[^\W\d]))(?P<word>[^\s{_SIGNS}]++)"
)
_NUMBER = re.compile(r"(?m)^[ \t]{0,3}(?P<number>\d{1,2}+)\)[ \t]++(?P<word>\S++)")
_EMPHASIS = re.compile(r"(?<![*\\])\*\*(?P<words>[^*\n]{1,200}+)\*\*(?!\*)")
_TABLE = re.compile(
    r"(?m)^(?P<above>[ \t]*+[^\s|>#][^|\n]*+)\n(?P<head>[ \t]*+\|[^\n]*\|)[ \t]*+\n"
    r"[ \t]*+\|[ \t]*+:?-[-:| \t]*+$"
)
_BRACES = re.compile(r"(?m)^[ \t]{0,3}(?P<braces>\{:(?![:/]|\w+:)[^\n}]*+\})[ \t]*+$")
_ADDRESS = re.compile(
    r"(?<![\w<(\"'\[/=.:@+%{#-])(?:https?://[^\s<>\"'\])|*_»]++|www\.[\w-]+\.[^\s<>\"'\])|*_»]++"
    r"|[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+)"
)
_WORD = re.compile(r"[^\W\d_]{2}")  # 2 ** n ** 3 holds none
_ENDS = ".,;:!?…"
_ENGLISH_TITLE = re.compile(
    r"(?i)<iframe\b[^>]{0,2000}?\btitle=[\"'](?P<title>youtube video player|vimeo-player|"
    r"spotify embed[^\"']*|soundcloud player|embedded (?:video|content|post)|google maps?|"
    r"video player|facebook post)[\"']"
)


def check_markdown_slips(site: CheckedSite) -> None:
    """Warn of the signs of headings, lists, bold and tables that are read as text, and the like."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown and page.content is not None:
            source, bare = document.source, without_code(document.source.body)
            for place, slip in _slips(document, page, bare):
                site.add(slip.at(source.label, source.body_line + line_at(bare, place)))


def _slips(document: Document, page: Page, bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give what is wrong in a text, and where."""
    yield from _of_nothing(bare)
    for found in islice(_ENGLISH_TITLE.finditer(bare), _MOST):
        yield found.start(), FRAME_TITLE_IN_ENGLISH(title=found["title"])
    suspects = [*_signs(bare), *_addresses(bare)]
    if not suspects:
        return
    shown = _flat(words_of(page.content)) if page.content is not None else ""
    linked = _flat("\n".join(map(words_of, page.in_content("a[href], button, code, pre"))))
    for place, sign, slip in suspects:
        flat = _flat(sign)
        if flat in shown and not (slip.code == ADDRESS_OF_NO_LINK.code and flat in linked):
            yield place, slip


def _signs(bare: str) -> Iterator[tuple[int, str, Diagnostic]]:
    """Give the signs that nothing may read: where, what visitors would see, what is wrong."""
    for found in islice(_HEADING.finditer(bare), _MOST):
        signs, word = found.groups()
        told = HEADING_WITHOUT_A_SPACE(written=found[0], signs=signs, word=word)
        yield found.start(), found[0], told
    for found in islice(_firsts(_BULLET.finditer(bare), bare), _MOST):
        told = BULLET_OF_NO_LIST(sign=found["sign"] or found[0], word=found["word"])
        yield found.start(), found[0], told
    for found in islice(_firsts(_NUMBER.finditer(bare), bare), _MOST):
        number, word = found.groups()
        yield found.start(), found[0], NUMBER_OF_NO_LIST(number=number, word=word)
    for found in islice(_EMPHASIS.finditer(bare), _MOST):
        words = found["words"].strip()
        if _WORD.search(words) and words != found["words"]:
            told = EMPHASIS_OF_NO_EFFECT(written=found[0], words=words)
            yield found.start(), found[0], told
    for found in islice(_TABLE.finditer(bare), _MOST):
        yield found.start("head"), found["head"], TABLE_OF_NO_EFFECT(above=found["above"].strip())


def _firsts(every: Iterator[re.Match[str]], bare: str) -> Iterator[re.Match[str]]:
    """Give the first line of each list of two lines or more."""
    last, begun, is_told = -2, None, False
    for found in every:
        line = line_at(bare, found.start())
        if line != last + 1:
            begun, is_told = found, False
        elif begun is not None and not is_told:
            yield begun
            is_told = True
        last = line


def _addresses(bare: str) -> Iterator[tuple[int, str, Diagnostic]]:
    """Give the addresses that no sign makes links, those in HTML left out."""
    for found in islice(_ADDRESS.finditer(bare), _MOST):
        line = bare[bare.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()
        if line.startswith(("<", "[", "{", "    ")):
            continue
        address = found[0].rstrip(_ENDS)
        whole = f"https://{address}" if address.startswith("www.") else address
        yield found.start(), address, ADDRESS_OF_NO_LINK(address=address, whole=whole)


def _of_nothing(bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the attribute lists alone between two empty lines (kramdown, « Attribute Lists »)."""
    lines = bare.split("\n")
    place = 0
    for number, line in enumerate(lines):
        around = (lines[number - 1] if number else "", *lines[number + 1 : number + 2])
        if "{:" in line and (found := _BRACES.match(line)) and not any(map(str.strip, around)):
            yield place, BRACES_OF_NOTHING(braces=found["braces"])
        place += len(line) + 1


def _flat(text: str) -> str:
    """Return a text without what typography changes."""
    return re.sub(r"[\s\"'’‘“”«»\u00ad\u200b-]+", "", text)
