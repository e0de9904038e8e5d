"""Values that browsers pass over: words, units, signs that a property cannot have.

Only what is sure is reported. What holds `var()` or tricks for old browsers is left alone, so are
the properties of one browser, and custom ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from commands.checks.css import value_table as table
from commands.checks.css.functions import wrong_calls
from core.diagnostics import nearest, typo

_LONGEST = 2000  # characters
_LEFT_ALONE = re.compile(
    r"(?i)\\|\b(?:var|env|attr|if|progid|expression|alpha)\b|[{}=$@]|#(?![\w-])"
)
_NO_UNITS = frozenset("unicode-range src font-family font grid-area filter counter-reset".split())
_URL = re.compile(r"(?i)url\([^)]*\)?")
_CURLY = re.compile(r"(?<!\\)[“”„«»‘’][^“”„«»‘’]{0,40}[“”„«»‘’]?")
_URL_CUT = re.compile(r"(?i)url\(\s*[^\s\"'()]+\s+[^\s\"'()][^\"'()]*\)")
_TWO_POINTS = re.compile(r"(?<![\w./-])\d+\.\d*\.[\w.]*(?![\w/.-])")
_IMAGE = re.compile(r"(?i)(?<![\w(/.-])[\w./-]+\.(?:jpe?g|png|gif|svg|webp|avif)(?![\w)])")
_NAMES = re.compile(r"\[[^\[\]]*\]")  # of the lines of a grid
_CALL = re.compile(r"[\w-]*\([^()]*\)")
_HASH = re.compile(r"#([\w-]+)")
_HEX = re.compile(r"(?i)(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_NUMBER = r"(?<![\w.#-])[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_DIMENSION = re.compile(rf"(?i)({_NUMBER})([a-z]+)\b")
_PARTED = re.compile(rf"(?i)({_NUMBER})\s+(px|rem|em|%|ch|vh|vw|pt|cm|mm|deg|ms)(?![\w-])")
_BARE = re.compile(rf"(?i)({_NUMBER})(?![\w%.])")
_ONE_NUMBER = re.compile(rf"(?i)({_NUMBER})([a-z]*)")
_WORD = re.compile(r"(?i)(?<![\w.#-])[a-z][a-z-]*(?![\w(-])")
_DEEPEST = 10  # calls in each other
_SIGN = re.compile(r"!\s*([a-zA-Z]{3,20})\s*$")
_HEAVIEST = 1000  # of fonts
_Wrong = Iterator[tuple[str, str]]


@lru_cache(maxsize=4096)
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
    is_theirs = name.startswith(("-", "mso-"))
    if is_theirs or not value or len(value) > _LONGEST:
        return None
    if curly := _CURLY.search(_URL.sub("", value)):
        return curly[0], 'Les guillemets du CSS sont droits : "…".'
    if _LEFT_ALONE.search(value):
        return None
    plain = _NAMES.sub(" ", _URL.sub("url()", value))
    found = (
        *_wrong_signs(name, value),
        *_wrong_hashes(plain),
        *_wrong_units(name, plain),
        *_wrong_numbers(name, plain),
        *wrong_calls(name, plain),
        *_wrong_words(name, plain),
        *_too_many(name, plain),
    )
    return found[0] if found else None


def _wrong_signs(name: str, value: str) -> _Wrong:
    """Give what is wrong before any word is read: signs, addresses, quotes."""
    sign = _SIGN.search(value)
    if sign and typo(sign[1], ["important"]):
        yield sign[0], "Écrivez !important."
    if value[0] == ":" and name != "syntax":
        yield f":{value}", "Gardez un seul « : »."
    elif value[-1] == "," or re.search(r",\s*,", value):
        yield value, "Retirez la virgule de trop."
    if twice := _TWO_POINTS.search(value):
        yield twice[0], "Gardez un seul point."
    if cut := _URL_CUT.search(value):
        yield cut[0], "Mettez l'adresse entre guillemets."
    if name in ("background", "background-image", "list-style-image"):
        for image in _IMAGE.findall(_without_calls(value)):
            yield image, f'Écrivez url("{image}").'
    bare = _without_calls(value)
    if name in table.WITH_POINT and re.search(r"\d,\d", bare):
        yield value, "Écrivez les décimales après un point."
    is_word = (
        name in table.COLOURED
        or name in table.WITH_POINT
        or (name in table.WORDS and name in table.ONE)
    )
    if is_word and bare == '""':
        yield '"…"', "Retirez les guillemets."
    if name == "aspect-ratio" and ":" in value:
        yield value, f"Écrivez {value.replace(':', ' / ')}."
    if name == "grid-template-areas" and '"' not in value and " " in value:
        yield value, f'Mettez-les entre guillemets : "{value}".'


def _wrong_hashes(value: str) -> _Wrong:
    for found in _HASH.finditer(value):
        if not _HEX.fullmatch(found[1]):
            yield found[0], "Une couleur a 3, 4, 6 ou 8 chiffres, de 0 à f : #c81e1e."


def _wrong_units(name: str, value: str) -> _Wrong:
    if name not in _NO_UNITS:
        for found in _PARTED.finditer(value):
            yield found[0], f"Écrivez {found[1]}{found[2]}."
        for found in _DIMENSION.finditer(value):
            if found[2].lower() not in table.UNITS:
                near = table.FRENCH.get(found[2].lower()) or nearest(found[2], table.UNITS, 0.5)
                yield found[0], f"Écrivez {found[1]}{near}." if near else "Vérifiez son unité."
    unit = "px" if name in table.LENGTHS else "s" if name in table.TIMES else ""
    for found in _BARE.finditer(_without_calls(value)) if unit else ():
        if float(found[1]):
            yield found[0], f"Ajoutez l'unité : {found[1]}{unit}."


def _wrong_numbers(name: str, value: str) -> _Wrong:
    """Give the numbers that a property cannot have: below nothing, with parts, with a unit."""
    if name in table.POSITIVE:
        for found in re.findall(r"(?<![\w.)-])-(?:\d+\.?\d*|\.\d+)[a-z%]*", _without_calls(value)):
            yield found, "Écrivez un nombre positif."
    one = _ONE_NUMBER.fullmatch(value)
    if not one:
        return
    if name in table.WITHOUT_UNIT and one[2]:
        yield value, f"Retirez l'unité : {one[1]}."
    elif name in table.WHOLE and not re.fullmatch(r"[-+]?\d+", one[1]):
        yield value, "Écrivez un nombre entier."
    elif name == "font-weight" and not 1 <= float(one[1]) <= _HEAVIEST:
        yield value, f"Écrivez un nombre de 1 à {_HEAVIEST}."
    elif name == "font":
        yield value, f"Ajoutez la police : font: {value} sans-serif."


def _too_many(name: str, value: str) -> _Wrong:
    most = 1 if name in table.ONE else 4 if name in table.FOUR else 0
    if most and len(_without_calls(value).split()) > most:
        yield value, "Gardez une seule valeur." if most == 1 else "Gardez quatre valeurs au plus."


def _without_calls(value: str) -> str:
    """Return a value with one sign for each of its functions and what they hold."""
    for _ in range(_DEEPEST):
        value, count = _CALL.subn("§", value)
        if not count:
            break
    return value


def _wrong_words(name: str, value: str) -> _Wrong:
    """Give the words that are none of those that a property takes."""
    allowed = table.WORDS.get(name) if re.fullmatch(r"[A-Za-z-]+", value) else None
    if name in table.COLOURED:
        allowed = table.COLOURS | table.COLOURED[name]
    elif name in table.PAINTED:
        allowed = table.COLOURS | table.PAINTED[name]
    elif allowed is None:
        allowed = table.PHRASES.get(name)
    if allowed is None:
        return
    for word in _WORD.findall(_without_calls(value)):
        known = word.lower()
        if known not in allowed and known not in table.WIDE:
            near = table.FRENCH.get(known)
            near = near if near in allowed else nearest(known, allowed, 0.7)
            otherwise = "Mettez-le entre guillemets." if name == "content" else ""
            yield word, f"Vouliez-vous dire « {near} » ?" if near else otherwise
