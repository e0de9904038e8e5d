"""Positions that stand as words, or as Exif data, somewhere in the bytes of a file.

XMP: ISO 16684-1, and Exif 2.32 for XMP (CIPA DC-010); ISO 6709, annex H, is what films write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.positions.patches import Patch, View
from core.positions.tiff import position_in_tiff

_EXIF = b"Exif\0\0"
_TIFFS = (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08")  # as nearly all Exif data begin
_LONGEST_EXIF = 1_000_000
# Some drones write « Longtitude ».
_XMP_NAMES = (b"GPSL", b"GPSDestL", b"GpsL")
_XMP = re.compile(
    rb"G(?:PS|ps)(?:Dest)?(?:Latitude|Longt?itude)"
    rb"""(?:\s{0,9}=\s{0,9}(?:"([^"<]{1,80})"|'([^'<]{1,80})')|>\s{0,9}([^<>]{1,80})<)"""
)
_ISO_6709 = re.compile(rb"[+-]\d{1,7}\.\d{2,12}[+-]\d{1,7}\.\d{2,12}(?:[+-]\d+(?:\.\d+)?)?/?")


def exif_and_xmp(view: View) -> list[Patch]:
    """Return what takes out the positions of the Exif data and XMP of a file without checksums."""
    patches: list[Patch] = []
    for at, data in view.windows():
        for start in sorted(set(_exif_starts(data))):
            patches += position_in_tiff(view.part(at + start, _LONGEST_EXIF))
        if any(name in data for name in _XMP_NAMES):
            patches += _blanked(_XMP, data, view.start + at)
    return list(dict.fromkeys(patches))


def iso_6709(view: View) -> list[Patch]:
    """Return what takes out the positions written as `+43.61+003.87/`, in UTF-8 or UTF-16."""
    patches: list[Patch] = []
    for at, data in view.windows():
        patches += _blanked(_ISO_6709, data, view.start + at)
        for first in (0, 1):  # the signs of a text in UTF-16, whatever its order
            for found in _ISO_6709.finditer(data[first::2]):
                start, end = first + 2 * found.start(), first + 2 * found.end()
                if not any(data[start + 1 : end - 1 : 2]):
                    words = data[start : end - 1]
                    blank = bytes(32 if byte else 0 for byte in words)
                    patches.append(Patch(view.start + at + start, blank))
    return list(dict.fromkeys(patches))


def _exif_starts(data: bytes) -> Iterator[int]:
    for mark, length in ((_EXIF, len(_EXIF)), *((mark, 0) for mark in _TIFFS)):
        at = data.find(mark)
        while at >= 0:
            yield at + length
            at = data.find(mark, at + 1)


def _blanked(pattern: re.Pattern[bytes], data: bytes, start: int) -> Iterator[Patch]:
    """Yield spaces for what a pattern's groups find, or all of it."""
    for found in pattern.finditer(data):
        group = found.lastindex or 0
        if re.search(rb"\d", found[group]):
            yield Patch(start + found.start(group), b" " * len(found[group]))
