"""Markdown that is none by a slip, links apart: its signs are shown, or its words lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from operator import itemgetter

from commands.checks.attribute_lists import lists_apart
from commands.checks.emphasis_typos import emphasis_slips
from commands.checks.foreign_markdown import foreign_forms
from commands.checks.invisible_signs import marks_beside_unseen
from commands.checks.markdown_in_html import markdown_in_html
from commands.checks.site import CheckedSite
from commands.checks.unread_signs import shown_words
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import (
    HEADING_WITHOUT_A_SPACE,
    LIST_NOT_READ,
    MISSPELT_COMMENT,
    NOTE_GIVEN_TWICE,
    TABLE_NOT_READ,
    UNCALLED_NOTE,
    UNCLOSED_CODE,
)
from jekyll.front_matter.source_positions import blanked, line_at, without_code
from jekyll.site.model import Document, Kind

MOST = 1000  # of each slip, looked for in one text
_Found = Iterator[tuple[int, str, str, Diagnostic]]

_HEADING = re.compile(r"^(?P<signs>#{1,6})(?P<words>[^\W\d_][^\n]*)$", re.MULTILINE)
_ITEM = r"(?:[-*+][^\W\d_]|[•·‣◦▪●]|[–—][ \t]|\d{1,3}(?:\)[ \t]*+\S|\.[^\W\d_]))[^\n]*"
_LIST = re.compile(rf"^(?P<first>{_ITEM})(?<!  )(?<!\\)\n(?:{_ITEM}(?:\n|\Z))+", re.MULTILINE)
_FENCE = re.compile(r"^[ >]*+(?P<signs>`{3,}+|~{3,}+)", re.MULTILINE)
# What parts the heading of a table from its rows.
_RULE = re.compile(r"^[ \t]*+[|:-][-| :\t]*+$", re.MULTILINE)
_NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[\w-]{1,100})\]:", re.MULTILINE)
_CALL = re.compile(r"\[\^([\w-]{1,100})\](?!:)|(?<=\S)\[\^([\w-]{1,100})\]")
_FORMULA = re.compile(r"\$\$[^$]{1,5000}\$\$")
_COMMENT = re.compile(r"<!(?:-(?!-)|[–—])[^\n>]{0,200}+>?")


def check_markdown_typos(site: CheckedSite) -> None:
    """Warn of Markdown whose signs are read as text, and of the notes that nobody reads."""
    for name, document in site.documents.items():
        if document.is_markdown and document.kind is not Kind.TEXT and name in site.pages:
            _check_one(site, document, name)


def _check_one(site: CheckedSite, document: Document, name: str) -> None:
    bare = without_code(document.source.body)
    bare = blanked(bare, (it.span() for it in _FORMULA.finditer(bare)))
    for start, diagnostic in chain(lists_apart(bare), _notes(bare)):
        _tell(site, document, bare, start, diagnostic)
    found = sorted(looked_for(bare), key=itemgetter(0))
    if not found:
        return
    words, seen = shown_words(site.pages[name].text), set()
    shown = {kept: _only(words, kept) for kept in {kept for _, _, kept, _ in found}}
    for start, written, kept, diagnostic in found:
        if start not in seen and _only(written, kept) in shown[kept]:
            seen.add(start)
            _tell(site, document, bare, start, diagnostic)


def _tell(
    site: CheckedSite, document: Document, text: str, start: int, diagnostic: Diagnostic
) -> None:
    source = document.source
    site.add(diagnostic.at(source.label, source.body_line + line_at(text, start)))


def _only(text: str, kept: str) -> str:
    """Return a text without what typography changes, some signs kept."""
    return re.sub(rf"[^\w{re.escape(kept)}]+", "", text)


def looked_for(text: str) -> _Found:
    """Give what looks like a slip: its place, what is shown if it is one, its signs, the fault."""
    for look in (_block_slips, emphasis_slips, foreign_forms, marks_beside_unseen):
        yield from look(text)
    yield from markdown_in_html(text)


def _block_slips(text: str) -> _Found:
    """Give the slips of what stands in lines of its own."""
    for found in islice(_HEADING.finditer(text), MOST):
        words, signs = found["words"].strip(), found["signs"]
        if len(signs) > 1 or "#" not in words:  # else words that people follow
            missing = HEADING_WITHOUT_A_SPACE(written=_short(found[0]), signs=signs)
            yield found.start(), found[0], "#", missing
    for found in islice(_LIST.finditer(text), MOST):
        if not found["first"].rstrip().endswith((">", "*", "\\")):  # a break, emphasis
            unread = LIST_NOT_READ(written=_short(found["first"]))
            yield found.start(), found["first"], "-*+•·‣◦▪●)–—.", unread
    for found in islice(_FENCE.finditer(text), MOST):
        yield found.start(), found["signs"], "`~", UNCLOSED_CODE(signs=found["signs"])
    for start, row in islice(_glued_tables(text), MOST):
        yield start, row, "|", TABLE_NOT_READ(written=_short(row))
    for found in islice(_COMMENT.finditer(text), MOST):
        yield found.start(), found[0][:4], "<!", MISSPELT_COMMENT(written=_short(found[0]))


def _glued_tables(text: str) -> Iterator[tuple[int, str]]:
    """Give the heading of each table that follows a line of words, with its place."""
    for rule in _RULE.finditer(text):
        if not {"|", "-"} <= set(rule[0]):
            continue
        end = rule.start() - 1
        start = text.rfind("\n", 0, max(end, 0)) + 1
        row, before = text[start:end], text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
        if "|" in row and before.strip() and "|" not in before:
            yield start, row


def _notes(text: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the notes whose words are lost: nothing calls them, or others have their name."""
    called = {name for found in _CALL.finditer(text) for name in found.groups() if name}
    seen: set[str] = set()
    for found in islice(_NOTE.finditer(text), MOST):
        name = found["name"]
        if name in seen:
            yield found.start(), NOTE_GIVEN_TWICE(note=f"[^{name}]")
        elif name not in called:
            yield found.start(), UNCALLED_NOTE(note=f"[^{name}]")
        seen.add(name)


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"
