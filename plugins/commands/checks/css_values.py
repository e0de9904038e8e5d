"""Values that browsers pass over: words, units and colours that a property cannot have.

Only what is sure is told: values of one word, numbers without their unit, colours. What holds
`var()` or tricks for old browsers is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from commands.checks.css_value_table import (
    COLOURED,
    COLOURS,
    FRENCH,
    LENGTHS,
    OUTLINES,
    TIMES,
    UNITS,
    WIDE,
    WORDS,
)
from core.diagnostics import nearest

_LONGEST = 2000  # characters
_LEFT_ALONE = re.compile(
    r"(?i)\\|\b(?:var|env|attr|if|progid|expression|alpha)\b|[{}=$@]|#(?![\w-])"
)
_NO_UNITS = frozenset("unicode-range src font-family font grid-area filter counter-reset".split())
_URL = re.compile(r"(?i)url\([^)]*\)?")
_CALL = re.compile(r"[\w-]*\([^()]*\)")
_HASH = re.compile(r"#([\w-]+)")
_HEX = re.compile(r"(?i)(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_NUMBER = r"(?<![\w.#-])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_DIMENSION = re.compile(rf"(?i)({_NUMBER})([a-z]+)\b")
_PARTED = re.compile(rf"(?i)({_NUMBER})\s+(px|rem|em|%|vh|vw|pt|cm|mm|deg|ms)(?![\w-])")
_BARE = re.compile(rf"(?i)({_NUMBER})(?![\w%.])")
_WORD = re.compile(r"(?i)(?<![\w.#-])[a-z][a-z-]*(?![\w(-])")
_DEEPEST = 10  # calls in each other


def wrong_value(name: str, value: str) -> tuple[str, str] | None:
    """Return what is wrong in the value of a property, and what to do; None for nothing.

    Args:
        name: the property, in lower case.
        value: the value, comments and what strings hold left out.

    >>> wrong_value("color", "rouge"), wrong_value("margin", "0 10 px")
    (('rouge', 'Vouliez-vous dire « red » ?'), ('10 px', 'Écrivez 10px.'))
    >>> wrong_value("width", "calc(1px + 2em)")
    """
    value = re.sub(r"(?i)\s*!\s*important\s*$", "", value).strip()
    if not value or len(value) > _LONGEST or _LEFT_ALONE.search(value):
        return None
    plain = _URL.sub(" ", value)
    found = (*_wrong_hashes(plain), *_wrong_units(name, plain), *_wrong_words(name, plain))
    return found[0] if found else None


def _wrong_hashes(value: str) -> Iterator[tuple[str, str]]:
    for found in _HASH.finditer(value):
        if not _HEX.fullmatch(found[1]):
            yield found[0], "Une couleur a 3, 4, 6 ou 8 chiffres, de 0 à f : #c81e1e."


def _wrong_units(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name not in _NO_UNITS:
        for found in _PARTED.finditer(value):
            yield found[0], f"Écrivez {found[1]}{found[2]}."
        for found in _DIMENSION.finditer(value):
            if found[2].lower() not in UNITS:
                near = FRENCH.get(found[2].lower()) or nearest(found[2], UNITS, 0.5)
                yield found[0], f"Écrivez {found[1]}{near}." if near else "Vérifiez son unité."
    unit = "px" if name in LENGTHS else "s" if name in TIMES else ""
    for found in _BARE.finditer(_without_calls(value)) if unit else ():
        if float(found[1]):
            yield found[0], f"Ajoutez l'unité : {found[1]}{unit}."


def _without_calls(value: str) -> str:
    """Return a value without its functions and what they hold."""
    for _ in range(_DEEPEST):
        value, count = _CALL.subn(" ", value)
        if not count:
            break
    return value


def _wrong_words(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Give the words that are none of those that a property takes."""
    allowed = WORDS.get(name, frozenset())
    if allowed and not re.fullmatch(r"[A-Za-z-]+", value):
        return  # several words, or more than words
    if name in COLOURED:
        allowed = COLOURS | COLOURED[name]
    elif name in OUTLINES:
        allowed = COLOURS | OUTLINES[name]
    for word in _WORD.findall(_without_calls(value)) if allowed else ():
        known = word.lower()
        if known not in allowed and known not in WIDE:
            near = FRENCH.get(known)
            near = near if near in allowed else nearest(known, allowed, 0.7)
            yield word, f"Vouliez-vous dire « {near} » ?" if near else ""
