"""Functions of CSS that browsers pass over: colours, sums, transformations, effects."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def wrong_calls(name: str, value: str) -> Iterator[tuple[str, str]]:
    """Give what is wrong in the functions of a value, and what to do.

    >>> next(wrong_calls("width", "calc(100% -20px)"))
    ('calc(100% -20px)', 'Laissez une espace avant et après « - ».')
    >>> list(wrong_calls("color", "rgb(0 0 0 / 50%)"))
    []
    """
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
    for begun in _SUM.finditer(value):
        if tight := _TIGHT.search(value, begun.end()):
            yield value, f"Laissez une espace avant et après « {tight[0].strip()} »."
            return
