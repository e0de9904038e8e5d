"""What changes when a file does, without reading it: its size, dates and place (as Git does)."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from core.project_paths import PROJECT

State = tuple[str, int, int, int, int]
_PROGRAM = ("theme", "plugins", "pelicanconf.py", "publishconf.py", "requirements.lock")
_NOT_READ = frozenset({"__pycache__", ".git"})


def states_below(path: Path, *, follow_links: bool = True) -> Iterator[State]:
    """Yield, for a file or all the files of a folder, what changes when one of them does.

    Of a folder, that is its name: its dates change when Python keeps there what it compiled.

    Args:
        follow_links: folders that links of the folder lead to, wherever they are, are looked into.
    """
    root = os.fspath(path)
    pending, seen = [root], set()
    while pending:
        place = pending.pop()
        try:
            status = os.stat(place)  # noqa: PTH116 (thousands of them)
            if not stat.S_ISDIR(status.st_mode):
                yield place, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
                continue
            yield place, 0, 0, 0, 0
            folder = (status.st_dev, status.st_ino)
            if folder not in seen:  # a link may lead upwards
                if not follow_links and place != root and os.path.islink(place):  # noqa: PTH114
                    continue
                seen.add(folder)
                with os.scandir(place) as entries:
                    names = sorted(entry.name for entry in entries if entry.name not in _NOT_READ)
                pending += [f"{place}/{name}" for name in names]
        except OSError:
            yield place, 0, 0, 0, 0


def program() -> list[State]:
    """Return the states of what builds sites: Python, its libraries, and this project's files.

    Those files are looked at once: a process goes on with what it has loaded.
    """
    places = [Path(place) for place in sys.path if place.endswith("-packages")]
    dated = ((str(place), place.stat().st_mtime_ns) for place in places if place.is_dir())
    libraries = _libraries(tuple(dated))
    return [(sys.version, 0, 0, 0, 0), *libraries, *_own(_PROGRAM)]


@lru_cache(maxsize=4)
def _own(names: tuple[str, ...]) -> list[State]:
    return [state for name in names for state in states_below(PROJECT / name)]


@lru_cache(maxsize=4)
def _libraries(places: tuple[tuple[str, int], ...]) -> list[State]:
    """Return the folders that installing a library writes: their names bear the versions."""
    found = sorted(info for place, _ in places for info in Path(place).glob("*.dist-info"))
    return [(str(info), 0, info.stat().st_mtime_ns, 0, 0) for info in found]


@cache
def program_digest() -> str:
    """Return a name for what builds sites, as this process loaded it."""
    return digest(program())


def digest(states: object) -> str:
    """Return a short name for states, and whatever else has a lasting `repr`."""
    return hashlib.blake2b(repr(states).encode("utf-8", "surrogatepass")).hexdigest()
