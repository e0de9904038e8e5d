"""Opens a file of a folder, and nothing else: no device, no pipe, nothing outside of the folder.

What a name stands for may change at any moment. Each step of a path is opened from the one before,
links not followed, and what was opened is looked at, not its name.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path
from typing import BinaryIO

from core.diagnostics import Rule
from core.diagnostics.catalog.files import FOLDER_FOR_A_FILE, LINK_LEADS_AWAY, NO_PLAIN_FILE

_FOLDER = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY
# A pipe that nobody writes to would be waited for.
_FILE = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
_ON_A_LINK = (errno.ELOOP, errno.ENOTDIR, errno.EMLINK)


class NotPlain(OSError):
    """What a name stands for is no plain file inside its folder; `diagnostic` says what."""

    def __init__(self, path: Path, rule: Rule):
        self.diagnostic = rule()
        super().__init__(errno.EINVAL, self.diagnostic.message, str(path))


def open_inside(root: Path, name: str) -> BinaryIO:
    """Open a file for reading.

    Args:
        root: the folder, which is trusted.
        name: the file, relative to it, `/` between folders.

    Raises:
        NotPlain: it is no plain file, or not inside.
        OSError: it cannot be opened.
    """
    try:
        return os.fdopen(_opened(root, name), "rb")
    except OSError as error:
        if error.errno not in _ON_A_LINK:
            raise
    return os.fdopen(_opened(root, _behind_links(root, name)), "rb")


def read_inside(root: Path, name: str, limit: int = -1) -> bytes:
    """Return the bytes of a file, the first ones where there is a limit; see `open_inside`."""
    with open_inside(root, name) as file:
        return file.read(limit)


def copy_inside(root: Path, name: str, target: Path) -> None:
    """Copy the bytes of a file; see `open_inside`."""
    with open_inside(root, name) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file, 1_000_000)


def _opened(root: Path, name: str) -> int:
    """Return the descriptor of a file; a link on the way raises `ELOOP` or `ENOTDIR`."""
    *folders, base = name.split("/")
    place = os.open(root, _FOLDER)
    try:
        for folder in folders:
            below = _step(root, name, place, folder)
            os.close(place)
            place = below
        found = os.stat(base, dir_fd=place, follow_symlinks=False)
        if stat.S_ISLNK(found.st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(root / name))
        _check(found, root, name)  # opening a device may do something
        file = os.open(base, _FILE, dir_fd=place)
    finally:
        os.close(place)
    try:
        _check(os.fstat(file), root, name)
    except NotPlain:
        os.close(file)
        raise
    return file


def _step(root: Path, name: str, place: int, folder: str) -> int:
    if folder in ("", ".."):
        raise NotPlain(root / name, LINK_LEADS_AWAY)
    return os.open(folder, _FOLDER | os.O_NOFOLLOW, dir_fd=place)


def _check(found: os.stat_result, root: Path, name: str) -> None:
    if not stat.S_ISREG(found.st_mode):
        is_folder = stat.S_ISDIR(found.st_mode)
        raise NotPlain(root / name, FOLDER_FOR_A_FILE if is_folder else NO_PLAIN_FILE)


def _behind_links(root: Path, name: str) -> str:
    """Return the name, without any link, of the file that a link of the folder leads to."""
    try:
        target = (root / name).resolve(strict=True)
        inside = target.relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError) as error:
        raise NotPlain(root / name, LINK_LEADS_AWAY) from error
    if not target.is_file():
        raise NotPlain(root / name, LINK_LEADS_AWAY)
    return inside
