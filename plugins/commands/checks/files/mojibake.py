"""Texts decoded twice, « Ã© » for « é », and those that a sign nobody sees turns round."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

from commands.checks.files.data_files import data_names
from commands.checks.site import CheckedSite
from core.diagnostics import ContentError, Diagnostic, Diagnostics, visible
from core.diagnostics.catalog.typos import CONTROL_SIGN, LOST_SIGN, MISREAD_SIGN, TURNED_TEXT
from jekyll.front_matter.source import decode, read_bytes
from jekyll.front_matter.source_positions import without_code, without_indented
from jekyll.site.config import FILE_NAME

_ENCODINGS = ("cp1252", "latin-1", "mac_roman", "cp850")
_MEANT = "éèêëàâäùûüôöîïçœæÉÈÊËÀÂÄÙÛÜÔÖÎÏÇŒÆ’‘“”«»…–—•°€\xa0\ufeff"
# Behind a capital, these may be what is meant: a word of Portuguese in capitals, quoted.
_AMBIGUOUS = "«»°\xa0"
_WRITE = {"\xa0": "Écrivez une espace à sa place", "\ufeff": "Effacez-le"}
_LOST = "\ufffd"
_AROUND = re.compile(rf"[^\s{_LOST}]{{0,20}}{_LOST}+[^\s{_LOST}]{{0,20}}")
_TEXTS = (".html", ".htm", ".txt", ".json", ".css", ".ics", ".vcf", ".csv", ".xml", ".svg", ".md")


def _misread(sign: str, encoding: str) -> str:
    """Return what a sign in UTF-8 becomes; where an encoding has none, browsers keep the byte."""
    found = ""
    for byte in sign.encode():
        try:
            found += bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            found += chr(byte)
    return found


def _misread_all(text: str) -> str:
    return "".join(_misread(sign, "cp1252") for sign in text)


_SIGNS = {_misread(sign, encoding): sign for encoding in _ENCODINGS for sign in _MEANT} | {"Ã": "à"}
# Some are misread, and saved, over and over.
_SIGNS |= {_misread_all(wrong): sign for wrong, sign in list(_SIGNS.items()) if len(wrong) > 1}
_SIGNS |= {_misread_all(wrong): sign for wrong, sign in list(_SIGNS.items()) if len(wrong) > 3}
_GARBLED = re.compile(
    r"(?<!\w)Ã(?= [a-zà-ÿ])|"  # its second half became a space
    + "|".join(
        rf"(?<![A-ZÀ-Þ]){re.escape(wrong)}" if wrong[-1] in _AMBIGUOUS else re.escape(wrong)
        for wrong in sorted(_SIGNS.keys() - {"Ã"}, key=len, reverse=True)
    )
)


_LEADS = re.compile(f"[{''.join(sorted({wrong[0] for wrong in _SIGNS}))}]")


def find_mojibake(text: str) -> tuple[re.Match[str], str] | None:
    """Return the first sign of a text that was misread, and what was meant.

    >>> found, meant = find_mojibake("Au cafÃ©")
    >>> found[0], meant
    ('Ã©', 'é')
    """
    found = next(_all_mojibake(text), None)
    return (found, _SIGNS[found[0]]) if found else None


def _all_mojibake(text: str) -> Iterator[re.Match[str]]:
    """Give each misread sign: one search for what they begin with is quicker than for them all."""
    for lead in _LEADS.finditer(text):
        if found := _GARBLED.match(text, lead.start()):
            yield found


def check_mojibake(site: CheckedSite) -> None:
    """Warn, once a file, of the signs that were misread and of those that are lost."""
    for label, text, first in _texts(site):
        if found := find_mojibake(text):
            wrong, meant = found
            action = _WRITE.get(meant) or f"Écrivez « {meant} » à sa place"
            count = sum(1 for _ in _all_mojibake(text))
            misread = MISREAD_SIGN(sign=wrong[0], action=action, count=count)
            site.add(misread.at(label, first + text.count("\n", 0, wrong.start())))
        if _LOST in text and (lost := _AROUND.search(text)):
            sign = LOST_SIGN(around=lost[0], count=text.count(_LOST))
            site.add(sign.at(label, first + text.count("\n", 0, lost.start())))


# Unicode 16, UAX 9, section 2: signs that turn what follows, up to their end or the line's.
_OVERRIDES = "\u202d\u202e"
_OPENING, _CLOSING = "\u202a\u202b\u2066\u2067\u2068", "\u202c\u2069"
_PARAGRAPH = re.compile(r"(?:[^\n]++\n?)++")
_TURNING = re.compile(f"[{_OVERRIDES}{_OPENING}{_CLOSING}]")


def find_turned(text: str) -> int | None:
    r"""Return where a sign turns the direction of letters, or where one that begins has no end.

    >>> (
    ...     find_turned("un\u202etexte\u202c"),
    ...     find_turned("\u2067עברית\u2069"),
    ...     find_turned("a\u2066b\n"),
    ... )
    (2, None, 1)
    """
    for paragraph in _PARAGRAPH.finditer(text):
        opened: list[int] = []
        for found in _TURNING.finditer(text, *paragraph.span()):
            if found[0] in _OVERRIDES:
                return found.start()
            if found[0] in _OPENING:
                opened.append(found.start())
            elif opened:
                opened.pop()
        if opened:
            return opened[0]
    return None


# What no text may hold (Infra Standard, « control », « noncharacter »), and a mark of beginning.
_CONTROL = re.compile(
    "[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]"
)


def check_turned_texts(site: CheckedSite) -> None:
    """Warn, once a file, of the signs by which a text is not what it seems, or that are none."""
    for label, text, first in _texts(site):
        if control := _CONTROL.search(text):
            told = _control(control[0], _around(text, control.start()))
            site.add(told.at(label, first + text.count("\n", 0, control.start())))
        place = find_turned(text) if _TURNING.search(text) else None
        if place is not None:
            words = _around(text, place)
            site.add(TURNED_TEXT(words=words).at(label, first + text.count("\n", 0, place)))


def _control(sign: str, words: str) -> Diagnostic:
    """Return what is told of a sign that is none; one of Windows's may be meant."""
    meant = sign.encode("latin-1", "replace").decode("cp1252", "replace") if sign >= "\x80" else ""
    hint = f"Écrivez « {meant} » à sa place." if meant and meant not in "?\ufffd" else None
    return CONTROL_SIGN(sign=f"U+{ord(sign):04X}", words=words, hint=hint)


def _around(text: str, place: int) -> str:
    """Return the words around a place, on its line."""
    before, after = text[max(0, place - 20) : place], text[place : place + 20]
    words = visible(before.rpartition("\n")[2] + after.partition("\n")[0])
    return words.replace("\ufeff", "\\ufeff")


def _texts(site: CheckedSite) -> Iterator[tuple[str, str, int]]:
    """Give the texts that members wrote: the file, the text without its code, its first line."""
    for document in site.site.rendered:
        source = document.source
        body = source.body
        if document.is_markdown:
            body = without_indented(without_code(body))
        front = f"---\n{source.front}" if source.front else ""
        yield source.label, f"{front}\n" if front else "", 1
        yield source.label, body, source.body_line
    copied = [name for name in site.site.copied if name.lower().endswith(_TEXTS)]
    for name in [FILE_NAME, *copied, *data_names(site.site.files.root)]:
        label, reported = f"{site.site.label}/{name}", Diagnostics()
        with contextlib.suppress(ContentError):  # reported by the build, or none
            yield (
                label,
                decode(read_bytes(site.site.files.root, name, label, reported), label, reported),
                1,
            )
