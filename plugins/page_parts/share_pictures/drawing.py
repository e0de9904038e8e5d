"""The picture that goes with a shared link: words set large on the theme's ground.

Its size is the one that Open Graph's readers show whole, 1200 by 630 pixels (ratio 1.91). The same
words give the same bytes with the same version of Pillow.

It is drawn in greys, each sign of the face once a size, then given sixteen colours: two to a byte.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from page_parts.share_pictures.png import png

MARGIN = 64
WIDTH = 1200 - 2 * MARGIN
# How many colours there are from the ground's to the symbol's, and to the ground's from the words'
# and from the date's: with the symbol's, sixteen.
_LIGHTS, _WORDS, _DATES = 3, 7, 5
_NAME_AT, _NAME_SIZE, _NAME_LEFT = 111, 38, 172
_BOTTOM, _TITLE_TOP = 566, 180
_DATE_SIZE, _DATE_SPACE, _DATE_TOP = 48, 84, 518
_TITLE_SIZES = range(140, 44, -4)
_LEADING = 1.0
_EM = 1000  # pixels: the size at which signs are measured
_APART = 40  # of 255 levels of red, green or blue
_NO_SIGN = "\ufffe"  # a code that is no character (Unicode, 23.7): the face draws its empty box


@dataclass(frozen=True)
class Card:
    """What a picture says.

    Attributes:
        title: plain text.
        site_name: written at its head.
        date: in French words, or "".
    """

    title: str
    site_name: str
    date: str = ""


@dataclass(frozen=True)
class CardColours:
    """The colours of a card, each `#rrggbb`.

    Attributes:
        words: the title's and the name's.
        date: the date's.
        ground, symbol: the background's; "" for those that it has.
    """

    words: str = "#191d4a"
    date: str = "#8e2a0a"
    ground: str = ""
    symbol: str = ""


IDENTITY = CardColours()
Colour = tuple[int, ...]  # red, green, blue


class Artist:
    """Draws cards.

    Args:
        background: a picture of 1200 by 630 pixels, of two colours (its ground, its symbol) and
            what is between them, or between them and the words'.
        font: the file of the one face that is used.
        inks: the colours.

    Attributes:
        is_flattened: the background has other colours, for which the nearest are put.
    """

    def __init__(self, background: Path, font: Path, inks: CardColours = IDENTITY):
        self._background, own, self._ink, numbers, self.is_flattened = _ground(
            background.read_bytes()
        )
        self._of_words, self._of_date = numbers
        chosen = [ImageColor.getrgb(colour) for colour in (inks.ground, inks.symbol) if colour]
        words, date = map(ImageColor.getrgb, (inks.words, inks.date))
        self._palette = _palette(words, date, *(chosen or own))
        self._face = functools.cache(functools.partial(ImageFont.truetype, str(font)))
        self._letter = functools.cache(self._writable_letter)
        self._step = functools.cache(self._measured_step)
        self._glyph = functools.cache(self._drawn_glyph)

    def draw(self, card: Card) -> bytes:
        """Return a card as a PNG file."""
        greys, bottom = self._background.copy(), _BOTTOM
        name = self._fitted(self._writable(card.site_name), _NAME_SIZE, WIDTH - _NAME_LEFT)
        self._write(greys, (_NAME_LEFT, _NAME_AT), name, _NAME_SIZE)
        if card.date:
            date = self._fitted(self._writable(card.date), _DATE_SIZE, WIDTH)
            self._write(greys, (MARGIN, bottom), date, _DATE_SIZE)
            bottom -= _DATE_SPACE
        self._write_title(greys, self._writable(card.title), bottom)
        picture = greys.point(self._of_words)
        if card.date:
            below = (0, _DATE_TOP, *greys.size)
            picture.paste(greys.crop(below).point(self._of_date), below)
        return png(picture, self._palette)

    def _write_title(self, greys: Image.Image, title: str, bottom: int) -> None:
        """Write a title as large as it can be above `bottom`; a very long one is cut."""
        for size in _TITLE_SIZES:
            lines = self._lines(title, size)
            if len(lines) * size * _LEADING <= bottom - _TITLE_TOP:
                break
        else:
            room = int((bottom - _TITLE_TOP) / (size * _LEADING))
            lines = [*lines[: room - 1], self._fitted(f"{lines[room - 1]} …", size, WIDTH)]
        for number, line in enumerate(reversed(lines)):
            self._write(greys, (MARGIN, round(bottom - number * size * _LEADING)), line, size)

    def _write(self, greys: Image.Image, place: tuple[int, int], text: str, size: int) -> None:
        """Write a line from a place: its left, and where signs stand."""
        pen, (left, line) = ImageDraw.Draw(greys), place
        at = float(left)
        for sign, step in zip(text, self._steps(text), strict=True):
            glyph, (across, down) = self._glyph(sign, size)
            pen.bitmap((round(at) + across, line + down), glyph, self._ink)
            at += step * size

    def _lines(self, text: str, size: int) -> list[str]:
        """Return a text cut in lines; a word wider than the picture is shortened."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._width(longer, size) <= WIDTH:
                lines[-1] = longer
            elif size > _TITLE_SIZES[-1] and self._width(word, size) > WIDTH:
                return [text] * 99  # too large: a smaller size may hold the word
            else:
                lines.append(self._fitted(word, size, WIDTH))
        return lines

    def _fitted(self, text: str, size: int, width: int) -> str:
        while len(text) > 1 and self._width(text, size) > width:
            text = text.rstrip("…")[:-1].rstrip() + "…"
        return text

    def _width(self, text: str, size: int) -> float:
        return sum(self._steps(text)) * size

    def _steps(self, text: str) -> Iterator[float]:
        """Yield how far each sign of a text takes to the next, for a size of 1."""
        return map(self._step, text, f"{text[1:]} ")

    def _measured_step(self, sign: str, after: str) -> float:
        face = self._face(_EM)
        return float(face.getlength(sign + after) - face.getlength(after)) / _EM

    def _drawn_glyph(self, sign: str, size: int) -> tuple[Image.Image, tuple[int, int]]:
        """Return a sign, and where it begins from the place where it is written."""
        face = self._face(size)
        left, top, right, bottom = map(int, face.getbbox(sign, anchor="ls"))
        glyph = Image.new("L", (max(1, right - left), max(1, bottom - top)))
        ImageDraw.Draw(glyph).text((-left, -top), sign, 255, face, anchor="ls")
        return glyph, (left, top)

    def _writable(self, text: str) -> str:
        """Return a text in the face's own signs: it would draw empty boxes for the others."""
        return " ".join("".join(map(self._letter, text)).split())

    def _writable_letter(self, sign: str) -> str:
        """Return a sign as the face can write it: itself, without its accent, or not at all."""
        base = unicodedata.normalize("NFKD", sign)[0]
        known = (c for c in (sign, base) if c.isspace() or self._has(c))
        return next(known, "")

    def _has(self, sign: str) -> bool:
        face = self._face(_NAME_SIZE)
        return bytes(face.getmask(sign)) != bytes(face.getmask(_NO_SIGN))


