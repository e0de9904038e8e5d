"""Signs, spaces and ends of lines read otherwise than they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.markdown.block_typos import BULLETS, letters, short
from commands.checks.markdown.list_cuts import list_cuts
from commands.checks.pages import Page, words_of
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import typos as rules
from core.diagnostics.catalog.typos import SIGNS_READ_OTHERWISE
from jekyll.front_matter.source_positions import without_indented

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
_FROM = re.compile(r"\{:[^}\n]{0,200}\bstart=")
_AS_A_NUMBER = (
    "Pour qu'on le lise, écrivez « {number}\\. » ; pour continuer une liste, décalez de trois "
    "espaces ce qui la coupe."
)


def read_otherwise(bare: str, text: str, page: Page) -> Iterator[tuple[int, Diagnostic]]:
    """Give what the page shows otherwise than it is written, with its place."""
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
            yield found.start(), rules.FOREIGN_SIGNS(written=found[0][:60], hint=hint)
    yield from _cut_lists(bare, text, page)


def _cut_lists(bare: str, text: str, page: Page) -> Iterator[tuple[int, Diagnostic]]:
    """Give what cuts a list: items that begin another, which kramdown counts from 1, and code."""
    cuts = list(islice(list_cuts(bare, text), _MOST))
    if not cuts:
        return
    beside = "\n".join(pre.text() for pre in page.in_content(":not(li) > pre"))
    # Who knows how to begin elsewhere means what is written.
    lists = () if _FROM.search(bare) else page.in_content("ol > li:first-child")
    firsts = [letters(words_of(item)) for item in lists]
    for cut in cuts:
        line = text[cut.start : cut.start + 400].partition("\n")[2].partition("\n")[0].strip()
        if not cut.number and line in beside:
            hint = f"Décalez ce code de {cut.width} espaces, comme les mots de son élément."
            yield cut.start, _told(cut.words, "après la liste, et non dans son élément", hint)
        elif cut.number and any(first.startswith(letters(cut.words)[:12]) for first in firsts):
            how = "comme le premier d'une liste, sous le numéro 1"
            hint = _AS_A_NUMBER.format(number=cut.number)
            yield cut.start, _told(f"{cut.number}.", how, hint)


def _told(written: str, how: str, hint: str) -> Diagnostic:
    return SIGNS_READ_OTHERWISE(written=written[:60], how=how, hint=hint)


_LONGEST = 50  # characters of a line that somebody ended: editors cut much later
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) [^\n]{1,100}", re.MULTILINE)
# The end of a sentence, which no title has.
_UNDERLINED = re.compile(
    r"(?:\A|\n[ \t]*\n)(?P<words>[^\W_][^\n]*(?:[^.]\.|[,;…])) *\n(?P<signs>-{2,100}|={2,100}) *$",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"^[^\n]++(?:\n[ \t]*+\S[^\n]*+)++", re.MULTILINE)
# What begins no other block: a capital, a figure, a sign such as « 📍 ».
_LINE = re.compile(
    rf"(?![a-zà-ÿ]|'{{3}}|\d{{1,3}}[ \t]?[.)°/-])"
    rf"[^\s{BULLETS}#>|*+_=~`<{{\[(!&:«–—\\-][^\n\t<>|{{}}\\]*"
)
# A label of a few words, then what it says: « n°1 : la cantine », « le midi : 8 € ».
_LABELLED = re.compile(
    r"[^\s|:<>{}`\\#*\[(-][^\s|:<>{}`\\]*(?: [^\s|:<>{}`\\]+){0,2}[ \u00a0\u202f]?: [^\n|<>{}`\\]+"
)
_PROSE = re.compile(r"(?:[^\W\d_][\w’'-]*[,;:.!?»]*\s+){3}[^{}<>=\\/;$#|]*")
_SHOWN = re.compile(r"<(?:iframe|img|video|audio)\b|\|.*\||!\[[^\]\n]*\]\(|\[[^\]\n]+\]\([^)\n]+\)")


def layout_typos(bare: str, codes: set[str]) -> Iterator[tuple[int, Diagnostic]]:
    """Give what is read otherwise than it was meant, with its place.

    Args:
        codes: what the page shows as blocks of code, without spaces.
    """
    for found in islice(_CONFLICT.finditer(bare), _MOST):
        yield found.start(), rules.GIT_CONFLICT(written=found[0][:60])
    read = without_indented(f"\n{bare}")[1:]
    for found in islice(_UNDERLINED.finditer(read), _MOST):
        told = rules.UNMEANT_HEADING(written=short(found["words"]), signs=found["signs"][:9])
        yield found.start("words"), told
    for found in islice(_PARAGRAPH.finditer(read), _MOST):
        lines = found[0].split("\n")
        if _are_ended(lines):
            yield found.start(), rules.LINES_RUN_TOGETHER(written=short(" ".join(lines)))
    yield from _indented(bare, read, codes)


def _are_ended(lines: list[str]) -> bool:
    """Return whether somebody ended each line of a paragraph, and kramdown did not."""
    is_short = all(len(line) <= _LONGEST and not line.endswith("  ") for line in lines[:-1])
    is_labelled = len(lines) > 1 and all(map(_LABELLED.fullmatch, lines))
    return is_short and (is_labelled or all(map(_LINE.fullmatch, lines)))


def _indented(bare: str, read: str, codes: set[str]) -> Iterator[tuple[int, Diagnostic]]:
    """Give the sentences, the links and the images that four spaces make code of."""
    start, last = 0, ""
    for line, kept in zip(bare.split("\n"), read.split("\n"), strict=True):
        words = line.strip()
        if words and not kept.strip():
            is_meant = _SHOWN.match(words) or (len(words) > 20 and _PROSE.fullmatch(words))
            if not last and is_meant and any("".join(words.split()) in code for code in codes):
                yield start, rules.INDENTED_TEXT(written=short(words))
        last = words if words and not kept.strip() else ""
        start += len(line) + 1
