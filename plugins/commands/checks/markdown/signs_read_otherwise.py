"""Signs that Markdown takes for its own, and that were words: a multiplication, a year, a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.markdown.unread_signs import shown_words
from commands.checks.pages import Page
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import FOREIGN_SIGNS, SIGNS_READ_OTHERWISE

_MOST = 1000  # of each, looked for in one text
# Of three numbers, or twice of two: « 2*3*4 », « 5*8 m et 3*4 m ».
_TIMES = re.compile(r"(?<![\\\w*])\d{1,9}\*(?=\d)[^*\n]{1,200}(?<=\d)\*\d{1,9}(?![\w*])")
_BLANKS = re.compile(r"(?<![\\\w])_{4,}[^_\n]{1,200}_{4,}")
# Letters on both sides of two accents: « l`été et l`hiver ».
_ACCENTS = re.compile(
    r"(?<=[^\W\d_])`(?P<words>[^\W\d_][^`\n]{0,200}[^\W\d_]|[^\W\d_])`(?=[^\W\d_])"
)
# A link of reStructuredText, the rest of which is code here.
_RST_LINK = re.compile(r"`(?P<a>[^`<>\n]{1,200}?)[ ]?<(?P<b>[^\s<>`]{1,500})>`_{1,2}")
_NUMBERED = re.compile(r"^ {0,3}(?P<number>\d{1,9})\.[ \t]++(?P<words>\S.*)")
_ITEM = re.compile(r" {0,3}\d{1,9}\.[ \t]|[ \t]")
_FROM = re.compile(r"\{:[^}\n]{0,200}\bstart=")
_AS_A_NUMBER = (
    "Pour qu'on le lise, écrivez « {number}\\. » ; pour continuer une liste, décalez de trois "
    "espaces ce qui la coupe."
)


def read_otherwise(bare: str, text: str, page: Page) -> Iterator[tuple[int, Diagnostic]]:
    """Give what the page shows otherwise than it is written, with its place.

    Args:
        bare: the text, its code left out.
        text: the same with its code, of the same length.
    """
    for found in islice(_TIMES.finditer(bare), _MOST):
        hint = "Écrivez « × », ou « \\* »."
        yield found.start(), _told(found[0], "en italique, sans ses « * »", hint)
    for found in islice(_BLANKS.finditer(bare), _MOST):
        hint = "Pour un blanc à remplir, écrivez des points, ou \\_\\_\\_\\_."
        yield found.start(), _told(found[0], "en gras, sans tous ses « _ »", hint)
    for found in islice(_ACCENTS.finditer(text) if "`" in text else (), _MOST):
        if bare[found.start() - 1] == text[found.start() - 1]:  # in no block of code
            hint = "Tapez des apostrophes : « ' »."
            yield found.start(), _told(found["words"], "comme du code, sans ses « ` »", hint)
    for found in islice(_RST_LINK.finditer(text) if ">`_" in text else (), _MOST):
        if bare[found.end() - 1] == "_":  # in no block of code
            hint = found.expand(r"Écrivez [\g<a>](\g<b>).")
            yield found.start(), FOREIGN_SIGNS(written=found[0][:60], hint=hint)
    yield from _lost_numbers(bare, page)


def _lost_numbers(bare: str, page: Page) -> Iterator[tuple[int, Diagnostic]]:
    """Give the first items of lists whose number is not 1: kramdown counts from there."""
    if _FROM.search(bare):
        return  # who knows how to begin elsewhere means what is written
    firsts = list(islice(_firsts(bare), _MOST))
    shown = _letters(shown_words(page.text)) if firsts else ""
    for start, item in firsts:
        number = item["number"]
        if _letters(f"{number}.{item['words'][:40]}") not in shown:
            how = "comme le premier d'une liste, sous le numéro 1"
            yield start, _told(f"{number}.", how, _AS_A_NUMBER.format(number=number))


def _firsts(bare: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the items that begin a list by another number than 1, with their places."""
    start, in_list, is_after_a_gap = 0, False, True
    for line in bare.split("\n"):
        item = _NUMBERED.match(line)
        if line.startswith("#") or (is_after_a_gap and line.strip() and not _ITEM.match(line)):
            in_list = False
        if item and not in_list and int(item["number"]) > 1:
            yield start, item
        in_list = in_list or bool(item)
        is_after_a_gap = not line.strip()
        start += len(line) + 1


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text))


def _told(written: str, how: str, hint: str) -> Diagnostic:
    return SIGNS_READ_OTHERWISE(written=written[:60], how=how, hint=hint)
