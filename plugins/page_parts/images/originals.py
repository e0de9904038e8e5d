"""An original as it is published: upright, and without what it tells of its making."""

from __future__ import annotations

from core.file_cache import FileCache
from page_parts.images.animation import upright_animation
from page_parts.images.encode import upright_copy
from page_parts.images.metadata import without_metadata
from page_parts.images.picture_file import BadPicture, has_location, read_picture
from page_parts.images.pipeline import digest

_LOSSLESS = ("JPEG", "PNG", "WEBP")


def publishable(data: bytes, cache: FileCache) -> bytes:
    """Return the bytes to publish in the place of a member's file.

    Pixels are encoded anew only when they must be: turned, or told apart by no other means (AVIF,
    TIFF). A file that does not read comes out as it is, but for the metadata that can be found.
    """
    try:
        picture = read_picture(data)
        if picture.is_animated and picture.kind == "AVIF":
            return data  # browsers turn it, its container says how
        must_be_copied = not picture.is_animated and _must_be_copied(picture.kind, data)
        if not (picture.is_turned or must_be_copied):
            return without_metadata(data)
        copy = upright_animation if picture.is_animated else upright_copy
        return cache.get_or_make(f"{digest(data)} upright", lambda: copy(data, picture.kind))
    except BadPicture:
        return without_metadata(data)


def _must_be_copied(kind: str, data: bytes) -> bool:
    # A TIFF's pixels are told by the same tags as the rest: none of it can be left out.
    return kind == "TIFF" or (kind not in _LOSSLESS and has_location(data))
