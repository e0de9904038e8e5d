"""The position that a file says, whatever its kind."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from core.file_kind import HEAD, FileKind, kind_of
from core.geolocation.films import position_in_film, position_in_matroska
from core.geolocation.packed import position_in_archive, position_in_pdf, position_inline
from core.geolocation.patches import Found, View, write_patches
from core.geolocation.png import position_in_png
from core.geolocation.texts import exif_and_xmp, iso_6709
from core.geolocation.tiff import position_in_tiff

# Those whose pieces have no checksum: bytes may be written over.
_UNCHECKED = frozenset(
    {
        FileKind.JPEG,
        FileKind.GIF,
        FileKind.WEBP,
        FileKind.AVIF,
        FileKind.HEIC,
        FileKind.JPEG_XL,
        FileKind.JPEG_2000,
        FileKind.DRAWING,
    }
)
_TEXTS = frozenset({FileKind.SVG, FileKind.TEXT, FileKind.WEB_PAGE})
_TAGS = 1_000_000  # bytes at the head of a sound: its tags are there


def find_position(file: BinaryIO, is_inside: bool = False) -> Found:
    """Return the position that a file says: where it was made, and what takes it out.

    What a text is about (a map, a path, a page) is no such position.

    Args:
        file: open for reading, anywhere in it.
        is_inside: it comes out of an archive; one that it may be in turn is not opened.
    """
    view = View(file)
    kind = kind_of(view.get(0, HEAD))
    if kind in _UNCHECKED:
        return Found(tuple(exif_and_xmp(view)))
    if kind in (FileKind.TIFF, FileKind.RAW):
        film = position_in_film(view) if view.get(4, 4) == b"ftyp" else Found()
        own = [*position_in_tiff(view), *exif_and_xmp(view), *film.patches]
        return Found(tuple(dict.fromkeys(own)))
    if kind is FileKind.AUDIO and view.get(4, 4) != b"ftyp":
        tags = iso_6709(view.part(0, _TAGS))
        return Found((*exif_and_xmp(view.part(0, 16 * _TAGS)), *tags))
    if kind is FileKind.OGG:
        has_place = iso_6709(view.part(0, _TAGS))
        return Found((), "dans ses étiquettes" if has_place else "")
    if kind in (FileKind.VIDEO, FileKind.AUDIO):
        return position_in_film(view)
    if kind in _TEXTS:
        return Found() if is_inside else position_inline(view, _inside)
    if kind is FileKind.ARCHIVE:
        return Found() if is_inside else position_in_archive(file, _inside)
    by_kind = {
        FileKind.PNG: position_in_png,
        FileKind.MATROSKA: position_in_matroska,
        FileKind.PDF: position_in_pdf,
    }
    return by_kind[kind](view) if kind in by_kind else Found()


def _inside(file: BinaryIO) -> Found:
    return find_position(file, is_inside=True)


def without_position(data: bytes) -> tuple[bytes, str]:
    """Return a file without its position, and where it still says it (see `Found.stuck`)."""
    file = BytesIO(data)
    found = find_position(file)
    write_patches(file, found.patches)
    return file.getvalue(), found.stuck
