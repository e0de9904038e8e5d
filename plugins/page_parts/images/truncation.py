"""Whether an image is whole, without the cost of all its pixels."""

from __future__ import annotations

import hashlib

from core.diagnostics.catalog.image_files import DAMAGED_IMAGE
from page_parts.images.image_head import BadImage, check_memory, open_image
from page_parts.images.memory import draft_size
from page_parts.images.silence_pillow import reading

_JPEG, _END = b"\xff\xd8\xff", b"\xff\xd9"  # ITU-T T.81, table B.1
_SIDE = 64  # pixels: a JPEG is read at an eighth of its size
# Bits that mean nothing, and no marker (`FF`).
_FILLINGS = (bytes(range(255)) * 9, bytes(n * 7 % 255 for n in range(255, 0, -1)) * 9)


def check_whole(data: bytes) -> None:
    """Read an image to its end. Raises BadImage: it is no image, too large, damaged or cut."""
    try:
        _read(data, _SIDE)
    except BadImage as bad:
        if bad.diagnostic.code != DAMAGED_IMAGE.code or ended(data) is None:
            raise


def ended(data: bytes) -> bytes | None:
    """Return a JPEG that lacks its two last bytes alone with them; None for any other file.

    Some programs leave these out, and browsers do not mind. Whatever follows is then no part of the
    image: it is the same when anything does.
    """
    if not data.startswith(_JPEG) or data.endswith(_END):
        return None
    cut = data.removesuffix(_END[:1])
    try:
        one, other = (_read(cut + filling + _END, None) for filling in _FILLINGS)
    except BadImage:
        return None
    return cut + _END if one == other else None


def _read(data: bytes, side: int | None) -> bytes:
    """Read all of an image, a JPEG at no less than a side; return a digest of its pixels."""
    with open_image(data) as image:
        check_memory(image, side)
        try:
            if side:
                image.draft("RGB", draft_size(side, is_aside=False))
            with reading(image):
                image.load()
        except Exception as error:  # on damaged files, Pillow's readers raise nearly anything
            raise BadImage(DAMAGED_IMAGE()) from error
        return hashlib.sha256(image.tobytes()).digest() if side is None else b""
