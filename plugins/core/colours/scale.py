"""Colours of screens (sRGB) as `#rrggbb`, their contrast, and their steps of lightness (OKLCH)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

_Three = tuple[float, float, float]
# Björn Ottosson, « A perceptual color space for image processing » (2020), as CSS Color 4 has it
# (section 9.3, sample code): from linear sRGB to cone responses, then to OKLab; and back.
_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_LUMINANCE = (0.2126, 0.7152, 0.0722)
_STEPS = 14  # halvings of an interval: below what one 255th more would change


def _times(matrix: tuple[_Three, ...], vector: _Three) -> _Three:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _linear(colour: str) -> _Three:
    """Return the three lights of a colour, from 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _lit(red), _lit(green), _lit(blue)


def _lit(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channel(light: float) -> int:
    inner = min(1.0, max(0.0, light))
    return round(
        255 * (12.92 * inner if inner <= 0.0031308 else 1.055 * inner ** (1 / 2.4) - 0.055)
    )


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 to 1 (WCAG 2.2, « relative luminance »)."""
    return sum(a * b for a, b in zip(_LUMINANCE, _linear(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """Return how two colours read on one another, from 1 to 21 (WCAG 2.2, « contrast ratio »)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=4096)
def lightness_chroma_hue(colour: str) -> _Three:
    """Return a colour in OKLCH: lightness from 0 to 1, chroma from 0 to about 0.32, hue in turns.

    A grey has no hue of its own: it gets that of nothing, 0, and no chroma.
    """
    red, green, blue = _times(_TO_CONES, _linear(colour))
    light, a, b = _times(_TO_LAB, (math.cbrt(red), math.cbrt(green), math.cbrt(blue)))
    chroma = math.hypot(a, b)
    return (light, chroma, math.atan2(b, a) / math.tau % 1) if chroma > 0.002 else (light, 0.0, 0.0)


@lru_cache(maxsize=4096)
def colour_of(light: float, chroma: float, hue: float) -> str:
    """Return a colour of OKLCH; one that screens cannot show loses chroma, and nothing else."""
    light = min(1.0, max(0.0, light))
    if not _is_shown(_lights(light, chroma, hue)):
        low, high = 0.0, chroma
        for _ in range(_STEPS):
            middle = (low + high) / 2
            is_shown = _is_shown(_lights(light, middle, hue))
            low, high = (middle, high) if is_shown else (low, middle)
        chroma = low
    return "#" + "".join(f"{_channel(one):02x}" for one in _lights(light, chroma, hue))


def _lights(light: float, chroma: float, hue: float) -> _Three:
    a, b = chroma * math.cos(hue * math.tau), chroma * math.sin(hue * math.tau)
    one, two, three = _times(_FROM_LAB, (light, a, b))
    return _times(_FROM_CONES, (one**3, two**3, three**3))


def _is_shown(lights: _Three) -> bool:
    return all(-0.0001 <= one <= 1.0001 for one in lights)


def darkened(colour: str, grounds: Iterable[str], least: float) -> str:
    """Return a colour as light as it may be, up to itself, to read on some light grounds.

    Args:
        colour: its hue is kept, and its chroma as far as screens can show it.
        grounds: what it is to be read on.
        least: the least contrast. Black is returned where even black has less.
    """
    return _moved(colour, tuple(grounds), least, 0.0)


def lightened(colour: str, grounds: Iterable[str], least: float) -> str:
    """Return a colour as dark as it may be, down to itself, to read on some dark grounds."""
    return _moved(colour, tuple(grounds), least, 1.0)


def _moved(colour: str, grounds: tuple[str, ...], least: float, end: float) -> str:
    def reads(candidate: str) -> bool:
        return all(contrast(candidate, ground) >= least for ground in grounds)

    if reads(colour):
        return colour
    light, chroma, hue = lightness_chroma_hue(colour)
    near, far = light, end
    for _ in range(_STEPS):
        middle = (near + far) / 2
        near, far = (near, middle) if reads(colour_of(middle, chroma, hue)) else (middle, far)
    return colour_of(far, chroma, hue)
