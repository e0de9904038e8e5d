"""Signs that visitors read as they are: notes that are not there, misspelt entities, braces."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterator
from functools import partial
from html.entities import html5, name2codepoint
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from commands.checks.html.attribute_lists import defined_lists, unread_diagnostics
from commands.checks.markdown.escaped_texts import Escaped, escaped_texts, told
from commands.checks.markdown.invisible_signs import UNSEEN
from commands.checks.pages import words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic, typo, visible
from core.diagnostics.catalog import typos as rules
from jekyll.front_matter.source_positions import without_code, without_indented
from jekyll.kramdown.block_extensions import KNOWN
from jekyll.site.model import Kind

# A number, a word, or what begins a line of words: « [^a-z] » is a pattern.
_NOTE = re.compile(r"(?m)(?<!\\)\[\^(\d{1,3}|[^\W\d_]{4,}|(?<=^\[\^)\w{1,9}(?=\] [^\W\d_]))\](?!:)")
_BRACES = re.compile(r"(?<!\\)\{:(?!/)(?P<name>:\w+)?[^\n}]*+\}?")
_ENTITY = re.compile(r"(?<!\\)&([A-Za-z]{3,31});")
_NUMBER = re.compile(r"(?<!\\)&#(?:[0-9]{1,300}|[xX][0-9a-fA-F]++);")
_MOST = 1000  # of each that are looked for in one page
_NOT_READ = "code, pre, kbd, samp, script, style, textarea, template"


def check_unread_signs(site: CheckedSite) -> None:
    """Warn of notes that are not there, of entities that HTML does not know, of unread braces.

    Entities: HTML Standard, section 13.5. Those unlike any of HTML 4 are left alone.
    """
    for name, document in site.documents.items():
        if document.kind is Kind.TEXT or name not in site.pages:
            continue
        body = document.source.body
        bare, report = without_code(body), partial(site.add_at, document.source, body)
        numbered = without_indented(bare) if document.is_markdown else bare
        for found in islice(_NUMBER.finditer(numbered), _MOST):
            if _is_no_sign(found[0]):
                report(found.start(), rules.REFERENCE_TO_NO_SIGN(written=found[0]))
        notes = list(islice(_NOTE.finditer(bare), _MOST)) if document.is_markdown else []
        unknown = (found for found in _ENTITY.finditer(bare) if f"{found[1]};" not in html5)
        entities = list(islice(unknown, _MOST))
        braces = list(islice(_BRACES.finditer(bare), _MOST)) if document.is_markdown else []
        escaped = list(escaped_texts(numbered)) if set("\\=%&").intersection(bare) else []
        if notes or entities or braces or escaped:
            shown = shown_words(site.pages[name].text)
            _report_escaped(report, escaped, shown)
            for found in notes:
                _report_note(report, body, found, shown)
            read, defined = without_indented(bare) if braces else "", defined_lists(bare)
            for found in braces:
                is_read = read.startswith(found[0], found.start())
                known = defined if is_read else None
                for wrong in _wrong_with(found, shown, known, site.is_styled):
                    report(found.start(), wrong)
            for found in entities:
                meant = typo(found[1], name2codepoint)
                if meant and re.search(rf"&{found[1]}\s*;", shown):
                    report(found.start(), rules.UNKNOWN_ENTITY(entity=found[0], meant=meant))


def _is_no_sign(reference: str) -> bool:
    """Return whether a reference by number is none, or of what nobody sees (section 13.2.5.80).

    >>> [_is_no_sign(r) for r in ("&#0;", "&#xD800;", "&#1;", "&#233;", "&#146;", "&#xFFFD;")]
    [True, True, True, False, False, False]
    """
    read = html.unescape(reference)
    is_meant = reference.upper() in ("&#XFFFD;", "&#65533;")
    return not is_meant and (not read or read == "\ufffd" or visible(read) != read)


def _report_escaped(
    report: Callable[[int, Diagnostic], None], escaped: list[Escaped], shown: str
) -> None:
    """Report the first of them that the page shows; typography puts a space before a semicolon."""
    bare = "".join(shown.split())
    seen = [it for it in escaped if it.written in bare]
    if seen:
        report(seen[0].start, told(seen[0], len(seen)))


def _report_note(
    report: Callable[[int, Diagnostic], None], body: str, found: re.Match[str], shown: str
) -> None:
    if found[0] not in shown or f"{found[0]}:" in body:
        return
    given = re.search(rf"(?m)^ {{0,3}}{re.escape(found[0])}[ \t{UNSEEN}]+:", body)
    if not given:
        report(found.start(), rules.MISSING_NOTE(note=found[0]))
    elif given.start() <= found.start() < given.end():
        report(found.start(), rules.REFERENCE_CUT_BY_A_SPACE(written=f"{found[0]} :"))


def _wrong_with(
    found: re.Match[str],
    shown: str,
    defined: Container[str] | None,
    is_styled: Callable[[str], bool],
) -> Iterator[Diagnostic]:
    """Give what is wrong with an attribute list or an extension (kramdown's « {: .x} »).

    Args:
        defined: the names that lists may be called by; None for what is code.
        is_styled: tells whether something of the site names a class.
    """
    written = found[0].strip()
    start = (found["name"] and f"{{:{found['name']}") or written.split('"')[0].rstrip()
    if start not in shown:
        yield from (unread_diagnostics(written, defined, is_styled) if defined is not None else ())
        return
    hint = None if written.endswith("}") else "Ajoutez « } » à sa fin."
    if found["name"]:
        near = typo(found["name"][1:], KNOWN)
        hint = f"Vouliez-vous dire « {{::{near}}} » ?" if near else "Retirez-le."
        if near == found["name"][1:]:
            hint = f"Ajoutez « {{:/{near}}} » là où il finit."
    yield rules.UNREAD_BRACES(written=written[:60], hint=hint)


def shown_words(written: str) -> str:
    """Return the words that a page shows, without what is shown as code."""
    tree = LexborHTMLParser(written)  # another one: this one loses its code
    tree.strip_tags(_NOT_READ.split(", "))
    content = tree.css_first("main") or tree.body
    return words_of(content) if content is not None else ""
