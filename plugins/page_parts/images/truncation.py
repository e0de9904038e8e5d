"""Whether a picture is whole, without the cost of all its pixels."""

from __future__ import annotations

import hashlib

from core.diagnostics.catalog.image_files import DAMAGED_PICTURE
from page_parts.images.memory import draft_size
from page_parts.images.picture_file import BadPicture, check_memory, open_picture
from page_parts.images.silence_pillow import reading

_JPEG, _END = b"\xff\xd8\xff", b"\xff\xd9"  # ITU-T T.81, table B.1
_SIDE = 64  # pixels: a JPEG is read at an eighth of its size
# Bits that mean nothing, and no marker (`FF`).
_FILLINGS = (bytes(range(255)) * 9, bytes(n * 7 % 255 for n in range(255, 0, -1)) * 9)


def check_whole(data: bytes) -> None:
    """Read a picture to its end.

    Raises:
        BadPicture: it is no picture, too large, damaged or cut.
    """
    try:
        _read(data, _SIDE)
    except BadPicture as bad:
        if bad.diagnostic.code != DAMAGED_PICTURE.code or ended(data) is None:
            raise


def ended(data: bytes) -> bytes | None:
    """Return a JPEG that lacks its two last bytes alone with them; None for any other file.

    Some programs leave these out, and browsers do not mind. Whatever follows is then no part of the
    picture: it is the same when anything does.
    """
    if not data.startswith(_JPEG) or data.endswith(_END):
        return None
    cut = data.removesuffix(_END[:1])
    try:
        one, other = (_read(cut + filling + _END, None) for filling in _FILLINGS)
    except BadPicture:
        return None
    return cut + _END if one == other else None


def _read(data: bytes, side: int | None) -> bytes:
    """Read all of a picture, a JPEG at no less than a side; return a digest of its pixels."""
    with open_picture(data) as image:
        check_memory(image, side)
        try:
            if side:
                image.draft("RGB", draft_size(side, is_aside=False))
            with reading(image):
                image.load()
        except Exception as error:  # on damaged files, Pillow's readers raise nearly anything
            raise BadPicture(DAMAGED_PICTURE()) from error
        return hashlib.sha256(image.tobytes()).digest() if side is None else b""
