"""Values whose form another attribute or a grammar of their own decides: fields, images' choices.

Source: HTML Standard, sections 4.10.5.1 (types of fields), 2.3 (numbers, dates), 4.8.4.2.1 (sources
of images).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from commands.checks.css_value_table import COLOURS
from commands.checks.html_kinds import WINDOWS
from core.diagnostics import typo
from jekyll.addresses.html_addresses import srcset_candidates

_Wrong = tuple[str, str, str]
_NUMBER = r"-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?"
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?"
_DAY = r"\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
# By the type of a field, the form of its values and an example.
_FORMS = {
    "number": (re.compile(_NUMBER), "3"),
    "range": (re.compile(_NUMBER), "3"),
    "date": (re.compile(_DAY), "2026-03-12"),
    "month": (re.compile(r"\d{4,}-(?:0[1-9]|1[0-2])"), "2026-03"),
    "week": (re.compile(r"\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])"), "2026-W11"),
    "time": (re.compile(_TIME), "18:30"),
    "datetime-local": (re.compile(rf"{_DAY}[T ]{_TIME}"), "2026-03-12T18:30"),
    "color": (re.compile(r"(?i)#[0-9a-f]{3,8}|[a-z-]+\(.*\)"), "#c81e1e"),
}
# HTML Standard, section 4.6.7, with those that others add (microformats.org, « rel values »).
_RELATIONS = frozenset(
    """alternate author bookmark canonical compression-dictionary dns-prefetch expect external help
    icon license manifest me modulepreload next nofollow noopener noreferrer opener pingback
    preconnect prefetch preload prev privacy-policy search stylesheet tag terms-of-service shortcut
    apple-touch-icon mask-icon ugc sponsored amphtml home start index contents section chapter
    glossary appendix copyright first last up payment webmention self hub edit shortlink noindex
    lightbox gallery group contact friend met acquaintance colleague""".split()
)
_DESCRIPTOR = re.compile(r"(?:\d+w|\d*\.?\d+x|\d+h)?(?:\s+\d+[wh])?")
_PARTS = re.compile(r"(?:[^,(]|\([^)]*\))+")
_LENGTH = re.compile(r"(?i)auto|[-+]?(?:\d*\.)?\d+[a-z]+|0|(?:calc|min|max|clamp|env|var)\(.*\)")


def wrong_forms(name: str, attributes: Mapping[str, str | None]) -> Iterator[_Wrong]:
    """Give each value that has not the form that its place asks: the attribute, it, the hint."""
    if name == "input":
        yield from _wrong_fields(attributes)
    if name in ("img", "source"):
        yield from _wrong_choices(attributes)


def misspelt_words(attributes: Mapping[str, str | None]) -> Iterator[_Wrong]:
    """Give the words that are nearly known ones, and allowed: windows, what links are."""
    for key in ("target", "formtarget"):
        window = f"_{attributes.get(key) or ''}".lower()
        if window in WINDOWS:
            yield key, attributes[key] or "", f'Écrivez {key}="{window}".'
    for word in (attributes.get("rel") or "").lower().split():
        near = None if word in _RELATIONS else typo(word, _RELATIONS)
        if near:
            yield "rel", word, f"Vouliez-vous dire « {near} » ?"


def _wrong_fields(attributes: Mapping[str, str | None]) -> Iterator[_Wrong]:
    kind = (attributes.get("type") or "").lower()
    form, example = _FORMS.get(kind, (None, ""))
    for key in ("value", "min", "max") if form else ():
        value = (attributes.get(key) or "").strip()
        is_colour = kind == "color" and value.lower() in COLOURS
        if form and value and not form.fullmatch(value) and not is_colour:
            yield key, value, f'Écrivez par exemple {key}="{example}".'


def _wrong_choices(attributes: Mapping[str, str | None]) -> Iterator[_Wrong]:
    """Give what is wrong with the images among which a browser chooses."""
    for _, size in srcset_candidates(attributes.get("srcset") or ""):
        if not _DESCRIPTOR.fullmatch(size):
            yield "srcset", size, "Écrivez après l'adresse une densité, 2x, ou une largeur, 800w."
    for part in _PARTS.findall(attributes.get("sizes") or ""):
        width = re.split(r"\s(?![^(]*\))", part.strip())[-1]
        if width and not _LENGTH.fullmatch(width):
            yield "sizes", width, "Écrivez une largeur avec son unité, par exemple 100vw ou 20em."
