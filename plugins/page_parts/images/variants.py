"""Which widths an image is published in, and under which names."""

from __future__ import annotations

import hashlib
import posixpath
import re

from core.names import nfc, without_accents

# Pixels. A phone's screen, the column at 1x, a dense phone's or a tablet's, the column at 2x:
# less than half of a photo of 12 megapixels, upright or not, which is then read at half its size.
WIDTHS = (520, 800, 1100, 1472)
FALLBACK = 800
# A candidate that is nearly as wide as the widest saves too little to be worth its bytes of HTML.
_NEARLY = 0.85

_HASH_LENGTH = 8
_STEM_LENGTH = 60
# The names of variants, as a regular expression: what bears one of them never changes.
LASTING = rf"[A-Za-z0-9_-]+\.[0-9a-f]{{{_HASH_LENGTH}}}-[0-9]+\.[a-z]+"


def widths(width: int) -> list[int]:
    """Return the widths of the variants of an image, narrowest first; none is wider than it.

    >>> widths(4000), widths(1240), widths(500)
    ([520, 800, 1100, 1472], [520, 800, 1240], [500])
    """
    widest = min(width, WIDTHS[-1])
    return [*(candidate for candidate in WIDTHS if candidate < widest * _NEARLY), widest]


def fallback_width(width: int, has_palette: bool = False) -> int:
    """Return the width of the variant for browsers that do not know AVIF.

    An image of few colours gets many more, and heavier, as soon as it is resized.
    """
    if has_palette and width <= WIDTHS[-1]:
        return width
    return min(widths(width), key=lambda candidate: abs(candidate - FALLBACK))


def height_at(width: int, size: tuple[int, int]) -> int:
    """Return the height, at a width, of an image of a size (width, height)."""
    return max(1, round(size[1] * width / size[0]))


class Names:
    """The published names of one image's variants.

    Args:
        name: its file, relative to the content folder.
        digest: what its variants depend on, hashed: its bytes and the recipe.
    """

    def __init__(self, name: str, digest: str):
        # The name counts too: `a b.png` and `a-b.jpg` have the same readable stem.
        mark = hashlib.sha256(f"{nfc(name)}\0{digest}".encode()).hexdigest()[:_HASH_LENGTH]
        folder, base = posixpath.split(name)
        self._start = posixpath.join(folder, f"{safe_stem(base)}.{mark}")

    def path(self, width: int, ending: str) -> str:
        """Return a variant's file, relative to the output folder; `ending` is `jpg` or `avif`."""
        return f"{self._start}-{width}.{ending}"


def safe_stem(base: str) -> str:
    """Return a file's name without ending nor anything that an address would escape.

    >>> safe_stem("L'été à Sète (1).JPG"), safe_stem("写真.png")
    ('L-ete-a-Sete-1', 'image')
    """
    letters = without_accents(posixpath.splitext(base)[0], "NFKD")
    return re.sub(r"[^A-Za-z0-9_]+", "-", letters).strip("-")[:_STEM_LENGTH] or "image"
