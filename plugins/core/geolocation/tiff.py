"""The position that a TIFF's directories hold, which are Exif's too, and those of most raw photos.

TIFF 6.0, section 2; Exif 2.32, sections 4.5 and 4.6.6; BigTIFF is read too.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from core.geolocation.patches import Patch, View

_GPS, _LATITUDE, _LONGITUDE = 0x8825, 2, 4
_BIG_TIFF = 43
_MAGIC = {42, _BIG_TIFF, 0x55, 0x4F52, 0x5352}  # TIFF, BigTIFF, and what some cameras write for 42
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST_DIRECTORIES, _MOST_ENTRIES, _LONGEST = 100, 1000, 4096


@dataclass(frozen=True)
class _Form:
    """How numbers are written: their order, their codes, and the widths of parts, in bytes."""

    order: str
    count: str = "H"
    address: str = "I"
    head: int = 2
    entry: int = 12
    offset: int = 4

    def unpack(self, codes: str, data: bytes) -> tuple[int, ...]:
        return struct.unpack(self.order + codes, data)

    def read_address(self, data: bytes) -> int:
        return self.unpack(self.address, data)[0]


def position_in_tiff(view: View) -> list[Patch]:
    """Return what takes the position out of a TIFF: its directory, and what leads there."""
    try:
        return list(_patches(view))
    except struct.error:  # cut
        return []


def _patches(view: View) -> Iterator[Patch]:
    order = {b"II": "<", b"MM": ">"}.get(view.get(0, 2))
    magic = struct.unpack(order + "H", view.get(2, 2))[0] if order else 0
    if order is None or magic not in _MAGIC:
        return
    form = _Form(order, "Q", "Q", 8, 20, 8) if magic == _BIG_TIFF else _Form(order)
    at = form.read_address(view.get(form.offset, form.offset))
    seen: set[int] = set()
    while at and at not in seen and len(seen) < _MOST_DIRECTORIES:
        seen.add(at)
        entries = _entries(view, form, at)
        if entries is None:
            return
        kept = [entry for entry in entries if form.unpack("H", entry[:2])[0] != _GPS]
        following = view.get(at + form.head + len(entries) * form.entry, form.offset)
        for entry in entries:
            if entry in kept:
                continue
            hidden = _directory(view, form, form.read_address(entry[-form.offset :]))
            if hidden:
                yield from hidden
                shorter = struct.pack(order + form.count, len(kept)) + b"".join(kept) + following
                yield Patch(view.start + at, shorter + bytes(form.entry))
        at = form.read_address(following) if len(following) == form.offset else 0


def _entries(view: View, form: _Form, at: int) -> list[bytes] | None:
    """Return the entries of a directory, each as it is written; None when it is none."""
    head = view.get(at, form.head)
    if len(head) < form.head:
        return None
    count = form.unpack(form.count, head)[0]
    written = view.get(at + form.head, count * form.entry) if count <= _MOST_ENTRIES else b""
    if not count or len(written) < count * form.entry:
        return None
    return [written[n : n + form.entry] for n in range(0, len(written), form.entry)]


def _directory(view: View, form: _Form, at: int) -> list[Patch]:
    """Return what blanks a directory of Exif's GPS data, and its values; none where it is empty."""
    entries = _entries(view, form, at)
    if not entries:
        return []
    found, patches = False, []
    for entry in entries:
        tag, kind = form.unpack("HH", entry[:4])
        count = form.read_address(entry[4 : 4 + form.offset])
        length = _SIZES.get(kind, 1) * count
        value = entry[-form.offset :]
        if form.offset < length <= _LONGEST:
            where = form.read_address(value)
            value = view.get(where, length)
            patches.append(Patch(view.start + where, bytes(len(value))))
        found = found or (tag in (_LATITUDE, _LONGITUDE) and any(value))
    blank = bytes(form.head + len(entries) * form.entry)
    return [*patches, Patch(view.start + at, blank)] if found else []
