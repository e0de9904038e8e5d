"""What a held site has at an address, and how it is had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ServedFile:
    """What there is at an address."""

    name: str  # the file of the output that it is, for its type
    data: bytes | None = None  # its bytes; None when they are those of a file
    root: Path | None = None  # a folder
    path: str = ""  # a file of it that is published as it is


def made(name: str, make: Callable[[], bytes]) -> Callable[[], ServedFile]:
    """Return what gives a file that is made when it is asked for."""
    return lambda: ServedFile(name, make())


def copied(root: Path, name: str) -> Callable[[], ServedFile]:
    """Return what gives a file that is published as it is."""
    return lambda: ServedFile(name, root=root, path=name)
