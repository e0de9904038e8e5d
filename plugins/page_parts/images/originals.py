"""An original as it is published: upright, and without what it tells of its making."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageSequence

from core.diagnostics.catalog.image_files import DAMAGED_IMAGE
from core.file_cache import FileCache
from page_parts.images.colours import colour_profile
from page_parts.images.encode import LOSSLESS, upright_copy
from page_parts.images.image_head import (
    TURNS,
    BadImage,
    has_location,
    open_image,
    orientation,
    read_image,
)
from page_parts.images.metadata import without_metadata
from page_parts.images.pipeline import digest
from page_parts.images.srgb import in_srgb

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
