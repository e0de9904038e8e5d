"""The compressed copies of one folder's texts, and the count of what they save."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from core.file_cache import FileCache
from core.french.numbers import grouped
from core.progress import Progress
from output_files.precompression.formats import ENDINGS, FORMATS, MINIMUM

_MAX_BYTES, _MAX_DAYS = 200_000_000, 120  # ten thousand pages, a season without publishing


@dataclass
class Compression:
    """What came of it; sizes are in bytes."""

    texts: int = 0  # how many files have a copy at least
    before: int = 0  # their size
    # The size of the copies, by ending (`.br`, `.gz`).
    after: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FORMATS, 0))
    # The files, relative to the folder, that stand where a copy would and are none: a server would
    # send them in place of the text they are named after.
    foreign: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        """Return what it saves, in one French line; a kilobyte is 1000 bytes."""
        plain, *packed = (
            f"{grouped(round(size / 1000))}\N{NO-BREAK SPACE}ko"
            for size in (self.before, *self.after.values())
        )
        texts = f"{self.texts} texte{'s' if self.texts > 1 else ''}"
        return f"{texts} : {plain}, et pour les navigateurs {packed[0]} (br) ou {packed[1]} (gz)."


def precompress(folder: Path, cache: FileCache) -> Compression:
    """Write `.br` and `.gz` copies beside the texts of a finished site.

    A file gets a copy only if that is smaller. A copy has the time of its original, for servers
    that say when a file changed. What already has the name of a copy is never written over.

    Args:
        folder: the site; nothing else may write in it meanwhile.
        cache: keeps copies by what they are made of, so that each is made once.

    Raises:
        OSError: the folder cannot be written.
    """
    result = Compression()
    paths = list(_texts(folder))
    progress = Progress(sys.stderr, len(paths), "Compression")
    with ThreadPoolExecutor(os.cpu_count()) as workers:  # both encoders leave Python's lock
        made = workers.map(partial(_copies, cache=cache), paths)
        for done, (path, copies) in enumerate(zip(paths, made, strict=True)):
            progress.show(done)
            _place(path, copies, folder, result)
    progress.end()
    cache.prune(_MAX_BYTES, _MAX_DAYS)
    return result


def _texts(folder: Path) -> Iterator[Path]:
    """Give the texts that are worth it, in order; a symbolic link is not followed."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for path in (Path(parent, name) for name in sorted(names)):
            is_text = path.suffix.lower() in ENDINGS and not path.name.startswith(".")
            if is_text and not path.is_symlink() and path.stat().st_size >= MINIMUM:
                yield path


def _copies(path: Path, cache: FileCache) -> dict[str, bytes]:
    """Return the copies of a text that are smaller than it, by ending."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    packed = {
        suffix: cache.get_or_make(f"{recipe} {digest}", partial(make, data))
        for suffix, (make, recipe) in FORMATS.items()
    }
    return {suffix: copy for suffix, copy in packed.items() if len(copy) < len(data)}


def _place(path: Path, copies: dict[str, bytes], folder: Path, result: Compression) -> None:
    """Write copies beside their text, and count them; what has their name already stays."""
    placed = 0
    for suffix, data in copies.items():
        copy = path.with_name(path.name + suffix)
        if not os.path.lexists(copy):
            _write(copy, data, path.stat().st_mtime_ns)
        elif copy.is_symlink() or not copy.is_file() or copy.read_bytes() != data:
            result.foreign.append(copy.relative_to(folder).as_posix())
            continue
        result.after[suffix] += len(data)
        placed += 1
    if placed:
        result.texts += 1
        result.before += path.stat().st_size


def _write(path: Path, data: bytes, modified: int) -> None:
    """Write a file whole or not at all, with a time (nanoseconds since 1970)."""
    part = path.with_name(f".{path.name[:100]}.part")
    part.write_bytes(data)
    os.utime(part, ns=(modified, modified))
    part.replace(path)
