"""The position that a film says, or a sound: MP4, MOV, M4A (ISO/IEC 14496-12, QuickTime).

It stands as text in the boxes of what is told of a film (`©xyz`, `loci`, `meta`, XMP), or all along
it, in a track of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from core.geolocation.patches import Found, Patch, View
from core.geolocation.texts import exif_and_xmp, iso_6709

_HOLDERS = frozenset({b"moov", b"trak", b"moof", b"traf"})
_DESCRIPTIVE = frozenset({b"udta", b"meta", b"uuid"})
_WAY_TO_SAMPLES = (b"mdia", b"minf", b"stbl")
# Boxes of a position: QuickTime's and 3GPP's (TS 26.244, section 8.4), a raw photo's.
_POSITIONS = re.compile(rb"(?s)(.{4})(\xa9xyz|loci|CMT4)")
# Tracks of positions (Android's, Apple's); those that may hold some (GoPro's, subtitles of drones).
_TRACKS = re.compile(rb"camm|mebx.*location", re.DOTALL)
_PERHAPS = (b"gpmd", b"text", b"tx3g")
_IN_SAMPLES = re.compile(rb"GPS[59]|GPS ?\(|\blat(?:itude)? ?:")
_MOST_BOXES, _LONGEST = 10_000, 64_000_000
_LONGEST_POSITION, _MOST_POSITIONS = 4096, 1000
_LOOKED_AT, _OF_EACH = 50, 8192  # chunks of a track, and their bytes


@dataclass(frozen=True)
class _Box:
    name: bytes
    content: View


def position_in_film(view: View) -> Found:
    """Return the position of a film, and what takes it out."""
    patches: list[Patch] = []
    stuck = ""
    for box in _descriptive_boxes(view):
        if box.name == b"stbl":
            stuck = "tout au long de la vidéo" if _follows(box.content, view) else stuck
            continue
        patches += exif_and_xmp(box.content) + iso_6709(box.content)
        patches += islice(_boxes_of_positions(box.content), _MOST_POSITIONS)
    return Found(tuple(patches), stuck)


def _boxes(view: View) -> Iterator[_Box]:
    """Yield the boxes of a part of a film, up to one that makes no sense."""
    at = 0
    for _ in range(_MOST_BOXES):
        head = view.get(at, 16)
        if len(head) < 8:
            return
        size, name, length = int.from_bytes(head[:4]), head[4:8], 8
        if size == 1:
            size, length = int.from_bytes(head[8:16]), 16
        size = size or view.size - at
        if size < length:
            return
        yield _Box(name, view.part(at + length, size - length))
        at += size


def _descriptive_boxes(view: View, depth: int = 0) -> Iterator[_Box]:
    """Yield the boxes where a film may say something of itself, and those of its samples."""
    for box in _boxes(view):
        if box.name in _DESCRIPTIVE and box.content.size <= _LONGEST:
            yield box
        elif box.name in _HOLDERS and depth < len(_HOLDERS):
            yield from _descriptive_boxes(box.content, depth + 1)
            if box.name == b"trak":
                yield from _below(box.content, _WAY_TO_SAMPLES)


def _below(view: View, way: tuple[bytes, ...]) -> Iterator[_Box]:
    for box in _boxes(view):
        if box.name == way[0]:
            if len(way) == 1:
                yield box
            else:
                yield from _below(box.content, way[1:])


def _follows(samples: View, film: View) -> bool:
    """Return whether a track, by its boxes of samples, follows where the camera goes."""
    boxes = {box.name: box.content for box in _boxes(samples)}
    description = boxes[b"stsd"].get(12, 4096) if b"stsd" in boxes else b""
    if not description.startswith(_PERHAPS):
        return bool(_TRACKS.match(description))
    name, width = (b"co64", 8) if b"co64" in boxes else (b"stco", 4)
    places = boxes[name].get(8, width * _LOOKED_AT) if name in boxes else b""
    starts = (int.from_bytes(places[at : at + width]) for at in range(0, len(places), width))
    return any(_IN_SAMPLES.search(film.get(start, _OF_EACH)) for start in starts)


def _boxes_of_positions(view: View) -> Iterator[Patch]:
    """Yield what makes free space of the boxes that hold nothing but a position."""
    for at, data in view.windows():
        for found in _POSITIONS.finditer(data):
            size = int.from_bytes(found[1])
            start = at + found.start()
            if 8 < size <= min(view.size - start, _LONGEST_POSITION) and any(
                view.get(start + 8, min(size - 8, 256))
            ):
                yield Patch(view.start + start + 4, b"free" + bytes(size - 8))


_SEGMENT, _CLUSTER, _TAGS, _ATTACHMENTS = 0x18538067, 0x1F43B675, 0x1254C367, 0x1941A469
_CRC, _VOID = b"\xbf\x84", b"\xec\x84"  # the checksum of an element, and one that says nothing
_MOST, _LONGEST_TAG = 100_000, 64_000_000


def position_in_matroska(view: View) -> Found:
    """Return the position of a film, and what takes it out."""
    patches: list[Patch] = []
    for content in _descriptive_elements(view):
        hidden = exif_and_xmp(content) + iso_6709(content)
        patches += hidden
        if hidden and content.get(0, 2) == _CRC:
            patches.append(Patch(content.start, _VOID))
    return Found(tuple(patches))


def _descriptive_elements(view: View) -> Iterator[View]:
    for name, content in _elements(view):
        if name == _SEGMENT:
            yield from _descriptive_elements(content)
        elif name in (_TAGS, _ATTACHMENTS) and content.size <= _LONGEST_TAG:
            yield content


def _elements(view: View) -> Iterator[tuple[int, View]]:
    """Yield the elements of a part of a file; one of unknown size is as long as what is left."""
    at = 0
    for _ in range(_MOST):
        head = view.get(at, 12)
        if not head or not head[0]:
            return
        width = 9 - head[0].bit_length()
        if len(head) <= width or width > 4 or not head[width]:
            return
        name = int.from_bytes(head[:width])
        wide = 9 - head[width].bit_length()
        size = int.from_bytes(head[width : width + wide]) & ((1 << 7 * wide) - 1)
        if size == (1 << 7 * wide) - 1:
            size = 0 if name == _CLUSTER else view.size - at - width - wide
        yield name, view.part(at + width + wide, size)
        at += width + wide + size
