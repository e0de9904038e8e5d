"""Texts: long sentences and paragraphs, and what time has made false."""

from __future__ import annotations

import re

from checks.pages import Page, words_of
from checks.site import CheckedSite
from events.event import Event
from faults import ERROR, WARNING, Fault
from new_file.forms import PROMPTS
from scribouilli.clock import build_moment

LONGEST_SENTENCE = 60  # words
LONGEST_PARAGRAPH = 180  # words

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…])[»\")\]]*\s+(?=[«\"(\[]?\s*[A-ZÀ-ÖØ-Þ0-9])")
_TO_COME = re.compile(r"(?i)\b(?:à venir|a venir|prochainement)\b")


def check_lengths(site: CheckedSite) -> None:
    """Warn of the paragraphs and the sentences that lose their reader; members' own texts only."""
    for page in site.pages.values():
        if page.name not in site.documents:
            continue
        for paragraph in page.in_content("p, li"):
            if paragraph.css_first("p, li, table, pre") not in (None, paragraph):
                continue
            words = words_of(paragraph)
            _tell_long(site, page, words)


def _tell_long(site: CheckedSite, page: Page, words: str) -> None:
    count = _count(words)
    if count > LONGEST_PARAGRAPH:
        message = f"ce paragraphe a {count} mots : « {_start(words)} »"
        site.tell(page, message, "Partagez-le en plusieurs.", _beginnings(words), WARNING)
    for sentence in _END_OF_SENTENCE.split(words):
        count = _count(sentence)
        if count > LONGEST_SENTENCE:
            message = f"cette phrase a {count} mots : « {_start(sentence)} »"
            near = [*_beginnings(sentence), *_beginnings(words)]
            site.tell(page, message, "Faites-en deux.", near, WARNING)


def _count(text: str) -> int:
    return sum(any(c.isalnum() for c in word) for word in text.split())


def _start(text: str) -> str:
    return " ".join(text.split()[:6]) + "…"


def _beginnings(text: str) -> list[str]:
    """Return the first words, fewer and fewer: a link's address may stand between them."""
    words = text.split()
    return [" ".join(words[:count]) for count in (8, 5, 3)]


def check_untouched(site: CheckedSite) -> None:
    """Tell the words of a form that nobody has replaced."""
    for document in site.site.rendered:
        source = document.source
        for number, text in enumerate(source.body.splitlines(), source.body_line):
            if text.strip() in PROMPTS:
                message = f"« {text.strip()} » est la consigne du formulaire, pas un texte"
                cure = "Écrivez le vôtre à la place, ou mettez « published: false » en haut."
                site.keep(Fault(source.label, number, message, cure, ERROR))


def check_past_events(site: CheckedSite, events: dict[str, Event]) -> None:
    """Warn of the events that are over and whose own text still says « à venir »."""
    now = build_moment()
    for document in site.site.rendered:
        event = events.get(document.name)
        if not event or event.over_at > now:
            continue
        source = document.source
        for number, text in enumerate(source.body.splitlines(), source.body_line):
            if found := _TO_COME.search(text):
                message = f"l'événement est passé, et son texte dit encore « {found[0]} »"
                site.keep(Fault(source.label, number, message, "Mettez-le au passé.", WARNING))
