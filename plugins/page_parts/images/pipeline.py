"""Makes the variants of images, several at once, and remembers them."""

from __future__ import annotations

import functools
import hashlib
import os
import posixpath
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from core.file_cache import FileCache
from core.plain_files import read_inside
from core.progress import Progress
from page_parts.images.encode import ENDINGS, RECIPE, Pixels
from page_parts.images.image_head import BadImage, ImageHead, read_image
from page_parts.images.memory import MOST_BYTES, Room
from page_parts.images.svg_size import root_attributes, svg_size
from page_parts.images.variants import WIDTHS, Names, fallback_width, widths

_T = TypeVar("_T")

SMALL = 10_000  # bytes: below, one file does
_HEAVY = 60_000_000  # bytes: a photo of 12 megapixels takes fewer
_SKETCH = 64  # pixels in a row: enough to see that an image reads, and its colour


@dataclass(frozen=True)
class Variant:
    """One file to publish: its path in the output, its width, its key in the cache."""

    path: str
    kind: str
    width: int
    key: str


@dataclass(frozen=True)
class PreparedImage:
    """An image as pages show it."""

    size: tuple[int, int]  # width and height in pixels, upright
    # The file for every browser; None when the original itself is shown.
    fallback: Variant | None = None
    # Its files in AVIF, narrowest first; none when that is not worth it.
    modern: tuple[Variant, ...] = ()
    colour: str = ""  # what its place shows before it comes, `#rrggbb`; "" when it is not opaque

    @property
    def variants(self) -> list[Variant]:
        """Return all the files to publish."""
        return [self.fallback, *self.modern] if self.fallback else []


def digest(data: bytes) -> str:
    """Return what the variants of an image's file depend on: its bytes and the recipe."""
    return f"{RECIPE} {hashlib.sha256(data).hexdigest()}"


class _Work:
    """The making of one image's variants, by one thread."""

    def __init__(self, name: str, root: Path, data: bytes, head: ImageHead):
        self.name, self.size = name, head.size
        self.memory = head.memory if head.memory < _HEAVY else MOST_BYTES  # alone
        self._root = root
        self._digest = digest(data)
        self._names = Names(name, self._digest)
        self._colour_key = f"{self._digest} colour"
        self.modern = tuple(self._variant("AVIF", width) for width in widths(head.width))
        width = fallback_width(head.width, head.has_palette)
        self.fallback = self._variant(head.fallback_kind, width)

    def _variant(self, kind: str, width: int) -> Variant:
        path = self._names.path(width, ENDINGS[kind])
        return Variant(path, kind, width, f"{self._digest} {kind} {width}")

    def pixels(self, widest: int = WIDTHS[-1]) -> Pixels:
        """Read the pixels."""
        return Pixels(read_inside(self._root, self.name), widest)

    def made(self, cache: FileCache, room: Room) -> PreparedImage:
        """Make all that is not kept, and return the image.

        AVIF stays when, at the fallback's width, it is smaller.

        Raises BadImage: the pixels do not read.
        """
        with room.taken(self.memory):
            pixels = functools.cache(self.pixels)  # read when the first is missing
            sizes = {it.width: len(_data(it, cache, pixels)) for it in self.modern}
            plain = len(_data(self.fallback, cache, pixels))
            colour = cache.get_or_make(self._colour_key, lambda: pixels().colour().encode())
        is_worth_it = all(sizes.values()) and sizes[self.fallback.width] < plain
        modern = self.modern if is_worth_it else ()
        return PreparedImage(self.size, self.fallback, modern, colour.decode())

    def sketched(self, cache: FileCache, room: Room) -> PreparedImage:
        """Return the image as `made` would, but for what only its files can tell."""
        if cache.get(self._colour_key) is not None:
            return self.made(cache, room)
        with room.taken(self.memory):
            colour = self.pixels(_SKETCH).colour()
        return PreparedImage(self.size, self.fallback, self.modern, colour)


def _data(variant: Variant, cache: FileCache, pixels: Callable[[], Pixels]) -> bytes:
    """Return a variant's bytes, made unless they are kept."""
    return cache.get_or_make(variant.key, lambda: pixels().encoded(variant.width, variant.kind))


class ImagePipeline:
    """Prepares images, each once.

    Args:
        root: the content folder.
        tell: told of each image that cannot be prepared: its file, then why.

    Attributes:
        is_idle: nothing is made, as the site will not be published: images are of no bytes.
        is_lazy: images are known before their files are made, each when it is asked for.
    """

    def __init__(self, root: Path, cache: FileCache, tell: Callable[[str, BadImage], None]):
        self._root, self._cache, self._report = root, cache, tell
        self._known: dict[str, PreparedImage | None] = {}
        self._works: dict[str, _Work] = {}
        self._room = Room(MOST_BYTES)
        self.is_idle = self.is_lazy = False

    def prepared(self, name: str) -> PreparedImage | None:
        """Return an image of the content; None when it cannot be read."""
        if name not in self._known:
            self.prepare([name])
        return self._known[name]

    def prepare(self, names: Iterable[str]) -> None:
        """Make the variants of several images at once; say how far it is on stderr.

        One that does not read keeps its original.
        """
        works = [work for name in names if name not in self._known and (work := self._begin(name))]
        works.sort(key=lambda work: -work.memory)  # little is held yet
        progress = Progress(sys.stderr, len(works))
        pool = ThreadPoolExecutor(os.cpu_count())  # reading and encoding leave Python's lock
        make = _Work.sketched if self.is_lazy else _Work.made
        try:
            begun = [pool.submit(let_go, make, work, self._cache, self._room) for work in works]
            for done, (work, image) in enumerate(zip(works, begun, strict=True), 1):
                try:
                    self._known[work.name] = image.result()
                except BadImage as bad:
                    self._report(work.name, bad)
                progress.show(done)
        finally:  # who interrupts a build does not wait for what is left
            pool.shutdown(cancel_futures=True)
            progress.end()

    def data(self, name: str, variant: Variant) -> bytes:
        """Return the bytes of a variant of an image, perhaps prepared by another process."""
        if name not in self._works:
            self.prepare([name])
        return b"" if self.is_idle else _data(variant, self._cache, self._works[name].pixels)

    def _begin(self, name: str) -> _Work | None:
        """Read an image's head; return the work that it asks, if any."""
        data = read_inside(self._root, name)
        self._known[name] = None
        if posixpath.splitext(name)[1].lower() == ".svg":
            self._known[name] = self._drawing(name, data)
            return None
        try:
            head = read_image(data)
        except BadImage as bad:
            self._report(name, bad)
            return None
        self._known[name] = PreparedImage(head.size)
        is_small = len(data) < SMALL and head.kind != "TIFF"  # which browsers do not show
        if is_small or head.is_animated or head.kind == "GIF" or not head.has_known_colours:
            return None
        work = self._works[name] = _Work(name, self._root, data, head)
        if self.is_idle:
            self._known[name] = PreparedImage(work.size, work.fallback)
            return None
        return work

    def _drawing(self, name: str, data: bytes) -> PreparedImage | None:
        try:
            root_attributes(data)
        except BadImage as bad:
            self._report(name, bad)
        size = svg_size(data)
        return PreparedImage(size) if size else None


def let_go(make: Callable[..., _T], *given: object) -> _T:
    """Do a work; what is raised holds no frame of it, hence no pixel, until it is reported.

    Raises BadImage: the image cannot be prepared.
    """
    try:
        return make(*given)
    except BadImage as bad:
        diagnostic = bad.diagnostic
    raise BadImage(diagnostic)
