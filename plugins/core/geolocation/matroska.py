"""The position that a WebM or a Matroska says in its tags (RFC 9559; EBML, RFC 8794)."""

from __future__ import annotations

from collections.abc import Iterator

from core.geolocation.patches import Found, Patch, View
from core.geolocation.texts import exif_and_xmp, iso_6709

_SEGMENT, _CLUSTER, _TAGS, _ATTACHMENTS = 0x18538067, 0x1F43B675, 0x1254C367, 0x1941A469
_CRC, _VOID = b"\xbf\x84", b"\xec\x84"  # the checksum of an element, and one that says nothing
_MOST, _LONGEST = 100_000, 64_000_000


def position_in_matroska(view: View) -> Found:
    """Return the position of a film, and what takes it out."""
    patches: list[Patch] = []
    for content in _descriptive_elements(view):
        hidden = exif_and_xmp(content) + iso_6709(content)
        patches += hidden
        if hidden and content.get(0, 2) == _CRC:
            patches.append(Patch(content.start, _VOID))
    return Found(tuple(patches))


def _descriptive_elements(view: View) -> Iterator[View]:
    for name, content in _elements(view):
        if name == _SEGMENT:
            yield from _descriptive_elements(content)
        elif name in (_TAGS, _ATTACHMENTS) and content.size <= _LONGEST:
            yield content


def _elements(view: View) -> Iterator[tuple[int, View]]:
    """Yield the elements of a part of a file; one of unknown size is as long as what is left."""
    at = 0
    for _ in range(_MOST):
        head = view.get(at, 12)
        if not head or not head[0]:
            return
        width = 9 - head[0].bit_length()
        if len(head) <= width or width > 4 or not head[width]:
            return
        name = int.from_bytes(head[:width])
        wide = 9 - head[width].bit_length()
        size = int.from_bytes(head[width : width + wide]) & ((1 << 7 * wide) - 1)
        if size == (1 << 7 * wide) - 1:
            size = 0 if name == _CLUSTER else view.size - at - width - wide
        yield name, view.part(at + width + wide, size)
        at += width + wide + size
