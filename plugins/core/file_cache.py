"""Files that took long to make, kept from one build to the next, named by the hash of their key.

A key names everything the bytes depend on (the hash of the source, the recipe, the version of the
encoder): what is kept under it never changes, and nothing is ever out of date.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_DIGEST_SIZE = hashlib.sha256().digest_size
_DAY = 86_400  # seconds
# An entry's last use is noted once a day: reading thousands of them writes nothing.
_NOTED_AFTER = _DAY
_PRUNED = "pruned"  # touched once the folder is pruned


class FileCache:
    """Keeps bytes by key."""

    def __init__(self, folder: Path):
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None: never kept, removed, or damaged."""
        path = self._path(key)
        try:
            with open(path, "rb") as file:  # noqa: PTH123 (thousands of them)
                digest, data = file.read(_DIGEST_SIZE), file.read()
                used = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        if hashlib.sha256(data).digest() != digest:
            return None
        if time.time() - used > _NOTED_AFTER:
            with contextlib.suppress(OSError):
                os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key, whole or not at all; a disk that refuses is no fault."""
        path = Path(self._path(key))
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(data).digest() + data)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key; make it, and keep it, when there is nothing."""
        data = self.get(key)
        if data is None:
            data = make()
            self.put(key, data)
        return data

    def prune(self, max_bytes: int, max_days: float) -> None:
        """Remove what was not used for long, then the least recently used above a size.

        Nothing is looked at when nothing was kept or removed since the last time, that day.

        Args:
            max_bytes: the size that the whole may have.
            max_days: how long an entry stays without being used; at least two, for uses are
                noted once a day.
        """
        with contextlib.suppress(OSError):
            if self._is_as_pruned():
                return
            oldest = time.time() - max_days * _DAY
            total = 0
            for used, size, path in sorted(self._entries(), reverse=True):
                total += size
                if used < oldest or total > max_bytes:
                    with contextlib.suppress(OSError):
                        Path(path).unlink()
            (self._folder / _PRUNED).touch()

    def _is_as_pruned(self) -> bool:
        """Tell from the dates of the folders, which change with the names that they hold."""
        try:
            pruned = (self._folder / _PRUNED).stat().st_mtime
        except FileNotFoundError:
            return False
        changed = max((folder.stat().st_mtime for folder in self._folders()), default=0)
        return changed < pruned and time.time() - pruned < _DAY

    def _folders(self) -> list[os.DirEntry[str]]:
        with os.scandir(self._folder) as entries:
            return [entry for entry in entries if entry.is_dir()]

    def _entries(self) -> list[tuple[float, int, str]]:
        found = []
        for folder in self._folders():
            with os.scandir(folder) as entries:
                for entry in entries:
                    with contextlib.suppress(OSError):  # another process removed it
                        status = entry.stat()
                        found.append((status.st_mtime, status.st_size, entry.path))
        return found

    def _path(self, key: str) -> str:
        name = hashlib.sha256(key.encode()).hexdigest()
        return f"{self._folder}/{name[:2]}/{name[2:]}"
