"""Makes the variants of pictures, several at once, and remembers them."""

from __future__ import annotations

import hashlib
import posixpath
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from core.diagnostics.catalog.image_files import TOO_MANY_HUGE_PICTURES
from core.file_cache import FileCache
from core.plain_files import read_inside
from core.progress import Progress
from page_parts.images.encode import ENDINGS, RECIPE, Pixels
from page_parts.images.picture_file import BadPicture, PictureFile, read_picture
from page_parts.images.svg_size import root_attributes, svg_size
from page_parts.images.variants import WIDTHS, Names, fallback_width, widths

SMALL = 10_000  # bytes: below, one file does
MODERN = ("AVIF", "WEBP")  # the best first
_THREADS = 2
_HEAVY = 60_000_000  # bytes: a photo of 12 megapixels takes fewer
# Pixels of one that no scanner makes, read whole for want of a JPEG's fractions; of all of these.
_HUGE, MOST_PIXELS_OF_HUGE = 50_000_000, 300_000_000


@dataclass(frozen=True)
class Variant:
    """One file to publish: its path in the output, its width, its key in the cache."""

    path: str
    kind: str
    width: int
    key: str


@dataclass(frozen=True)
class Picture:
    """A picture as pages show it.

    Attributes:
        size: width and height in pixels, upright.
        fallback: the file for every browser; None when the original itself is shown.
        sources: for each modern format that is worth it, its files, narrowest first.
        colour: what its place shows before it comes, `#rrggbb`; "" when it is not opaque.
    """

    size: tuple[int, int]
    fallback: Variant | None = None
    sources: tuple[tuple[Variant, ...], ...] = ()
    colour: str = ""

    @property
    def variants(self) -> list[Variant]:
        """Return all the files to publish."""
        modern = [variant for source in self.sources for variant in source]
        return [self.fallback, *modern] if self.fallback else []


def digest(data: bytes) -> str:
    """Return what the variants of a picture's file depend on: its bytes and the recipe."""
    return f"{RECIPE} {hashlib.sha256(data).hexdigest()}"


class _Work:
    """The making of one picture's variants; its pixels are read when the first is missing."""

    def __init__(self, name: str, root: Path, data: bytes, picture: PictureFile):
        self.name, self.size = name, picture.size
        self.is_heavy = picture.memory > _HEAVY
        self.fallback_kind = picture.fallback_kind
        self._root = root
        self._digest = digest(data)
        self._names = Names(name, self._digest)
        self.colour_key = f"{self._digest} colour"
        self._pixels: Pixels | None = None
        self._lock = threading.Lock()
        wanted = [(kind, width) for kind in MODERN for width in widths(picture.width)]
        wanted.append((self.fallback_kind, fallback_width(picture.width, picture.has_palette)))
        self.variants = [self._variant(kind, width) for kind, width in wanted]

    def _variant(self, kind: str, width: int) -> Variant:
        path = self._names.path(width, ENDINGS[kind])
        return Variant(path, kind, width, f"{self._digest} {kind} {width}")

    def encoded(self, variant: Variant) -> bytes:
        """Return a variant's bytes, made now."""
        return self._read().encoded(variant.width, variant.kind)

    def colour(self) -> bytes:
        """Return the colour of the picture's place (see `Picture`), found now."""
        return self._read().colour().encode()

    def _read(self) -> Pixels:
        with self._lock:
            if self._pixels is None:
                self._pixels = Pixels(read_inside(self._root, self.name), WIDTHS[-1])
        return self._pixels

    def result(self, sizes: list[int], colour: str) -> Picture:
        """Return the picture, from the sizes of its variants in bytes, in order.

        A modern format stays when, at the fallback's width, it is smaller than what comes after it.
        """
        self._pixels = None
        *modern, fallback = zip(self.variants, sizes, strict=True)
        sources: list[tuple[Variant, ...]] = []
        smallest = fallback[1]
        for kind in reversed(MODERN):
            files = {
                variant.width: (variant, size) for variant, size in modern if variant.kind == kind
            }
            beside = files[fallback[0].width][1]
            if all(size for _, size in files.values()) and beside < smallest:
                smallest = beside
                sources.insert(0, tuple(variant for variant, _ in files.values()))
        return Picture(self.size, fallback[0], tuple(sources), colour)


