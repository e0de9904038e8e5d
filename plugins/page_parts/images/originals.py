"""An original as it is published: upright, and without what it tells of its making."""

from __future__ import annotations

from core.file_cache import FileCache
from page_parts.images.animation import upright_animation
from page_parts.images.encode import upright_copy
from page_parts.images.image_head import BadImage, has_location, read_image
from page_parts.images.metadata import without_metadata
from page_parts.images.pipeline import digest

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
