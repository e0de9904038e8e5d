"""What a text by someone unknown may not hold: reported line by line. Pure.

The text goes on a page beside members' own, who may write any HTML; a stranger writes words. What
is refused is all by which Markdown of this dialect makes an element, an attribute or an include
(kramdown, « HTML blocks », « attribute list definitions », « extensions »), whatever it holds.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain, islice

from core.diagnostics import ContentError, Diagnostics
from editor.forms.kinds import KINDS
from jekyll.front_matter import Value, parse_mapping
from jekyll.front_matter.lenient_values import key_name
from jekyll.front_matter.source import Source, split_source

# Those within words, and without attributes: Markdown goes on inside of them.
_HARMLESS = "b br cite del em i ins kbd mark q s small strong sub sup u wbr"
# What the page's own button makes of a film or a map: shown once a visitor asks.
FRAME = re.compile(r'<iframe src="(https://([\w.-]+)/[^"\s<>{}]*)" title="[^"<>{}]*"></iframe>')
_TAG = re.compile(
    rf"<(?!/?(?:{'|'.join(_HARMLESS.split())})\s*/?>)[a-z/!?][^\s<>]{{0,30}}", re.IGNORECASE
)
# No attribute of a tag, were it read as one: `<https://a/onclick=…>`.
_ADDRESS = re.compile(
    r"<(https?://(?:(?!/\w+=)[^\s<>\"'`])+|(?:mailto:)?[\w.+-]+@[\w.-]+)>", re.IGNORECASE
)
_LISTED = re.compile(r'\{:(?!\s*(?:\.[\w-]+\s*)+\}|toc\}| role="presentation"\})[^}\n]{0,30}')
# But a link to a page of the site, as the page's own button writes it.
_LIQUID = re.compile(r"\{(?!% link [\w./-]+ %\})[{%](?:[^}\n]{0,30}\}+)?")
# What browsers, or Markdown, leave out of an address: entities are read before.
_LEFT_OUT = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060-\u206f\ufeff]+")
_PROGRAM = re.compile(r"(?:^|[(<\[\]:\"'=])(?:(?:java|vb)script|data):", re.IGNORECASE)
# Long blanks, and what may be a sign that nobody sees, or that turns the direction of others.
_UNCOMMON = re.compile(r"[^\S\r\n]{200,}|[^\t\n\r -~]")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
# Letters and marks that are drawn as nothing (Unicode, Default_Ignorable_Code_Point), and a blank.
_FILLERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\uffa0"
    "\ufe00-\ufe0d\ufff0-\ufff8\ufffe\uffff\U000e0000-\U000e0fff]"
)
_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"
MOST_FAULTS = 20


def faults_of(text: str, kind: str, before: str | None) -> list[str]:
    """Return what keeps a text from being taken, in French; nothing when it may be.

    Args:
        text: the whole file.
        kind: of which kind it is (see `editor.forms.kinds`).
        before: the text of the site that it corrects, whose keys are trusted; None for a new one.
    """
    found = chain(_hidden(text.removeprefix("\ufeff")), _in_front(text, kind, before))
    first = islice(found, MOST_FAULTS)
    return list(dict.fromkeys(f"Ligne {line} : {words}" for line, words in first))


def frames_of(text: str) -> list[str]:
    """Return the addresses of other sites that a text shows in a frame."""
    return [found[1] for found in FRAME.finditer(text)]


def _hidden(text: str, first_line: int = 1) -> Iterator[tuple[int, str]]:
    for line, words in enumerate(text.split("\n"), first_line):
        for shown in dict.fromkeys((words, html.unescape(words))):
            for found in _UNCOMMON.finditer(shown):
                if len(found[0]) > 1:
                    yield line, "un long blanc, qui peut cacher des mots."
                elif _is_unseen(found[0]) and not _joins_emoji(shown, found.start()):
                    sign = f"U+{ord(found[0]):04X}"
                    yield line, f"un signe que personne ne voit ({sign}), qui peut cacher des mots."


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN_CATEGORIES or bool(_FILLERS.match(sign))


def _joins_emoji(text: str, at: int) -> bool:
    """Return whether a sign makes one picture of two, as those of families are."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    is_between = before and after and unicodedata.category(after) == "So"
    is_after_one = before == _AS_EMOJI or unicodedata.category(before or " ") in ("So", "Sk")
    return bool(text[at] == _JOINER and is_between and is_after_one)


def _in_front(text: str, kind: str, before: str | None) -> Iterator[tuple[int, str]]:
    try:
        source, values = _read(text)
    except ContentError:
        yield 1, "ce qui est entre les deux lignes « --- » ne se lit pas."
        return
    known = _values_of(before)
    asked = chain.from_iterable((key, *it.aliases) for key, it in KINDS[kind].asked.items())
    names = {key_name(name) for name in asked}
    for key, value in values.items():
        is_kept = key in known and known[key].as_data == value.as_data
        if key_name(key) not in names and not is_kept:
            yield value.line, f"« {key[:30]} » n'est pas un champ du formulaire."
        for line, words in _texts(value, key):
            yield from ((line, message) for _, message in _hidden(words))
            yield from _in_text(html.unescape(words), line)
    yield from _in_text(source.body, source.body_line)


def _read(text: str) -> tuple[Source, dict[str, Value]]:
    unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = Diagnostics()
    source = split_source(unix, "", found)
    return source, parse_mapping(source.front or "", "", found, first_line=2)


def _values_of(text: str | None) -> Mapping[str, Value]:
    try:
        return _read(text or "")[1]
    except ContentError:
        return {}


def _texts(value: Value, key: str = "") -> Iterator[tuple[int, str]]:
    """Yield the texts of a value, keys included, each with its line."""
    yield value.line, key
    content = value.content
    if isinstance(content, str):
        yield value.line, content
    elif isinstance(content, list):
        for one in content:
            yield from _texts(one)
    else:
        for inner, one in content.items():
            yield from _texts(one, inner)


def _in_text(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    kept = _ADDRESS.sub(r"(\1)", FRAME.sub(_ends_of_lines, text))
    lines = kept.split("\n")
    for line, words in enumerate(lines, first_line):
        for pattern, message in (
            (_TAG, "du HTML"),
            (_LISTED, "une liste d'attributs"),
            (_LIQUID, "du Liquid"),
        ):
            for found in pattern.finditer(words):
                yield line, f"{message}, « {found[0].strip()} »."
        if _runs(words):
            yield line, "un lien qui pourrait lancer un programme."
    if _runs(kept) and not any(map(_runs, lines)):
        yield first_line, "un lien qui pourrait lancer un programme, sur plusieurs lignes."


def _runs(text: str) -> bool:
    return bool(_PROGRAM.search(_LEFT_OUT.sub("", html.unescape(text))))


def _ends_of_lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
