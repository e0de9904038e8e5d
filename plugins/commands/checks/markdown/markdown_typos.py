"""Markdown that is none by a typo, links apart: its signs are shown, or its words lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from operator import itemgetter

from commands.checks.html.attribute_lists import lists_apart
from commands.checks.html.typographic_quotes import typographic_quotes
from commands.checks.markdown.block_typos import (
    block_typos,
    empty_sections,
    flat_lists,
    unmeant_tables,
)
from commands.checks.markdown.emphasis_typos import emphasis_typos
from commands.checks.markdown.exported_signs import exported_signs
from commands.checks.markdown.foreign_markdown import foreign_forms
from commands.checks.markdown.invisible_signs import marks_beside_unseen
from commands.checks.markdown.markdown_in_html import markdown_in_html
from commands.checks.markdown.notebook_signs import (
    NamedAddresses,
    blocks_of_programs,
    notebook_signs,
)
from commands.checks.markdown.signs_read_otherwise import layout_typos, read_otherwise
from commands.checks.markdown.unread_signs import shown_words
from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.front_matter import (
    FRONT_MATTER_OF_ANOTHER_PROGRAM,
    UNOPENED_FRONT_MATTER,
)
from core.diagnostics.catalog.typos import (
    EMPTY_NOTE,
    LINES_RUN_TOGETHER,
    NOTE_GIVEN_TWICE,
    UNCALLED_NOTE,
)
from jekyll.front_matter.source_positions import blanked, without_code, without_comments
from jekyll.site.model import Document, Kind

MOST = 1000  # of each typo, looked for in one text
_HEADERS = (FRONT_MATTER_OF_ANOTHER_PROGRAM.code, UNOPENED_FRONT_MATTER.code)
_Found = Iterator[tuple[int, str, str, Diagnostic]]

_NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[\w-]{1,100})\]:", re.MULTILINE)
# Nothing behind its name but another one, or nothing below either.
_EMPTY_NOTE = re.compile(r"[ \t]*(?:\[\^[\w-]{1,100}\]:|$(?!\n[ \t]*\n?(?: {4}|\t)))", re.MULTILINE)
_CALL = re.compile(r"\[\^([\w-]{1,100})\](?!:)|(?<=\S)\[\^([\w-]{1,100})\]")
_FORMULA = re.compile(r"\$\$[^$]{1,5000}\$\$")


def check_markdown_typos(site: CheckedSite) -> None:
    """Warn of Markdown whose signs are read as text, and of the notes that nobody reads."""
    addresses = NamedAddresses(site.site)
    for name, document in site.documents.items():
        if document.is_markdown and document.kind is not Kind.TEXT and name in site.pages:
            _check_one(site, document, name, addresses)


def _check_one(site: CheckedSite, document: Document, name: str, addresses: NamedAddresses) -> None:
    bare = without_code(document.source.body)
    bare = blanked(bare, (it.span() for it in _FORMULA.finditer(bare)))
    empty = empty_sections(without_comments(document.source.body), bare)
    unmeant = unmeant_tables(bare, _rows_alone(site.pages[name]) if "|" in bare else ())
    layout = layout_typos(bare, _codes(site.pages[name]))
    otherwise = read_otherwise(bare, document.source.body, site.pages[name])
    may_be_drawn = site.pages[name].has_scripts
    blocks = () if may_be_drawn else blocks_of_programs(bare, document.source.body)
    sure = chain(
        *(lists_apart(bare), _notes(bare), empty, flat_lists(bare), unmeant, layout, otherwise),
        blocks,
    )
    for start, diagnostic in sure:
        if diagnostic.code == LINES_RUN_TOGETHER.code and _is_a_header(site, document, start):
            continue
        site.add_at(document.source, bare, start, diagnostic)
    looked = (*looked_for(bare, document.source.body), *notebook_signs(bare, addresses))
    found = sorted(looked, key=itemgetter(0))
    if not found:
        return
    words, seen = shown_words(site.pages[name].text), set()
    shown = {kept: _only(words, kept) for kept in {kept for _, _, kept, _ in found}}
    for start, written, kept, diagnostic in found:
        if start not in seen and _only(written, kept) in shown[kept]:
            seen.add(start)
            site.add_at(document.source, bare, start, diagnostic)


def _is_a_header(site: CheckedSite, document: Document, start: int) -> bool:
    """Return whether what a text begins with is reported as a front matter that is not read."""
    if document.source.body[:start].strip():
        return False
    label = document.source.label
    return any(one.path == label and one.code in _HEADERS for one in site.diagnostics.found)


def _rows_alone(page: Page) -> list[str]:
    """Return the words of the tables of one row."""
    tables = page.in_content("table:not(:has(thead))")
    return [words_of(table) for table in tables if len(table.css("tr")) == 1]


def _codes(page: Page) -> set[str]:
    """Return what is shown as blocks of code, without spaces."""
    return {"".join((code.text() or "").split()) for code in page.in_content("pre > code")}


def _only(text: str, kept: str) -> str:
    """Return a text without what typography changes, some signs kept."""
    passed = rf"[^\w{re.escape(kept)}]" if "_" in kept else rf"[^\w{re.escape(kept)}]|_"
    return re.sub(f"(?:{passed})+", "", text)


def looked_for(bare: str, text: str) -> _Found:
    """Give what looks like a typo: its place, what is shown if it is one, its signs, the fault.

    Args:
        bare: the text, its code left out.
        text: the same with its code, of the same length.
    """
    signs = (exported_signs, foreign_forms, marks_beside_unseen, typographic_quotes)
    looks = (block_typos, emphasis_typos, *signs)
    for look in looks:
        yield from look(bare)
    yield from markdown_in_html(bare, text)


def _notes(text: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the notes whose words are lost: nothing calls them, or others have their name."""
    called = {name for found in _CALL.finditer(text) for name in found.groups() if name}
    seen: set[str] = set()
    for found in islice(_NOTE.finditer(text), MOST):
        name = found["name"]
        if name in seen:
            yield found.start(), NOTE_GIVEN_TWICE(note=f"[^{name}]")
        elif _EMPTY_NOTE.match(text, found.end()):
            yield found.start(), EMPTY_NOTE(note=f"[^{name}]")
        elif name not in called:
            yield found.start(), UNCALLED_NOTE(note=f"[^{name}]")
        seen.add(name)
