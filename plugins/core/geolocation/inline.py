"""The position said by photos that a drawing, a page or a style sheet holds (RFC 2397, base64)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from core.geolocation.patches import Found, Patch, View, write_patches

_LONGEST = 32_000_000
_DATA = re.compile(rb";base64,\s*+([A-Za-z0-9+/\s]{64,}+)")
_SPACES = b" \t\r\n\f"
_MOST = 1000


def position_inline(view: View, look: Callable[[BinaryIO], Found]) -> Found:
    """Return the position of the photos that a text holds, and what takes it out."""
    if view.size > _LONGEST:
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
