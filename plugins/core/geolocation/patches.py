"""What is to be written over a file, in place, so that it says no position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

WINDOW = 4_000_000  # bytes read at once
MOST_PLACES = 20_000  # of one file that are looked at: a long document has some hundreds of photos
_OVERLAP = 4096  # bytes: no mark nor text that is looked for is longer


@dataclass(frozen=True)
class Patch:
    """Bytes to write over those that stand somewhere in a file."""

    at: int
    data: bytes


@dataclass(frozen=True)
class Found:
    """What a file says of where it was made."""

    # What takes it out, the rest of the file left as it is; none when it says nothing.
    patches: tuple[Patch, ...] = ()
    # Where it says it in a way that nothing here takes out, in French; "" for nowhere.
    stuck: str = ""

    def __bool__(self) -> bool:
        return bool(self.patches or self.stuck)


class View:
    """A part of a file, read piece by piece: where it starts there, and its size in bytes."""

    def __init__(self, file: BinaryIO, start: int = 0, size: int | None = None):
        self._file, self.start = file, start
        end = file.seek(0, 2)
        self.size = max(0, end - start if size is None else min(size, end - start))

    def get(self, at: int, length: int) -> bytes:
        """Return some bytes, fewer at the end."""
        if not 0 <= at < self.size or length <= 0:
            return b""
        self._file.seek(self.start + at)
        return self._file.read(min(length, self.size - at))

    def part(self, at: int, size: int | None = None) -> View:
        """Return a part of it."""
        left = self.size - at
        return View(self._file, self.start + at, left if size is None else min(size, left))

    def windows(self) -> Iterator[tuple[int, bytes]]:
        """Give all of it, as pieces that overlap: where each begins, its bytes."""
        for at in range(0, self.size, WINDOW):
            yield at, self.get(at, WINDOW + _OVERLAP)


def write_patches(file: BinaryIO, patches: Iterable[Patch]) -> None:
    """Write patches over a file, open for reading and writing."""
    for patch in patches:
        file.seek(patch.at)
        file.write(patch.data)
