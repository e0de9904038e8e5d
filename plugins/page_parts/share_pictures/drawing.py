"""The picture that goes with a shared link: words set large on the theme's ground.

Its size is the one that Open Graph's readers show whole, 1200 by 630 pixels (ratio 1.91). The same
words give the same bytes with the same version of Pillow.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

MARGIN = 64
WIDTH = 1200 - 2 * MARGIN
# The greys of the background's colours: of its small symbol, of its ground, of its large symbol.
_GREYS = (33, 196, 215)
_NAME_AT, _NAME_SIZE, _NAME_LEFT = 98, 38, 172
_BOTTOM, _TITLE_TOP = 566, 180
_DATE_SIZE, _DATE_SPACE = 48, 84
_TITLE_SIZES = range(140, 44, -4)
_LEADING = 1.0
_COLOURS = 32
_RUNS = 3  # zlib's Z_RLE, made for plain colours: three times faster, for 3 % more bytes
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


class Artist:
    """Draws cards.

    Args:
        background: a picture of 1200 by 630 pixels.
        font: the file of the one face that is used.
        inks: the colours.
    """

    def __init__(self, background: Path, font: Path, inks: CardColours = IDENTITY):
        with Image.open(background) as picture:
            self._background = picture.convert("RGB")
        if inks.ground:
            self._background = _in_colours(self._background, inks)
        self._inks = inks
        self._font = font
        self._faces: dict[int, ImageFont.FreeTypeFont] = {}
        self._letters: dict[str, str] = {}

    def draw(self, card: Card) -> bytes:
        """Return a card as a PNG file."""
        picture = self._picture(card).quantize(palette=self._palette, dither=Image.Dither.NONE)
        file = BytesIO()
        picture.save(file, "PNG", compress_type=_RUNS)
        return file.getvalue()

    @functools.cached_property
    def _palette(self) -> Image.Image:
        """A picture with the colours of every card: they are those of one that has every ink."""
        model = self._picture(Card("Mot " * 9, "Mot", "Mot"))
        return model.quantize(_COLOURS, dither=Image.Dither.NONE)

    def _picture(self, card: Card) -> Image.Image:
        picture = self._background.copy()
        pen = ImageDraw.Draw(picture)
        name = self._fitted(self._writable(card.site_name), _NAME_SIZE, WIDTH - _NAME_LEFT)
        pen.text(
            (_NAME_LEFT, _NAME_AT), name, self._inks.words, self._face(_NAME_SIZE), anchor="lm"
        )
        bottom = _BOTTOM
        if card.date:
            date = self._fitted(self._writable(card.date), _DATE_SIZE, WIDTH)
            pen.text((MARGIN, bottom), date, self._inks.date, self._face(_DATE_SIZE), anchor="ls")
            bottom -= _DATE_SPACE
        self._write_title(pen, self._writable(card.title), bottom)
        return picture

    def _write_title(self, pen: ImageDraw.ImageDraw, title: str, bottom: float) -> None:
        """Write a title as large as it can be above `bottom`; a very long one is cut."""
        for size in _TITLE_SIZES:
            lines = self._lines(title, size)
            if len(lines) * size * _LEADING <= bottom - _TITLE_TOP:
                break
        else:
            room = int((bottom - _TITLE_TOP) / (size * _LEADING))
            lines = [*lines[: room - 1], self._fitted(f"{lines[room - 1]} …", size, WIDTH)]
        for number, line in enumerate(reversed(lines)):
            place = (MARGIN, bottom - number * size * _LEADING)
            pen.text(place, line, self._inks.words, self._face(size), anchor="ls")

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
        return self._face(size).getlength(text)

    def _face(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._faces:
            self._faces[size] = ImageFont.truetype(str(self._font), size)
        return self._faces[size]

    def _writable(self, text: str) -> str:
        """Return a text in the face's own signs: it would draw empty boxes for the others."""
        return " ".join("".join(map(self._letter, text)).split())

    def _letter(self, sign: str) -> str:
        """Return a sign as the face can write it: itself, without its accent, or not at all."""
        if sign not in self._letters:
            base = unicodedata.normalize("NFKD", sign)[0]
            known = (c for c in (sign, base) if c.isspace() or self._has(c))
            self._letters[sign] = next(known, "")
        return self._letters[sign]

    def _has(self, sign: str) -> bool:
        face = self._face(_NAME_SIZE)
        return bytes(face.getmask(sign)) != bytes(face.getmask(_NO_SIGN))


def _in_colours(background: Image.Image, inks: CardColours) -> Image.Image:
    """Return the background in other colours; what is between two of its own stays between."""
    black, middle, white = _GREYS
    return ImageOps.colorize(
        background.convert("L"),
        black=inks.words,
        mid=inks.ground,
        white=inks.symbol,
        blackpoint=black,
        midpoint=middle,
        whitepoint=white,
    )
