"""The folder beside `output/` in which a site is made, and its coming into place.

A build killed at any moment leaves the earlier site whole; the next build clears what was left.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from site_build.exchange import ExchangeUnsupported, exchange
from site_build.request import PROJECT

LOCKS = PROJECT / ".cache" / "locks"
# Written in every folder that a build makes: only those are ever replaced or removed.
BUILT_SIGN = ".site-construit-ici"


class NotOurs(Exception):
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
    return (output / BUILT_SIGN).is_file()


def lock_file(output: Path) -> Path:
    """Return the file that is locked while an output is built."""
    return LOCKS / f"{hashlib.sha256(os.fsencode(output)).hexdigest()[:16]}.lock"


@contextlib.contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the right to build one output; the system takes it back from a dead process.

    Raises:
        BusyOutput: another process holds it.
    """
    LOCKS.mkdir(parents=True, exist_ok=True)
    with lock_file(output).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyOutput(str(output)) from error
        yield


@contextlib.contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give a new folder beside `output`; it is removed at the end, whatever it then holds.

    Raises:
        NotOurs: a folder of that name is somebody's.
    """
    staging, retired = _beside(output, "part"), _beside(output, "old")
    for folder in (staging, retired):
        if not is_replaceable(folder):
            raise NotOurs(str(folder))
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
    if not folder.is_dir():
        return
    for child in folder.iterdir():
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        elif child.name != BUILT_SIGN:
            child.unlink()
    (folder / BUILT_SIGN).unlink(missing_ok=True)
    folder.rmdir()
