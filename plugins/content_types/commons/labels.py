"""A name cut in lines that fit a width, computed without a font: a little wide for most. Pure."""

from __future__ import annotations

import re
import unicodedata

_NARROW = frozenset("iljftrI.,;:'’!|()[]- ·")
_BROAD = frozenset("mwMW@%—…&")
# A line may end after a space, a hyphen, a point or a slash.
_PIECES = re.compile(r"[^\s/.·-]*[\s/.·-]+|[^\s/.·-]+")


def text_width(text: str) -> float:
    """Return about how wide a text is, in times its font's size."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.39
    if character in _BROAD or ord(character) > 0x2FFF:
        return 1.0
    return 0.74 if character.isupper() or character.isdigit() else 0.62


def cut_in_lines(name: str, width: float) -> list[str]:
    """Return the lines of a name: joined, they are the name; none is wider than `width`.

    Args:
        name: plain text, on one line.
        width: in times the font's size. A word that is wider is cut.
    """
    lines = [""]
    for piece in _PIECES.findall(name) or [name]:
        if text_width((lines[-1] + piece).rstrip()) <= width:
            lines[-1] += piece
            continue
        lines.append("")
        for character in piece:
            if lines[-1] and text_width((lines[-1] + character).rstrip()) > width:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line]
