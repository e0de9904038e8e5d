"""The folder beside `output/` in which a site is made, and its coming into place.

A build killed at any moment leaves the earlier site whole; the next build clears what was left.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from core.project_paths import CACHE
from site_build.atomic_swap import ExchangeUnsupported, exchange

PATIENCE = 5.0  # seconds: two live servers on one output take turns
LOCKS = CACHE / "locks"
# Written in every folder that a build makes: only those are ever replaced or removed.
BUILT_SIGN = ".site-construit-ici"


class ForeignFolder(Exception):
    """A folder that a build needs bears no sign of ours: it is somebody's."""


class BusyOutput(Exception):
    """Another build is making the same site."""


def is_replaceable(output: Path) -> bool:
    """Return whether a folder is new, empty, or a site built here: nothing else is replaced."""
    if not output.exists():
        return True
    return output.is_dir() and (not any(output.iterdir()) or is_built_site(output))


def is_built_site(output: Path) -> bool:
    """Return whether a folder holds a site that was built here."""
    return os.path.isfile(output / BUILT_SIGN)  # noqa: PTH113 (false for a name that cannot be)


@contextlib.contextmanager
def locked(output: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the right to build one output; the system takes it back from a dead process.

    Args:
        patience: how many seconds to wait for another build's end.

    Raises:
        BusyOutput: another process still holds it.
    """
    LOCKS.mkdir(parents=True, exist_ok=True)
    path = lock_path(output)
    end = time.monotonic() + patience
    while not (lock := _try_lock(path)):
        if time.monotonic() >= end:
            raise BusyOutput(str(output))
        time.sleep(0.05)
    try:
        _clear_dead_locks()
        yield
    finally:
        path.unlink(missing_ok=True)
        lock.close()


def lock_path(output: Path) -> Path:
    """Return the file whose lock is the right to build an output."""
    return LOCKS / f"{hashlib.sha256(os.fsencode(output)).hexdigest()[:16]}.lock"


def _try_lock(path: Path) -> TextIO | None:
    """Return the open lock, or None when another holds it or has just removed it."""
    lock = path.open("w")
    with contextlib.suppress(OSError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.stat().st_ino == os.fstat(lock.fileno()).st_ino:
            return lock
    lock.close()
    return None


def _clear_dead_locks() -> None:
    """Remove the locks that killed builds have left: nobody holds them."""
    for path in LOCKS.glob("*.lock"):
        with contextlib.suppress(OSError):
            lock = _try_lock(path)
            if lock:
                path.unlink(missing_ok=True)
                lock.close()


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give a new folder beside `output`; it is removed at the end, whatever it then holds.

    Raises ForeignFolder: a folder of that name is somebody's.
    """
    staging, retired = _beside(output, "part"), _beside(output, "old")
    for folder in (staging, retired):
        if not is_replaceable(folder):
            raise ForeignFolder(str(folder))
    if retired.is_dir() and not output.exists():
        retired.rename(output)  # a build was killed between the two renames of `swap_in`
    for folder in (staging, retired):
        _remove(folder)
    staging.mkdir(parents=True)
    (staging / BUILT_SIGN).touch()
    try:
        yield staging
    finally:
        _remove(staging)
        _remove(retired)


def swap_in(staging: Path, output: Path) -> None:
    """Put a finished site in place of the earlier one, in one step where the system has it."""
    if not output.exists():
        staging.rename(output)
        return
    try:
        exchange(staging, output)
    except ExchangeUnsupported:
        output.rename(_beside(output, "old"))
        staging.rename(output)


def _beside(output: Path, kind: str) -> Path:
    return output.with_name(f".{output.name}.{kind}")


def _remove(folder: Path) -> None:
    """Remove a folder; its sign goes last, so that what a killed build leaves is known as ours."""
    if folder.is_symlink():
        folder.unlink()
    if not folder.is_dir():
        return
    for child in folder.iterdir():
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        elif child.name != BUILT_SIGN:
            child.unlink()
    (folder / BUILT_SIGN).unlink(missing_ok=True)
    folder.rmdir()
