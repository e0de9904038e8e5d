"""The size that an SVG file gives itself."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

# CSS pixels (CSS Values 4, section 6.2).
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)\s*")
_HEAD = 65_536  # bytes: the root is at the beginning


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in CSS pixels, from its own or its `viewBox`; None when it has none.

    >>> svg_size(b'<svg viewBox="0 0 40 30"/>'), svg_size(b'<svg width="1in" height="10px"/>')
    ((40, 30), (96, 10))
    """
    root = LexborHTMLParser(data[:_HEAD].decode("utf-8", "replace")).css_first("svg")
    if root is None:
        return None
    own = [_pixels(root.attributes.get(side) or "") for side in ("width", "height")]
    box = [
        _pixels(part)
        for part in re.split(
            r"[\s,]+",
            (root.attributes.get("viewbox") or root.attributes.get("viewBox") or "").strip(),
        )
    ]
    width, height = own
    if len(box) == 4 and box[2] and box[3]:
        if width is None and height is None:
            width, height = box[2:]
        else:
            width, height = width or height * box[2] / box[3], height or width * box[3] / box[2]
    return (max(1, round(width)), max(1, round(height))) if width and height else None


def _pixels(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    if not found or found[2] not in _UNITS:
        return None
    return float(found[1]) * _UNITS[found[2]]
