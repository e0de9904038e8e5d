"""What changes when a file does, without reading it: its size, dates and place (as Git does)."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.project_paths import PROJECT

State = tuple[str, int, int, int, int]
_PROGRAM = ("theme", "plugins", "pelicanconf.py", "publishconf.py", "requirements.lock")
_NOT_READ = frozenset({"__pycache__", ".git"})


def states_below(path: Path) -> Iterator[State]:
    """Yield, for a file or all the files of a folder, what changes when one of them does."""
    pending, seen = [os.fspath(path)], set()
    while pending:
        place = pending.pop()
        try:
            status = os.stat(place)  # noqa: PTH116 (thousands of them)
            yield place, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
            folder = (status.st_dev, status.st_ino)
            if stat.S_ISDIR(status.st_mode) and folder not in seen:  # a link may lead upwards
                seen.add(folder)
                with os.scandir(place) as entries:
                    names = sorted(entry.name for entry in entries if entry.name not in _NOT_READ)
                pending += [f"{place}/{name}" for name in names]
        except OSError:
            yield place, 0, 0, 0, 0


def program() -> list[State]:
    """Return the states of what builds sites: Python, its libraries, and this project's files.

    Installing a library writes a folder that bears its version, which tells enough of it.
    """
    folders = [Path(place) for place in sys.path if place.endswith("-packages")]
    found = sorted(info for folder in folders for info in folder.glob("*.dist-info"))
    libraries = [(str(info), 0, info.stat().st_mtime_ns, 0, 0) for info in found]
    own = [state for name in _PROGRAM for state in states_below(PROJECT / name)]
    return [(sys.version, 0, 0, 0, 0), *libraries, *own]


def digest(states: Any) -> str:
    """Return a short name for states, and whatever else has a lasting `repr`."""
    return hashlib.blake2b(repr(states).encode("utf-8", "surrogatepass")).hexdigest()
