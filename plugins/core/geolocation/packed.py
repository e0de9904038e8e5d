"""The position that images inside of other files say: in a PDF, a ZIP (APPNOTE 6.3), in base64."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from core.geolocation.patches import Found, Patch, View, write_patches
from core.geolocation.texts import exif_and_xmp

_OF_IMAGES = (".jpg", ".jpeg", ".jfif", ".heic", ".heif", ".tif", ".tiff", ".png", ".webp")
_OF_FILMS = (".avif", ".mp4", ".mov", ".m4v", ".m4a", ".webm", ".mkv")
_MOST_FILES, _LONGEST, _MOST_BYTES = 2000, 32_000_000, 300_000_000
_SIGNED = b"/ByteRange"  # a signature's, of all the other bytes (ISO 32000-1, section 12.8.1)
_METADATA = re.compile(rb"/Type\s*/Metadata\b")
_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/FlateDecode|/Fl\b")
_NEAR = 1000  # bytes of a dictionary, before its stream
_MOST_METADATA, _MOST_WORDS = 50, 1_000_000


def position_in_pdf(view: View) -> Found:
    """Return the position that a PDF or its photos say, and what takes it out."""
    patches: list[Patch] = exif_and_xmp(view)
    stuck, is_signed = "", False
    for _, data in view.windows():
        is_signed = is_signed or _SIGNED in data
        if not stuck and any(
            exif_and_xmp(View(BytesIO(one)))
            for one in islice(_packed_metadata(data), _MOST_METADATA)
        ):
            stuck = "dans ses données comprimées"
    if patches and is_signed:
        return Found((), "et sa signature ne permet pas de l'en retirer")
    return Found(tuple(patches), stuck)


def _packed_metadata(data: bytes) -> Iterator[bytes]:
    """Yield the words of the packed XMP of a PDF (ISO 32000-1, section 14.3.2)."""
    for kind in islice(_METADATA.finditer(data), _MOST_METADATA):
        start = _STREAM.search(data, kind.end(), kind.end() + _NEAR)
        if not start:
            continue
        dictionary = data[max(0, kind.start() - _NEAR) : start.start()].rpartition(b" obj")[2]
        if _FLATE.search(dictionary):
            packed = data[start.end() : start.end() + _MOST_WORDS]
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(packed, _MOST_WORDS)


def position_in_archive(file: BinaryIO, look: Callable[[BinaryIO], Found]) -> Found:
    """Return whether an image or a film of an archive says a position, which stays there."""
    try:
        with zipfile.ZipFile(file) as archive:
            left = _MOST_BYTES
            for member in archive.infolist()[:_MOST_FILES]:
                is_one = member.filename.lower().endswith(_OF_IMAGES + _OF_FILMS)
                if not is_one or member.flag_bits & 1 or member.file_size > min(_LONGEST, left):
                    continue
                left -= member.file_size
                with archive.open(member) as packed:
                    data = packed.read(member.file_size)
                if look(BytesIO(data)):
                    return Found((), f"dans « {posixpath.basename(member.filename)} »")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        pass  # no ZIP, or a damaged one
    return Found()


_LONGEST_ADDRESS = 32_000_000
_DATA = re.compile(rb";base64,\s*+([A-Za-z0-9+/\s]{64,}+)")
_SPACES = b" \t\r\n\f"
_MOST = 1000


def position_inline(view: View, look: Callable[[BinaryIO], Found]) -> Found:
    """Return the position of the photos that a text holds, and what takes it out."""
    if view.size > _LONGEST_ADDRESS:
        return Found()
    found = islice(_DATA.finditer(view.get(0, view.size)), _MOST)
    return Found(tuple(patch for one in found for patch in _patches(view, one, look)))


def _patches(
    view: View, found: re.Match[bytes], look: Callable[[BinaryIO], Found]
) -> Iterator[Patch]:
    written = found[1]
    signs = written.translate(None, _SPACES)
    signs = signs[: len(signs) // 4 * 4]  # what is left over is too short for a position
    try:
        photo = BytesIO(base64.b64decode(signs))
    except binascii.Error:
        return
    if patches := look(photo).patches:
        write_patches(photo, patches)
        made = iter(base64.b64encode(photo.getvalue()))
        blank = (byte if byte in _SPACES else next(made, byte) for byte in written)
        yield Patch(view.start + found.start(1), bytes(blank))
