"""An original as it is published: upright, and without what it tells of its making."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image, ImageSequence

from core.diagnostics.catalog.image_files import DAMAGED_IMAGE
from core.file_cache import FileCache
from page_parts.images.colours import colour_profile, in_srgb
from page_parts.images.encode import LOSSLESS, upright_copy
from page_parts.images.image_head import (
    TURNS,
    BadImage,
    has_location,
    open_image,
    orientation,
    read_image,
)
from page_parts.images.pipeline import digest

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_ICC, _JFIF = b"ICC_PROFILE\0", b"JFIF\0"
_PNG_METADATA = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"caBX"})
_WEBP_METADATA = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS = 0x08 | 0x04  # of the header `VP8X`: there is Exif, there is XMP


def without_metadata(data: bytes) -> bytes:
    """Return a JPEG, a PNG or a WebP without its metadata; any other file as it is.

    A file too damaged to be followed comes out as it is.
    """
    try:
        if data.startswith(_JPEG):
            return _jpeg(data)
        if data.startswith(_PNG):
            return _png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError, ValueError):
        pass
    return data


def _jpeg(data: bytes) -> bytes:
    """Keep the segments of ITU-T T.81, annex B, but the application's, comments, and the rest.

    After the end of the image phones add a second one, or a film, each with its own Exif data.
    """
    kept, at = [_JPEG], 2
    while at < len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == 0xD9:  # the end
            return b"".join([*kept, data[at : at + 2]])
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if _is_kept(marker, data[at + 4 : end]):
            kept.append(data[at:end])
        if marker == 0xDA:  # a scan: coded data follow, up to the next marker
            at, end = end, _end_of_scan(data, end)
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _is_kept(marker: int, content: bytes) -> bool:
    if marker == 0xE0:
        return content.startswith(_JFIF)
    if marker == 0xE2:
        return content.startswith(_ICC)
    # 0xEE, Adobe's, says how the colours are coded.
    return marker == 0xEE or not (0xE1 <= marker <= 0xEF or marker == 0xFE)


def _end_of_scan(data: bytes, start: int) -> int:
    """Return where the next marker is; `FF 00` is a value, `FF D0` to `FF D7` are in the scan."""
    at = data.find(b"\xff", start)
    while 0 <= at < len(data) - 1:
        if data[at + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at = data.find(b"\xff", at + 1)
    return len(data)


def _png(data: bytes) -> bytes:
    """Keep the chunks that hold no words nor Exif data (PNG, third edition, section 11.3)."""
    kept, at, name = [_PNG], len(_PNG), b""
    while at < len(data) and name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if name not in _PNG_METADATA:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _webp(data: bytes) -> bytes:
    """Keep the chunks but Exif's and XMP's (RFC 9649, section 2.7)."""
    kept, at, last = [], 12, min(len(data), 8 + struct.unpack_from("<I", data, 4)[0])
    while at < last:
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        chunk = data[at:end]
        if name == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if name not in _WEBP_METADATA:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


_LOSSLESS = ("JPEG", "PNG", "WEBP")


def publishable(data: bytes, cache: FileCache) -> bytes:
    """Return the bytes to publish in the place of a member's file.

    Pixels are encoded anew only when they must be: turned, or told apart by no other means (AVIF,
    TIFF). A file that does not read comes out as it is, but for the metadata that can be found.
    """
    try:
        head = read_image(data)
        if head.is_animated and head.kind == "AVIF":
            return data  # browsers turn it, its container says how
        must_be_copied = not head.is_animated and _must_be_copied(head.kind, data)
        if not (head.is_turned or must_be_copied):
            return without_metadata(data)
        copy = upright_animation if head.is_animated else upright_copy
        return cache.get_or_make(f"{digest(data)} upright", lambda: copy(data, head.kind))
    except BadImage:
        return without_metadata(data)


def _must_be_copied(kind: str, data: bytes) -> bool:
    # A TIFF's pixels are told by the same tags as the rest: none of it can be left out.
    return kind == "TIFF" or (kind not in _LOSSLESS and has_location(data))


def upright_animation(data: bytes, kind: str) -> bytes:
    """Return a moving image turned as its Exif data asks, in its own format, without that data.

    Raises BadImage: its frames do not read.
    """
    with open_image(data) as opened:
        try:
            return _turned(opened, data, kind)
        except Exception as error:  # on damaged files, Pillow's readers raise nearly anything
            raise BadImage(DAMAGED_IMAGE()) from error


def _turned(opened: Image.Image, data: bytes, kind: str) -> bytes:
    turn, profile = TURNS[orientation(opened)], colour_profile(opened, data)
    frames, durations = [], []
    for frame in ImageSequence.Iterator(opened):
        frame.load()
        frames.append(in_srgb(frame.transpose(turn), profile))
        durations.append(frame.info.get("duration", 0))
    own: dict[str, object] = {"loop": opened.info.get("loop", 0), **LOSSLESS.get(kind, {})}
    if opened.info.get("default_image"):  # a PNG's first image, shown only where nothing moves
        own["default_image"], durations = True, durations[1:]
    file = BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:], duration=durations, **own)
    return file.getvalue()
