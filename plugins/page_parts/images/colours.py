"""The colours of an image's file: the ICC profile that it holds, or that its few numbers mean.

PNG, third edition, section 4.3: `cICP` counts before `iCCP`, then `sRGB`, then `gAMA` and `cHRM`.
AVIF says the same numbers in its box `colr`. Those numbers are ITU-T H.273's.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from io import BytesIO

from PIL import Image, ImageCms

from page_parts.images.icc_profile import Curve, Vector, rgb_profile

_PNG = b"\x89PNG\r\n\x1a\n"
_D65 = (0.3127, 0.3290)
_BT709 = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), _D65)
_PRIMARIES = {
    1: _BT709,
    2: _BT709,  # not said
    5: ((0.64, 0.33), (0.29, 0.60), (0.15, 0.06), _D65),
    6: ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), _D65),
    9: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), _D65),
    12: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), _D65),
}
_SRGB, _LIKE_SRGB = 13, (1, 2, 6, 13, 14, 15)  # films' curves are shown as sRGB's, as browsers do
_NEARLY_SRGB = range(45_000, 46_000)  # what `gAMA` says of sRGB is 45455


class Unconvertible(Exception):
    """Colours that sRGB cannot hold, or that nobody knows."""


def colour_profile(image: Image.Image, data: bytes) -> bytes | None:
    """Return the profile of an image's colours; None for sRGB.

    Raises Unconvertible: the file is best shown as it is (high dynamic range).
    """
    chunks = dict(_chunks(data)) if data.startswith(_PNG) else {}
    code = chunks.get(b"cICP") or _colour_box(image, data)
    if code:
        return _from_code(*code[:4])
    if "icc_profile" in image.info:
        reported: bytes | None = image.info["icc_profile"]
        return reported
    if b"sRGB" in chunks or b"gAMA" not in chunks:
        return None
    return _from_gamma(chunks[b"gAMA"], chunks.get(b"cHRM", b""))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a PNG that stand before its pixels."""
    at = len(_PNG)
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if name == b"IDAT":
            return
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _colour_box(image: Image.Image, data: bytes) -> tuple[int, int, int, int] | None:
    """Return the four numbers of an AVIF (ISO/IEC 14496-12, section 12.1.5)."""
    at = data.find(b"colrnclx", 0, 65_536) if image.format == "AVIF" else -1
    if at < 0 or "icc_profile" in image.info or len(data) < at + 15:
        return None
    primaries, transfer = struct.unpack_from(">HH", data, at + 8)
    return primaries, transfer, 0, 1  # the decoder has undone the matrix and the range


def _from_code(primaries: int, transfer: int, matrix: int, is_full: int) -> bytes | None:
    curve = _srgb_curve if transfer in _LIKE_SRGB else _GAMMAS.get(transfer)
    if primaries not in _PRIMARIES or curve is None or matrix or not is_full:
        raise Unconvertible(f"cICP {primaries} {transfer} {matrix} {is_full}")
    if _PRIMARIES[primaries] is _BT709 and curve is _srgb_curve:
        return None
    return rgb_profile(_PRIMARIES[primaries], curve)


def _from_gamma(gamma: bytes, chromaticities: bytes) -> bytes | None:
    value = struct.unpack(">I", gamma)[0] if len(gamma) == 4 else 0
    primaries: Sequence[Vector] = _BT709
    if len(chromaticities) == 32:
        reported = [number / 100_000 for number in struct.unpack(">8I", chromaticities)]
        white, *colours = zip(reported[::2], reported[1::2], strict=True)
        primaries = (*colours, white)
    if not 1_000 <= value <= 10_000_000 or not _are_apart(primaries):
        return None  # nonsense, as decoders have it
    is_srgb = value in _NEARLY_SRGB
    if is_srgb and _distance(primaries, _BT709) < 0.01:
        return None
    return rgb_profile(primaries, _srgb_curve if is_srgb else _power(100_000 / value))


def _are_apart(primaries: Sequence[Vector]) -> bool:
    (rx, ry), (gx, gy), (bx, by), _ = primaries
    surface = (gx - rx) * (by - ry) - (bx - rx) * (gy - ry)
    return abs(surface) > 0.01 and all(y > 0 and x + y < 1.01 for x, y in primaries)


def _distance(some: Sequence[Vector], others: Sequence[Vector]) -> float:
    pairs = zip(sum(map(tuple, some), ()), sum(map(tuple, others), ()), strict=True)
    return max(abs(one - other) for one, other in pairs)


def _srgb_curve(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


def _power(exponent: float) -> Curve:
    return lambda level: level**exponent


_GAMMAS = {4: _power(2.2), 5: _power(2.8), 8: _power(1.0)}


_TO_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an image of any mode as 8-bit sRGB, with alpha if it has any; nothing else stays."""
    image = in_8_bits(image)
    if "transparency" in image.info or image.mode in ("PA", "La", "RGBa"):
        image = image.convert("RGBA")
    if image.mode == "P":
        image = image.convert("RGB")
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    colours = _from_profile(colours, profile) if profile else colours.convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    colours.info = {}
    return colours


def in_8_bits(image: Image.Image) -> Image.Image:
    """Return an image of 16 bits, or of one, or of floats, as 8 bits of grey; another as it is."""
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    return image.convert("L") if image.mode in ("1", "F") else image


def _from_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Return colours in sRGB; those of a profile that does not fit are taken as they are."""
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        if own.profile.xcolor_space.strip() == "RGB":  # one of grey, or of ink, is for its own mode
            image = image.convert("RGB")
        return ImageCms.buildTransform(own, _TO_SRGB, image.mode, "RGB").apply(image)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