def _ramp(start: float, end: float, count: int) -> list[float]:
    """Return numbers at equal distances, without the last."""
    return [start + (end - start) * number / count for number in range(count)]


def _between(one: Colour, other: Colour, count: int) -> list[float]:
    """Return as many colours, red, green and blue one after the other, without the last."""
    levels = (_ramp(*ends, count) for ends in zip(one, other, strict=True))
    return list(chain.from_iterable(zip(*levels, strict=True)))


def _palette(words: Colour, date: Colour, ground: Colour, symbol: Colour) -> list[int]:
    """Return the colours of a card: the background's, those of its words, those of its date."""
    lights = [*_between(ground, symbol, _LIGHTS), *symbol]
    darks = _between(words, ground, _WORDS) + _between(date, ground, _DATES)
    return [round(level) for level in lights + darks]


@functools.lru_cache(maxsize=2)  # a process that builds again and again reads it once
def _ground(file: bytes) -> tuple[Image.Image, list[Colour], int, list[list[int]], bool]:
    """Return a background in greys, its colours, the words' grey, `_numbers`, `is_flattened`."""
    with Image.open(BytesIO(file)) as picture:
        coloured = picture.convert("RGB")
    greys, own = coloured.convert("L"), _main_colours(coloured)
    words = ImageColor.getrgb(IDENTITY.words)
    ink, *lights = map(_grey, (words, *own))
    numbers = list(_numbers(ink, *lights))
    drawn = greys.point(numbers[0])
    drawn.putpalette(_palette(words, own[0], *own))
    return greys, own, ink, numbers, _differ(coloured, drawn.convert("RGB"))


def _main_colours(picture: Image.Image) -> list[Colour]:
    """Return the two colours of which there is most, the first twice when it is alone."""
    counted: list[Any] = picture.getcolors(picture.width * picture.height) or []
    return [colour for _, colour in (sorted(counted, reverse=True) * 2)[:2]]


def _differ(one: Image.Image, other: Image.Image) -> bool:
    """Say whether a hundredth of the points of two pictures are of colours that eyes tell apart."""
    levels = ImageChops.difference(one, other).split()
    farthest = functools.reduce(ImageChops.lighter, levels).histogram()
    return sum(farthest[_APART:]) > one.width * one.height / 100


def _grey(colour: Colour) -> int:
    """Return the luma of a colour, as Pillow does (ITU-R BT.601)."""
    red, green, blue = colour[:3]
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def _numbers(ink: int, ground: int, symbol: int) -> Iterator[list[int]]:
    """Yield, of words and of a date, the number in the palette of each of 256 greys."""
    lights = dict(enumerate([*_ramp(ground, symbol, _LIGHTS), symbol]))
    for count, before in ((_WORDS, 0), (_DATES, _WORDS)):
        greys = lights | dict(enumerate(_ramp(ink, ground, count), len(lights) + before))
        yield [min(greys, key=lambda at: abs(greys[at] - grey)) for grey in range(256)]
