"""An image that moves, each of its frames turned upright."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageSequence

from core.diagnostics.catalog.image_files import DAMAGED_IMAGE
from page_parts.images.colours import colour_profile
from page_parts.images.encode import LOSSLESS
from page_parts.images.image_head import TURNS, BadImage, open_image, orientation
from page_parts.images.srgb import in_srgb


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
