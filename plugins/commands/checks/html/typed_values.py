"""Values whose form another attribute or a grammar of their own decides: fields, images' choices.

Source: HTML Standard, sections 4.10.5.1 (types of fields), 4.10.18.7 (what browsers fill in), 2.3
(numbers, dates), 4.8.4.2.1 (sources of images), 4.8.13 (areas), 7.1.5 (sandboxes); SVG 2, 8.6.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping

from commands.checks.css.rules import css_diagnostics
from commands.checks.css.value_table import COLOURS
from commands.checks.html.kinds import WINDOWS
from core.diagnostics import nearest, typo
from core.diagnostics.catalog.css import UNREAD_RULE
from jekyll.addresses.html_addresses import srcset_candidates
from jekyll.front_matter.numbers import read_number

_Wrong = tuple[str, str, str]
_Attributes = Mapping[str, str | None]
_MEDIA = 'Écrivez par exemple media="(min-width: 40em)".'
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
_BOUNDS = (("min", "max"), ("minlength", "maxlength"))
_STEP = re.compile(rf"(?i)any|(?!-|[0.]*(?:e.*)?\Z){_NUMBER}")
# HTML Standard, section 4.6.7, with those that others add (microformats.org, « rel values »).
_RELATIONS = frozenset(
    """alternate author bookmark canonical compression-dictionary dns-prefetch expect external help
    icon license manifest me modulepreload next nofollow noopener noreferrer opener pingback
    preconnect prefetch preload prev privacy-policy search stylesheet tag terms-of-service shortcut
    apple-touch-icon mask-icon ugc sponsored amphtml home start index contents section chapter
    glossary appendix copyright first last up payment webmention self hub edit shortlink noindex
    lightbox gallery group contact friend met acquaintance colleague""".split()
)
_SANDBOX = frozenset(
    f"allow-{word}"
    for word in """downloads forms modals orientation-lock pointer-lock popups
    popups-to-escape-sandbox presentation same-origin scripts storage-access-by-user-activation
    top-navigation top-navigation-by-user-activation top-navigation-to-custom-protocols""".split()
)
_FILLED_IN = frozenset(
    """on off shipping billing home work mobile fax pager webauthn name honorific-prefix given-name
    additional-name family-name honorific-suffix nickname username new-password current-password
    one-time-code organization-title organization street-address address-line1 address-line2
    address-line3 address-level4 address-level3 address-level2 address-level1 country country-name
    postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp
    cc-exp-month cc-exp-year cc-csc cc-type transaction-currency transaction-amount language bday
    bday-day bday-month bday-year sex url photo tel tel-country-code tel-national tel-area-code
    tel-local tel-local-prefix tel-local-suffix tel-extension email impp""".split()
)
# By element and attribute, the words that its value is made of.
_TOKENS = {
    "iframe.sandbox": _SANDBOX,
    **{f"{name}.autocomplete": _FILLED_IN for name in ("input", "select", "textarea")},
}
# How many numbers say where an area is.
_SHAPES = {
    **dict.fromkeys(("", "rect", "rectangle"), (4, 4, "0,0,100,50")),
    **dict.fromkeys(("circle", "circ"), (3, 3, "50,50,20")),
    **dict.fromkeys(("poly", "polygon"), (6, 10_000, "0,0,50,50,0,50")),
}
_DESCRIPTOR = re.compile(r"(?:\d+w|\d*\.?\d+x|\d+h)?(?:\s+\d+[wh])?")
_PARTS = re.compile(r"(?:[^,(]|\([^)]*\))+")
_LENGTH = re.compile(r"(?i)auto|[-+]?(?:\d*\.)?\d+[a-z]+|0|(?:calc|min|max|clamp|env|var)\(.*\)")
_NEXT = rf"(?:\s*,\s*|\s+)\+?{_NUMBER}"
_MIME = r"[\w!#$&^.+-]+/[\w!#$&^.+*-]+"
_ACCEPTED = rf"(?:\.[^\s,]+|{_MIME})"
# By element and attribute, the form of its value and an example.
_GRAMMARS = {
    "svg.viewbox": (rf"\+?{_NUMBER}{_NEXT}(?:(?!\s*,?\s*-){_NEXT}){{2}}", "0 0 40 30"),
    "path.d": (r"(?is)(?:none|m[\smzlhvcsqta\d.,e+-]*)", "M 0 0 L 40 30"),
    **dict.fromkeys(("polygon.points", "polyline.points"), (r"[\s\d.,eE+-]*", "0,0 40,0 20,30")),
    "input.accept": (rf"{_ACCEPTED}(?:\s*,\s*{_ACCEPTED})*,?", ".pdf, image/*"),
    "link.sizes": (r"(?i)any|\d+x\d+(?:\s+\d+x\d+)*", "32x32"),
    **dict.fromkeys(
        ("source.type", "embed.type", "a.type", "object.type"),
        (rf"{_MIME}\s*(?:;.*)?", 'image/webp" ou type="video/mp4'),
    ),
}
# HTML Standard, section 4.10.5.3.6: patterns are read as JavaScript's `v` flag has them, for which
# a hyphen that stands for itself is `\-`. Where Python refuses one of these signs (it repeats
# nothing, is not closed, closes nothing), JavaScript does too.
_BARE_HYPHEN = re.compile(r"(?<!\\)\[\^?-|(?<!\\)-\]")
_REFUSED_SIGNS = frozenset("*+?{[()")
_LONGEST_PATTERN = 500


def wrong_forms(name: str, attributes: _Attributes) -> Iterator[_Wrong]:
    """Give each value that has not the form that its place asks: the attribute, it, the hint."""
    for key, written in attributes.items():
        place, value = f"{name}.{key}", (written or "").strip()
        for word in value.lower().split() if place in _TOKENS else ():
            if word not in _TOKENS[place] and not word.startswith("section-"):
                near = nearest(word, _TOKENS[place], 0.7)
                otherwise = "Séparez-les par des espaces." if "," in word else "Retirez-le."
                is_one = near and "," not in word
                yield key, word, f"Vouliez-vous dire « {near} » ?" if is_one else otherwise
        form, example = _GRAMMARS.get(place, ("", ""))
        if value and form and not re.fullmatch(form, value):
            shown = "viewBox" if key == "viewbox" else key  # readers of HTML lose its capital
            yield shown, value, f'Écrivez par exemple {shown}="{example}".'
    if name == "input":
        yield from _wrong_fields(attributes)
    elif name in ("img", "source"):
        yield from _wrong_choices(attributes)
    elif name == "area":
        yield from _wrong_area(attributes)
    elif name in ("progress", "meter"):
        yield from _out_of_bounds(attributes)
    if name in ("source", "link", "style") and (media := attributes.get("media")):
        for found in css_diagnostics(f"@media {media} {{a{{color:red}}}}")[:1]:
            is_sure = found.diagnostic.code != UNREAD_RULE.code
            yield "media", media, found.diagnostic.hint if is_sure else _MEDIA


def misspelt_words(attributes: _Attributes) -> Iterator[_Wrong]:
    """Give the words that are nearly known ones, and allowed: windows, what links are."""
    for key in ("target", "formtarget"):
        window = f"_{attributes.get(key) or ''}".lower()
        if window in WINDOWS:
            yield key, attributes[key] or "", f'Écrivez {key}="{window}".'
    for word in (attributes.get("rel") or "").lower().split():
        near = None if word in _RELATIONS else typo(word, _RELATIONS)
        if near:
            yield "rel", word, f"Vouliez-vous dire « {near} » ?"


def _wrong_fields(attributes: _Attributes) -> Iterator[_Wrong]:
    kind = (attributes.get("type") or "").lower()
    form, example = _FORMS.get(kind, (None, ""))
    for key in ("value", "min", "max") if form else ():
        value = (attributes.get(key) or "").strip()
        is_colour = kind == "color" and value.lower() in COLOURS
        if form and value and not form.fullmatch(value) and not is_colour:
            yield key, value, f'Écrivez par exemple {key}="{example}".'
    for least, most in _BOUNDS:
        low, high = ((attributes.get(key) or "").strip() for key in (least, most))
        if low and high and kind != "time" and _is_more(low, high):  # some go over midnight
            yield least, low, f"« {most} », {high}, est plus petit : échangez-les."
    step = (attributes.get("step") or "any").strip()
    if not _STEP.fullmatch(step):
        yield "step", step, 'Écrivez un nombre positif, ou step="any".'
    if pattern := attributes.get("pattern"):
        if found := _BARE_HYPHEN.search(pattern):
            yield "pattern", pattern, f"Écrivez « {found[0].replace('-', chr(92) + '-')} »."
        elif _is_no_pattern(pattern):
            yield "pattern", pattern, "Vérifiez ses parenthèses, ses crochets et ses répétitions."


def _is_more(one: str, other: str) -> bool:
    """Return whether a number is more than another, a day after another."""
    numbers = read_number(one), read_number(other)
    if numbers[0] is not None and numbers[1] is not None:
        return numbers[0] > numbers[1]
    return bool(re.match(r"\d{4}-", one) and re.match(r"\d{4}-", other)) and one > other


def _is_no_pattern(pattern: str) -> bool:
    """Return whether a pattern surely is no regular expression of JavaScript's."""
    if len(pattern) > _LONGEST_PATTERN or "[]" in pattern or "[^]" in pattern:
        return False
    with warnings.catch_warnings(action="ignore"):
        try:
            re.compile(pattern)
        except re.error as error:
            at = len(pattern) if error.pos is None else error.pos
            is_kind = pattern[at - 1 : at + 1] == "(?"  # of a group, which Python may not know
            return pattern[at : at + 1] in _REFUSED_SIGNS and not is_kind
        except (OverflowError, RecursionError):
            pass
    return False


