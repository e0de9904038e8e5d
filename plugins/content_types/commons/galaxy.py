"""The picture of a universe: a sun at the left, meridians about it, an actor on one of them. Pure.

An actor's meridian, and the height to which it tends, come from its key alone; bodies then part
from one another just enough for their names. The same actors always give the same picture, and one
more moves another by its own height at most. Nobody stands at the centre; the last place, to the
south, is open.

Lengths are in the units of the drawing, `WIDTH` to its width: a phone's pixels.
"""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

WIDTH = 328
MINIMUM_HEIGHT = 240
SUN = 70  # the radius of the sun, whose centre is at the left edge
MERIDIANS = (88, 105, 122)  # half their widths: each is an ellipse about the sun
BODY = 8  # the radius of a body
FONT_SIZE = 15
LINE_HEIGHT = 17
_GAP = 13  # between two names
_TO_NAME = 16  # from the middle of a body to its name
_POLE = 4  # the meridians meet so far from the edge
_LOOSE = 1.12  # how much higher than its names the drawing is, so that bodies go where they tend


@dataclass(frozen=True)
class Star:
    """What is to be placed."""

    key: str  # what its place follows
    name: str  # what stands beside it
    shown: Any = field(default=None, compare=False)  # what else templates show of it


@dataclass(frozen=True)
class Place:
    """Where a star is: the middle of its body, and its name's lines with their baselines."""

    star: Star
    x: int
    y: int
    lines: tuple[tuple[str, int], ...]

    @property
    def text_x(self) -> int:
        """Return where its name begins."""
        return self.x + _TO_NAME

    @property
    def box(self) -> tuple[int, int]:
        """Return the top and the bottom of the body and its name."""
        half = _height(len(self.lines)) // 2 - _GAP // 2
        return self.y - half, self.y + half


@dataclass(frozen=True)
class Layout:
    """A drawing: its height, and its places from north to south, the open one last if any."""

    height: int
    places: tuple[Place, ...]

    @property
    def meridians(self) -> list[tuple[int, int, int]]:
        """Return each meridian: its middle's height, half its width, half its height."""
        middle = self.height // 2
        return [(middle, half_width, middle - _POLE) for half_width in MERIDIANS]


def draw_system(stars: Sequence[Star], open_place: Star | None = None) -> Layout:
    """Return the drawing of a universe.

    Args:
        stars: its actors, in any order; two may have one key.
        open_place: the one that awaits somebody, at the south.
    """
    ordered = sorted(stars, key=lambda star: (_tendency(star)[0], star.key, star.name))
    if open_place:
        ordered.append(open_place)
    lines = [_lines(star) for star in ordered]
    heights = [_height(len(cut)) for cut in lines]
    total = max(MINIMUM_HEIGHT, math.ceil(sum(heights) * _LOOSE / 2) * 2)
    wanted = [_tendency(star)[0] * total for star in ordered]
    if open_place:
        wanted[-1] = float(total)
    middles = spread(wanted, heights, total)
    places = [_place(*found, total) for found in zip(ordered, middles, lines, strict=True)]
    return Layout(total, tuple(places))


def _tendency(star: Star) -> tuple[float, int]:
    """Return how far south a star tends, from 0 to 1, and the number of its meridian."""
    digest = hashlib.sha256(star.key.encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32, digest[4] % len(MERIDIANS)


def _lines(star: Star) -> list[str]:
    """Return the lines of a name, on the room that is left by its meridian where it is widest."""
    room = WIDTH - MERIDIANS[_tendency(star)[1]] - _TO_NAME
    return cut_in_lines(star.name, room / FONT_SIZE)


def _height(lines: int) -> int:
    return LINE_HEIGHT * lines + _GAP


def spread(wanted: Sequence[float], heights: Sequence[int], total: float) -> list[float]:
    """Return the middles nearest to those wanted that keep the order and do not overlap.

    Least squares, by pooling adjacent violators (Barlow and others, 1972): once what stands above
    is taken away from each, the middles have only to grow.
    """
    above = [sum(heights[:n]) + heights[n] / 2 for n in range(len(heights))]
    blocks: list[tuple[float, int]] = []
    for middle, offset in zip(wanted, above, strict=True):
        mean, count = middle - offset, 1
        while blocks and blocks[-1][0] > mean:
            earlier, many = blocks.pop()
            mean, count = (earlier * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    slack = total - sum(heights)
    grown = [min(max(mean, 0.0), slack) for mean, count in blocks for _ in range(count)]
    return [start + offset for start, offset in zip(grown, above, strict=True)]


def _place(star: Star, middle: float, lines: Sequence[str], total: int) -> Place:
    y = round(middle)
    away = (y - total / 2) / (total / 2 - _POLE)
    x = round(MERIDIANS[_tendency(star)[1]] * math.sqrt(max(0.0, 1 - away * away)))
    first = y - LINE_HEIGHT * (len(lines) - 1) / 2 + FONT_SIZE * 0.35
    baselines = [round(first + LINE_HEIGHT * n) for n in range(len(lines))]
    return Place(star, max(x, BODY + 2), y, tuple(zip(lines, baselines, strict=True)))


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
