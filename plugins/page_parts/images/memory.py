"""What an image will take of memory, computed from its head: 12 kB may hold 98 megapixels.

A JPEG is read at a fraction of its size; what is far larger than it is shown, in strips.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from engine.compat.pillow_memory import take_memory_in_one_piece

MOST_BYTES = 200_000_000  # for the variants of one image, whatever its format
MOST_BYTES_WHOLE = 320_000_000  # for its copy at full size, turned upright
_REDUCED_BYTES = 32_000_000
# Bytes a pixel that the decoders of these formats were seen to take; others take those of the mode.
_DECODING = {"WEBP": 16, "AVIF": 10}
_OF_MODES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}
# What can be resized before its colours are converted.
RESIZED_FIRST = ("RGB", "CMYK", "L", "YCbCr")

take_memory_in_one_piece()


class Room:
    """The bytes that images in work share: each waits for its part, or to be alone."""

    def __init__(self, size: int):
        self._size, self._taken = size, 0
        self._changed = threading.Condition()

    @contextmanager
    def taken(self, amount: int) -> Iterator[None]:
        """Hold so many bytes during the block."""
        with self._changed:
            self._changed.wait_for(lambda: self._taken + amount <= self._size or not self._taken)
            self._taken += amount
        try:
            yield
        finally:
            with self._changed:
                self._taken -= amount
                self._changed.notify_all()


def draft_size(widest: int, is_aside: bool) -> tuple[int, int]:
    """Return the size that a JPEG is to be read at, at least, for Pillow's `draft`.

    Args:
        widest: pixels in a row that are of use, once upright.
        is_aside: width and height will be exchanged.
    """
    return (1, widest) if is_aside else (widest, 1)


def factor(size: tuple[int, int], widest: int | None) -> int:
    """Return by how much an image can be reduced before it is resized to a width."""
    if widest is None:
        return 1
    width, height = size
    by = max(1, width // (2 * widest))
    while _bytes(size, by, 4) > _REDUCED_BYTES and width // (by + 1) >= widest:
        by += 1
    return by if height >= by else 1


def need(image: Image.Image, widest: int | None, is_aside: bool = False) -> int:
    """Return how many bytes an image takes at most until it is ready for its variants.

    Args:
        image: opened, its pixels not read yet.
        widest: pixels in a row that are of use; None for all, in a copy turned upright.
        is_aside: width and height will be exchanged.
    """
    if image.format in ("JPEG", "MPO") and widest:
        return _jpeg(image, draft_size(widest, is_aside))
    decoded = _bytes(image.size, 1, _DECODING.get(image.format or "") or _of_mode(image))
    if widest is None:
        return decoded + _bytes(image.size, 1, 8)
    if image.mode in RESIZED_FIRST and image.width > widest:
        return decoded
    return decoded + _bytes(image.size, factor(image.size, widest), 4)


def _jpeg(image: Image.Image, least: tuple[int, int]) -> int:
    scale = min(image.width // least[0], image.height // least[1])
    scale = next((by for by in (8, 4, 2) if scale >= by), 1)
    return _bytes(image.size, scale, _of_mode(image)) + _coefficients(image)


def _coefficients(image: Image.Image) -> int:
    """Return the bytes of a progressive JPEG's coefficients, held whole while it is read."""
    if not isinstance(image, JpegImageFile) or not image.info.get("progressive"):
        return 0
    samplings = [across * down for _, across, down, _ in image.layer]
    return 2 * image.width * image.height * sum(samplings) // max(samplings)


def _of_mode(image: Image.Image) -> int:
    return _OF_MODES.get(image.mode, 4)


def _bytes(size: tuple[int, int], by: int, each: int) -> int:
    return (size[0] // by) * (size[1] // by) * each