class PicturePipeline:
    """Prepares pictures, each once.

    Args:
        root: the content folder.
        cache: where files made are kept.
        tell: told of each picture that cannot be prepared: its file, then why.

    Attributes:
        is_idle: nothing is made, as the site will not be published: pictures are of no bytes.
    """

    def __init__(self, root: Path, cache: FileCache, tell: Callable[[str, BadPicture], None]):
        self._root, self._cache, self._report = root, cache, tell
        self._known: dict[str, Picture | None] = {}
        self._works: dict[str, _Work] = {}
        self._huge: dict[str, int] = {}  # pixels of each
        self.is_idle = False

    def picture(self, name: str) -> Picture | None:
        """Return a picture of the content; None when it cannot be read."""
        if name not in self._known:
            self.prepare([name])
        return self._known[name]

    def prepare(self, names: Iterable[str]) -> None:
        """Make the variants of several pictures, two at a time; say how far it is on stderr.

        Those that take much memory come last, each alone.
        """
        works = [work for name in names if name not in self._known and (work := self._begin(name))]
        progress = Progress(sys.stderr, len(works))
        pool = ThreadPoolExecutor(_THREADS)
        try:
            works.sort(key=lambda work: work.is_heavy)
            begun = [self._submit(pool, work) for work in works if not work.is_heavy]
            for done, work in enumerate(works, 1):
                sizes = begun[done - 1] if done <= len(begun) else self._submit(pool, work)
                self._finish(work, sizes)
                progress.show(done)
        finally:  # who interrupts a build does not wait for what is left
            pool.shutdown(cancel_futures=True)
            progress.end()

    def _submit(self, pool: ThreadPoolExecutor, work: _Work) -> list[Future[int]]:
        return [pool.submit(self._size, work, variant) for variant in work.variants]

    def data(self, name: str, variant: Variant) -> bytes:
        """Return the bytes of a variant of a picture, perhaps prepared by another process."""
        if name not in self._works:
            self.prepare([name])
        if self.is_idle:
            return b""
        work = self._works[name]
        return self._cache.get_or_make(variant.key, lambda: work.encoded(variant))

    def _finish(self, work: _Work, sizes: list[Future[int]]) -> None:
        """Wait for a picture's variants, and know it; one that does not read keeps its original."""
        try:
            known = [size.result() for size in sizes]
            colour = self._cache.get_or_make(work.colour_key, work.colour)
            self._known[work.name] = work.result(known, colour.decode())
        except BadPicture as bad:
            self._known[work.name] = Picture(work.size)
            self._report(work.name, bad)

    def _begin(self, name: str) -> _Work | None:
        """Read a picture's head; return the work that it asks, if any."""
        data = read_inside(self._root, name)
        self._known[name] = None
        if posixpath.splitext(name)[1].lower() == ".svg":
            self._known[name] = self._drawing(name, data)
            return None
        try:
            picture = read_picture(data)
        except BadPicture as bad:
            self._report(name, bad)
            return None
        self._known[name] = Picture(picture.size)
        if not picture.has_known_colours:
            return None
        if picture.is_animated or picture.kind == "GIF":
            return None
        if len(data) < SMALL and picture.kind != "TIFF":  # which browsers do not show
            return None
        if not self._has_time_for(name, picture):
            self._report(name, BadPicture(TOO_MANY_HUGE_PICTURES(most=_HUGE // 1_000_000)))
            return None
        work = self._works[name] = _Work(name, self._root, data, picture)
        if self.is_idle:
            self._known[name] = Picture(work.size, work.variants[-1])
            return None
        return work

    def _has_time_for(self, name: str, picture: PictureFile) -> bool:
        """Return whether a picture is not huge, or one of the few of a site that may be."""
        pixels = picture.width * picture.height
        if picture.memory <= _HEAVY or pixels <= _HUGE:
            return True
        self._huge.pop(name, None)
        if sum(self._huge.values()) + pixels > MOST_PIXELS_OF_HUGE:
            return False
        self._huge[name] = pixels
        return True

    def _drawing(self, name: str, data: bytes) -> Picture | None:
        try:
            root_attributes(data)
        except BadPicture as bad:
            self._report(name, bad)
        size = svg_size(data)
        return Picture(size) if size else None

    def _size(self, work: _Work, variant: Variant) -> int:
        """Make a variant unless it is kept, and return its size in bytes."""
        return len(self._cache.get_or_make(variant.key, lambda: work.encoded(variant)))
