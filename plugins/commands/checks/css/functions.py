"""Functions of CSS that browsers pass over: colours, sums, transformations, effects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import lightningcss

from commands.checks.css.value_table import COLOURS, FRENCH
from core.diagnostics import nearest

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_COLOUR = re.compile(r"(?i)\b(rgb|hsl)(a?)\(([^()]*)\)")
_OLD = {"rgb": "200, 30, 30", "hsl": "0, 75%, 45%"}
_NEW = {"rgb": "200 30 30", "hsl": "0 75% 45%"}
_MOST_PARTS = 4  # of a colour
_TURNED = re.compile(rf"(?i)\b((?:rotate|skew)[xyz]?)\(\s*({_NUMBER})\s*\)")
_LENGTHS = re.compile(rf"(?i)\b(blur|translate[xyz]?)\((?:[^(),]*,)?\s*({_NUMBER})\s*[,)]")
_SUM = re.compile(r"(?i)\b(?:calc|min|max|clamp)\(")
# A sign of a sum that has not a space on each of its sides (CSS Values 4, section 10.1).
_TIGHT = re.compile(
    r"(?i)(?:(?<=[\d)%])|(?<=\d[a-z])|(?<=\d[a-z]{2})|(?<=\d[a-z]{3}))"
    r"(?<!\de)(?:[+-](?=[\d.(\s])|\s+[+-](?=[\d.(]))"
)
# Calls in calls, to the depth that people write.
_GRADIENT = re.compile(
    r"(?i)(?<![\w-])(?:repeating-)?(?:linear|radial|conic)-gradient"
    r"(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))"
)
# What lightningcss does not read in a gradient yet.
_NEWER = re.compile(r"(?i)\b(?:in|calc|min|max|clamp|from|contrast-color|device-cmyk)\b")
_OF_GRADIENTS = frozenset(
    """to at from top right bottom left center circle ellipse closest-side closest-corner
    farthest-side farthest-corner""".split()
)
_WORD = re.compile(r"(?<![\w.#%-])[^\W\d_][\w-]*(?![\w(-])")
_MOST_GRADIENTS = 20  # of one value
_CALLED = re.compile(r"(?i)(?<![\w-])([a-z][a-z0-9-]*)\(")
_SLIP = 0.75
# Those of CSS, of its drafts too (CSS Values 4 and 5, Color 5, Images 4, Transforms 2, Shapes 2…).
_FUNCTIONS = frozenset(
    """abs acos alpha anchor anchor-size annotation asin atan atan2 attr blur brightness calc
    calc-size character-variant circle clamp color color-mix conic-gradient content contrast
    contrast-color cos counter counters cross-fade cubic-bezier device-cmyk drop-shadow element
    ellipse env exp expression first-valid fit-content format grayscale hsl hsla hue-rotate hwb
    hypot if image image-set inherit inset invert lab lch leader light-dark linear linear-gradient
    local log matrix matrix3d max min minmax mod oklab oklch opacity ornaments paint path
    perspective polygon pow progress radial-gradient random random-item ray rect rem repeat
    repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient reversed rgb rgba
    rotate rotate3d rotatex rotatey rotatez round running saturate scale scale3d scalex scaley
    scalez scroll sepia shape sibling-count sibling-index sign sin skew skewx skewy snapinterval
    sqrt src steps string stylistic styleset superellipse swash symbols tan target-counter
    target-counters target-text tech toggle translate translate3d translatex translatey translatez
    type url var view xywh historical-forms""".split()
)


def wrong_calls(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Give what is wrong in the functions of a value, and what to do.

    >>> next(wrong_calls("width", "calc(100% -20px)"))
    ('calc(100% -20px)', 'Laissez une espace avant et après « - ».')
    >>> list(wrong_calls("color", "rgb(0 0 0 / 50%)"))
    []
    """
    for called in _CALLED.findall(value):
        near = called.lower() not in _FUNCTIONS and nearest(called.lower(), _FUNCTIONS, _SLIP)
        if near:
            yield f"{called}(…)", f"Vouliez-vous dire « {near} » ?"
    for found in _COLOUR.finditer(value):
        parts = found[3].split(",")
        is_old = len(parts) > 1
        if is_old and (not 3 <= len(parts) <= _MOST_PARTS or not all(map(str.strip, parts))):
            yield (
                found[0],
                f"Écrivez trois valeurs, ou quatre : {found[1]}({_OLD[found[1].lower()]}).",
            )
        elif not is_old and not found[3].lower().lstrip().startswith("from"):
            count = len(found[3].partition("/")[0].split())
            if count not in (3, _MOST_PARTS):  # old browsers had the fourth without its sign
                yield found[0], f"Écrivez trois valeurs : {found[1]}({_NEW[found[1].lower()]})."
    for found in _TURNED.finditer(value) if name in ("transform", "rotate") else ():
        if float(found[2]):
            yield found[0], f"Ajoutez l'unité : {found[1]}({found[2]}deg)."
    for found in (
        _LENGTHS.finditer(value) if name in ("transform", "filter", "backdrop-filter") else ()
    ):
        if float(found[2]):
            yield found[0], f"Ajoutez l'unité : {found[2]}px."
    for gradient in islice(_GRADIENT.finditer(value), _MOST_GRADIENTS):
        if hint := _wrong_gradient(gradient[0]):
            yield gradient[0], hint
    for begun in _SUM.finditer(value):
        if tight := _TIGHT.search(value, begun.end()):
            yield value, f"Laissez une espace avant et après « {tight[0].strip()} »."
            return


@lru_cache(maxsize=512)
def _wrong_gradient(gradient: str) -> str:
    """Return what mends a gradient (CSS Images 4, section 3), "" for one that is read.

    lightningcss is asked of it as the value of a property that is said to take images.
    """
    if _NEWER.search(gradient):
        return ""
    rule = f'@property --x {{syntax: "<image>"; inherits: false; initial-value: {gradient}}}'
    try:
        lightningcss.process_stylesheet(rule, minify=False)
    except (ValueError, RuntimeError):
        words = (word[0].lower() for word in _WORD.finditer(gradient))
        unknown = next((word for word in words if word not in COLOURS | _OF_GRADIENTS), "")
        near = FRENCH.get(unknown) or nearest(unknown, COLOURS | _OF_GRADIENTS, 0.7)
        example = f"{gradient.partition('(')[0]}(red, blue)"
        return f"Vouliez-vous dire « {near} » ?" if near else f"Écrivez par exemple {example}."
    return ""
