"""The position that a PNG says: its pieces have checksums (PNG, third edition, section 5.3)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

from core.geolocation.patches import Found, Patch, View, write_patches
from core.geolocation.texts import exif_and_xmp
from core.geolocation.tiff import position_in_tiff

_SIGNATURE = 8
_WORDS = frozenset({b"iTXt", b"tEXt", b"zTXt"})
_LONGEST = 4_000_000
_ZLIB = b"\0x"  # after the method of compression, 0 (section 11.3.3)
_PROFILE = b"Raw profile type "  # ImageMagick's: Exif data, in hexadecimal figures


def position_in_png(view: View) -> Found:
    """Return the position of a PNG, and what takes it out."""
    patches: list[Patch] = []
    stuck = ""
    for at, name, length in _chunks(view):
        content = view.part(at + 8, length)
        if name == b"eXIf":
            patches += _checked(view, at, length, position_in_tiff(content))
        elif name in _WORDS and length <= _LONGEST:
            patches += _checked(view, at, length, exif_and_xmp(content))
            if exif_and_xmp(View(BytesIO(_unpacked(content.get(0, length))))):
                stuck = "dans un texte comprimé"
    return Found(tuple(patches), stuck)


def _chunks(view: View) -> Iterator[tuple[int, bytes, int]]:
    at = _SIGNATURE
    while len(head := view.get(at, 8)) == 8:
        length, name = struct.unpack(">I4s", head)
        yield at, name, length
        at += 12 + length


def _checked(view: View, at: int, length: int, patches: list[Patch]) -> list[Patch]:
    """Return the patches of a piece, and its new checksum."""
    if not patches or at + 12 + length > view.size:
        return patches
    first = view.start + at + 4
    piece = BytesIO(view.get(at + 4, 4 + length))
    write_patches(piece, [Patch(patch.at - first, patch.data) for patch in patches])
    check = struct.pack(">I", zlib.crc32(piece.getvalue()))
    return [*patches, Patch(view.start + at + 8 + length, check)]


def _unpacked(content: bytes) -> bytes:
    """Return what is packed in the words of a PNG, and the bytes that figures stand for."""
    words, start = content, content.find(_ZLIB)
    if start >= 0:
        try:
            words = zlib.decompressobj().decompress(content[start + 1 :], _LONGEST)
        except zlib.error:
            return b""
    if _PROFILE in content:
        try:
            return bytes.fromhex("".join(words.decode("ascii").split()[2:]))
        except ValueError:
            return b""
    return words if start >= 0 else b""