def _wrong_area(attributes: _Attributes) -> Iterator[_Wrong]:
    least, most, example = _SHAPES.get((attributes.get("shape") or "").lower(), (0, 0, ""))
    coords = attributes.get("coords") or ""
    numbers = [read_number(part.strip()) for part in coords.split(",")]
    is_odd = most > least and len(numbers) % 2
    if example and (None in numbers or not least <= len(numbers) <= most or is_odd):
        yield "coords", coords, f'Écrivez des nombres : coords="{example}".'


def _out_of_bounds(attributes: _Attributes) -> Iterator[_Wrong]:
    """Give the value of a gauge that is not between its bounds (sections 4.10.13 and 4.10.14)."""
    least, most = attributes.get("min") or "0", attributes.get("max") or "1"
    highest = read_number(most)
    if "min" not in attributes and highest is not None and highest <= 0:
        yield "max", most, 'Écrivez un nombre plus grand que zéro : max="10".'
        return
    read = map(read_number, (least, attributes.get("value") or least, most))
    numbers = [number for number in read if number is not None]
    if len(numbers) == 3 and sorted(numbers) != numbers:
        value = attributes.get("value") or ""
        yield "value", value, f"Écrivez un nombre de {least} à {most}, ou changez « max »."


def _wrong_choices(attributes: _Attributes) -> Iterator[_Wrong]:
    """Give what is wrong with the images among which a browser chooses."""
    for _, size in srcset_candidates(attributes.get("srcset") or ""):
        if not _DESCRIPTOR.fullmatch(size):
            yield "srcset", size, "Écrivez après l'adresse une densité, 2x, ou une largeur, 800w."
    for part in _PARTS.findall(attributes.get("sizes") or ""):
        width = re.split(r"\s(?![^(]*\))", part.strip())[-1]
        if width and not _LENGTH.fullmatch(width):
            yield "sizes", width, "Écrivez une largeur avec son unité, par exemple 100vw ou 20em."
