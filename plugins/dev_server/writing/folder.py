"""Writes files of a content folder: each in one step, all of them or none, links not followed."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.plain_files import read_inside

_FOLDER = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY | os.O_NOFOLLOW
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW


class Moved(Exception):
    """A file is not what it was when the change was begun; or one is there that was not."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name


@contextlib.contextmanager
def folder_of(root: Path, name: str, *, is_made: bool = False) -> Iterator[int]:
    """Give the descriptor of the folder of a file, reached without any link.

    Args:
        root: the content folder, which is trusted.
        name: the file, relative to it, in steps that were looked at (`names.py`).
        is_made: make the folders that are not there.

    Raises:
        OSError: a folder is not there, or is none, or is a link.
    """
    place = os.open(root, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
    try:
        for step in name.split("/")[:-1]:
            if is_made:
                with contextlib.suppress(FileExistsError):
                    os.mkdir(step, dir_fd=place)
            below = os.open(step, _FOLDER, dir_fd=place)
            os.close(place)
            place = below
        yield place
    finally:
        os.close(place)


def is_there(root: Path, name: str) -> bool:
    """Return whether anything bears a name, a link that leads nowhere too."""
    try:
        with folder_of(root, name) as place:
            os.stat(_base(name), dir_fd=place, follow_symlinks=False)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def check_plain(root: Path, name: str) -> None:
    """See that what bears a name is a file, no link to one; raise OSError if it is not."""
    with folder_of(root, name) as place:
        found = os.stat(_base(name), dir_fd=place, follow_symlinks=False)
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "ce n'est pas un fichier ordinaire", name)


def version_of(data: bytes) -> str:
    """Return what changes when, and only when, the bytes of a file do."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


@dataclass
class Change:
    """One file to be written or taken away: prepared beside it, then made, unmade if need be."""

    root: Path
    name: str
    data: bytes | None  # its bytes to come; None to take it away
    # The version that the change was made from; None when nothing may bear the name yet.
    base: str | None

    def __post_init__(self) -> None:
        """Choose a name for what is written beside; neither the site nor its watcher heeds it."""
        self._beside = f".{secrets.token_hex(8)}.tmp"
        self._old: bytes | None = None
        self._is_made = False

    def check(self) -> None:
        """See that the file is as it was.

        Raises:
            Moved: it is not.
            OSError: it cannot be read, or is no file.
        """
        if self.base is None:
            if is_there(self.root, self.name):
                raise Moved(self.name)
            return
        try:
            check_plain(self.root, self.name)
            self._old = read_inside(self.root, self.name)
        except FileNotFoundError:
            raise Moved(self.name) from None
        if version_of(self._old) != self.base:
            raise Moved(self.name)

    def prepare(self) -> None:
        """Write the new bytes beside the file."""
        with folder_of(self.root, self.name, is_made=True) as place:
            if self.data is not None:
                self._write(place, self.data)

    def make(self) -> None:
        """Put the file in its place, or take it away; raise Moved if it is not what it was."""
        self.check()
        with folder_of(self.root, self.name) as place:
            if self.data is None:
                os.unlink(_base(self.name), dir_fd=place)
            elif self.base is None:
                _put_new(place, self._beside, self.name)
            else:
                _replace(place, self._beside, _base(self.name))
            self._is_made = True
            with contextlib.suppress(OSError):  # some disks know no such thing of folders
                os.fsync(place)

    def unmake(self) -> None:
        """Put back what was there."""
        if not self._is_made:
            return
        with folder_of(self.root, self.name) as place:
            if self._old is None:
                os.unlink(_base(self.name), dir_fd=place)
            else:
                self.clear()
                self._write(place, self._old)
                _replace(place, self._beside, _base(self.name))

    def clear(self) -> None:
        """Remove what was written beside."""
        with contextlib.suppress(OSError), folder_of(self.root, self.name) as place:
            os.unlink(self._beside, dir_fd=place)

    def _write(self, place: int, data: bytes) -> None:
        """Write bytes beside the file, whose rights they get, if it is there."""
        descriptor = os.open(self._beside, _NEW, 0o666, dir_fd=place)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            with contextlib.suppress(FileNotFoundError):
                os.fchmod(descriptor, os.stat(_base(self.name), dir_fd=place).st_mode & 0o777)
            os.fsync(descriptor)


def make_all(changes: list[Change]) -> None:
    """Make changes, or none of them.

    Raises:
        Moved: one is not what it was when its change was begun.
        OSError: one cannot be made.
    """
    for change in changes:
        change.check()
    try:
        for change in changes:
            change.prepare()
        for change in changes:
            change.make()
    except BaseException:
        for change in reversed(changes):
            with contextlib.suppress(OSError):  # as many as can be
                change.unmake()
        raise
    finally:
        for change in changes:
            change.clear()


def _put_new(place: int, beside: str, name: str) -> None:
    """Give a file written beside a name, taken first; raise Moved if something bears it."""
    try:
        os.close(os.open(_base(name), _NEW, 0o666, dir_fd=place))
    except FileExistsError:
        raise Moved(name) from None
    _replace(place, beside, _base(name))


def _replace(place: int, beside: str, base: str) -> None:
    os.replace(beside, base, src_dir_fd=place, dst_dir_fd=place)


def _base(name: str) -> str:
    return name.rpartition("/")[2]
