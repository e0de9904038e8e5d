"""The whole set of a site's colours, light and dark, made of the one that its members chose.

Each role of the theme (`theme/styles/common/tokens.css`) keeps about the lightness that the
identity gives it, takes the hue of the chosen colour, and moves no further than words need:
whatever the colour, what is read has a contrast of `LEAST` at least.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.colours.scale import colour_of, contrast, darkened, lightened, lightness_chroma_hue

LEAST = 7.0  # WCAG 2.2, 1.4.6, « Contrast (Enhanced) »
_WHITE = "#ffffff"
# Roles: their lightness, and the most chroma that they take, in OKLCH.
_NIGHT, _DEEP_NIGHT, _NIGHT_TINT, _NIGHT_SYMBOL = (
    (0.257, 0.07),
    (0.202, 0.055),
    (0.31, 0.085),
    (0.35, 0.1),
)
_PAPER, _TINT, _SEA, _NIGHT_SEA = (0.978, 0.016), (0.937, 0.05), (0.391, 0.09), (0.319, 0.07)
_INK = (0.15, 0.03)  # darker than the night: it is read on more colours
_LINK, _ACCENT, _NIGHT_LINK, _NIGHT_ACCENT = (0.4, 0.14), (0.46, 0.2), (0.85, 0.085), (0.79, 0.13)
_DARK, _YELLOW, _GREYER = 0.38, 0.28, 0.6  # a night that is yellow is mud: it is greyer
_DARKER_IS_BETTER = 1.5
_SYMBOL_STEP = 0.05  # of lightness, between a ground and the symbol drawn on it


@dataclass(frozen=True)
class Palette:
    """The colours of a site, each `#rrggbb`."""

    asked: str  # what its members wrote
    area: str  # large surfaces and buttons: the same, or the nearest on which words can be read
    other: str  # where it is not the same, the nearest on the other side; else ""
    light: Mapping[str, str]  # the roles by their names in the theme; the dark scheme has them too
    dark: Mapping[str, str]  # those that the dark scheme has otherwise


@lru_cache(maxsize=16)
def palette_of(asked: str) -> Palette:
    """Return the colours that one makes, written `#rrggbb`."""
    return _Maker(asked).palette()


class _Maker:
    def __init__(self, asked: str):
        self._asked = asked
        _, self._chroma, self._hue = lightness_chroma_hue(asked)

    def palette(self) -> Palette:
        paper, tint, night = self._role(_PAPER), self._role(_TINT), self._role(_NIGHT)
        deep_night, night_tint = self._role(_DEEP_NIGHT), self._role(_NIGHT_TINT)
        area, other, words = self._area(night)
        sun = lightened(area, [night_tint], LEAST)
        papers, nights = [paper, tint, _WHITE], [night, night_tint]
        light = {
            "night": night,
            "paper": paper,
            "tint": tint,
            "sun": sun,
            "link": darkened(self._role(_LINK), papers, LEAST),
            "accent": darkened(self._role(_ACCENT), papers, LEAST),
            "night-link": lightened(self._role(_NIGHT_LINK), nights, LEAST),
            "footer-symbol": darkened(self._role(_NIGHT_SYMBOL), [paper], LEAST),
            "sea-ground": darkened(self._role(_SEA), [sun, paper], LEAST),
            "header-ground": area,
            "header-text": words,
            "button-ground": area,
            "button-text": words,
            "poster-symbol": _symbol_on(area, words),
        }
        dark = {
            "tint": night_tint,
            "link": light["night-link"],
            "accent": lightened(self._role(_NIGHT_ACCENT), nights, LEAST),
            "footer-ground": deep_night,
            "night-ground": deep_night,
            "sea-ground": darkened(self._role(_NIGHT_SEA), [sun, paper], LEAST),
            "button-ground": sun,
            "button-text": night,
            "poster-symbol": _symbol_on(night_tint, paper),
        }
        return Palette(self._asked, area, other, light, dark)

    def _role(self, place: tuple[float, float]) -> str:
        light, most = place
        if light < _DARK:
            most *= 1 - _GREYER * max(0.0, math.cos((self._hue - _YELLOW) * math.tau))
        return colour_of(light, min(self._chroma, most), self._hue)

    def _area(self, night: str) -> tuple[str, str, str]:
        """Return the colour of surfaces, the one that it could have been, the words' on it.

        One that is neither light nor dark is moved, to the nearest side; of two that are about as
        near, the darker keeps more of its name: a red that is lightened is a pink.
        """
        ink = self._role(_INK)
        for words in (*sorted((_WHITE, night), key=self._contrast, reverse=True), ink):
            if self._contrast(words) >= LEAST:
                return self._asked, "", words
        darker = darkened(self._asked, [_WHITE], LEAST)
        lighter = lightened(self._asked, [ink], LEAST)
        if self._distance(lighter) * _DARKER_IS_BETTER < self._distance(darker):
            return lighter, darker, ink
        return darker, lighter, _WHITE

    def _contrast(self, words: str) -> float:
        return contrast(self._asked, words)

    def _distance(self, colour: str) -> float:
        light, chroma, _ = lightness_chroma_hue(colour)
        own_light, own_chroma, _ = lightness_chroma_hue(self._asked)
        return abs(light - own_light) + abs(chroma - own_chroma)


def _symbol_on(ground: str, words: str) -> str:
    """Return the colour of the symbol behind words: further from them than its ground is.

    Where there is no room on that side, it comes a step nearer, as far as words stay read.
    """
    light, chroma, hue = lightness_chroma_hue(ground)
    away = _SYMBOL_STEP if contrast(words, "#000000") < contrast(words, _WHITE) else -_SYMBOL_STEP
    if 0.06 < light + away < 0.99:
        return colour_of(light + away, chroma * 0.75, hue)
    nearer = colour_of(light - away, chroma, hue)
    return nearer if contrast(nearer, words) >= LEAST else ground
