"""Texts: long sentences and paragraphs, and what time has made false."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from content_types.events.event import Event
from core.clock import build_moment
from core.diagnostics import WARNING
from core.diagnostics.catalog import texts as rules
from core.language import FRENCH, is_french
from editor.forms import KINDS
from jekyll.front_matter import Source
from jekyll.front_matter.source_positions import without_code

LONGEST_SENTENCE = 60  # words
LONGEST_PARAGRAPH = 180  # words
_INNERMOST = "p, li:not(:has(p, li, table, pre))"
_PROMPTS = frozenset(kind.prompt for kind in KINDS.values())

_WORD = re.compile(r"(?<!\S)(?:[^\w\s]|_)*+\w\S*")  # « : » and « — » are none

_STAND_IN = re.compile(r"(?i:lorem ipsum)|\b(?:TODO|FIXME|XXX)\b")
_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])[»\")\]]*\s+(?=[«\"(\[]?\s*[A-ZÀ-ÖØ-Þ0-9])")
_SPACE = r"(?:[^\S\n]|&nbsp;)"
_TO_COME = re.compile(rf"(?i)\b(?:[àa](?:{_SPACE}+|{_SPACE}*\n{_SPACE}*)venir|prochainement)\b")
# The summary of an event, over the lines that YAML gives it.
_SUMMARY = re.compile(
    r"^(?:(?i:r[ée]sum[ée])|description|summary)[ \t]*:.*(?:\n(?:[ \t].*)?)*", re.MULTILINE
)


def check_lengths(site: CheckedSite) -> None:
    """Warn of the paragraphs and the sentences that lose their reader; members' own texts only."""
    for page in site.pages.values():
        if page.name not in site.documents:
            continue
        for paragraph in site.until_enough(page, page.in_content(_INNERMOST), WARNING):
            words = words_of(paragraph)
            if words.count(" ") >= LONGEST_SENTENCE:
                _report_long(site, page, words)


def _report_long(site: CheckedSite, page: Page, words: str) -> None:
    count = _count(words)
    if count > LONGEST_PARAGRAPH:
        long = rules.LONG_PARAGRAPH(count=count, start=_start(words))
        site.report(page, long, _beginnings(words))
    for sentence in _END_OF_SENTENCE.split(words):
        count = _count(sentence)
        if count > LONGEST_SENTENCE:
            long = rules.LONG_SENTENCE(count=count, start=_start(sentence))
            site.report(page, long, [*_beginnings(sentence), *_beginnings(words)])


def _count(text: str) -> int:
    return len(_WORD.findall(text))


def _start(text: str) -> str:
    return " ".join(text.split()[:6]) + "…"


def _beginnings(text: str) -> list[str]:
    """Return the first words, fewer and fewer: a link's address may stand between them."""
    words = text.split()
    return [" ".join(words[:count]) for count in (8, 5, 3)]


def check_untouched(site: CheckedSite) -> None:
    """Report the words of a form that nobody has replaced, and those that stand for others."""
    for document in site.site.rendered:
        source = document.source
        for number, text in enumerate(source.body.splitlines(), source.body_line):
            if text.strip() in _PROMPTS:
                site.add(rules.UNTOUCHED_FORM(words=text.strip()).at(source.label, number))
        bare = without_code(source.body)
        for found in _STAND_IN.finditer(bare):
            site.add_at(source, bare, found.start(), rules.STAND_IN_TEXT(words=found[0]))


def check_past_events(site: CheckedSite, events: dict[str, Event]) -> None:
    """Warn of the events that are over and whose own text still says « à venir »."""
    now = build_moment()
    for document in site.site.rendered:
        event = events.get(document.name)
        if not event or event.over_at > now or not is_french(event.lang or FRENCH):
            continue
        for line, words in _to_come(document.source):
            site.add(rules.PAST_EVENT_TO_COME(words=words).at(document.source.label, line))


def _to_come(source: Source) -> Iterator[tuple[int, str]]:
    """Give the line and the words of all that says, in an event, that it is to come."""
    front = f"---\n{source.front or ''}"
    summary = _SUMMARY.search(front)
    parts = [(front, 1, summary.span())] if summary else []
    for text, first, span in [*parts, (source.body, source.body_line, (0, len(source.body)))]:
        for found in _TO_COME.finditer(text, *span):
            words = " ".join(found[0].replace("&nbsp;", " ").split())
            yield first + text.count("\n", 0, found.start()), words
