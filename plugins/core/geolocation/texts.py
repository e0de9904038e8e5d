"""Positions that stand as words, or as Exif data, somewhere in the bytes of a file.

XMP: ISO 16684-1, and Exif 2.32 for XMP (CIPA DC-010); ISO 6709, annex H, is what films write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from core.geolocation.patches import MOST_PLACES, Patch, View
from core.geolocation.tiff import position_in_tiff

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
    left = MOST_PLACES
    for at, data in view.windows():
        starts = sorted(set(islice(_exif_starts(data), left)))
        left -= len(starts)
        for start in starts:
            patches += position_in_tiff(view.part(at + start, _LONGEST_EXIF))
        if any(name in data for name in _XMP_NAMES):
            patches += islice(_blanked(_XMP, data, view.start + at), MOST_PLACES - len(patches))
    return list(dict.fromkeys(patches))


def iso_6709(view: View) -> list[Patch]:
    """Return what takes out the positions written as `+43.61+003.87/`, in UTF-8 or UTF-16."""
    found = chain.from_iterable(_of_window(view.start + at, data) for at, data in view.windows())
    return list(dict.fromkeys(islice(found, MOST_PLACES)))


def _of_window(place: int, data: bytes) -> Iterator[Patch]:
    yield from _blanked(_ISO_6709, data, place)
    for first in (0, 1):  # the signs of a text in UTF-16, whatever its order
        for found in _ISO_6709.finditer(data[first::2]):
            start, end = first + 2 * found.start(), first + 2 * found.end()
            if not any(data[start + 1 : end - 1 : 2]):
                blank = bytes(32 if byte else 0 for byte in data[start : end - 1])
                yield Patch(place + start, blank)


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
