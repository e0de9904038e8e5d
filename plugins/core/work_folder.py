"""A folder to work in: gone at its end, or when the next one of its kind begins."""

from __future__ import annotations

import contextlib
import fcntl
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SIGN = ".en-cours"  # locked by the process that works there
GRACE = 60.0  # seconds that a folder may be without its sign


@contextlib.contextmanager
def work_folder(cache: Path, prefix: str) -> Iterator[Path]:
    """Give a new folder of a cache; remove those of the same prefix that killed processes left."""
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=cache) as name:
        folder = Path(name)
        with (folder / SIGN).open("w") as sign:
            fcntl.flock(sign, fcntl.LOCK_EX)
            for other in cache.glob(f"{prefix}*"):
                if other != folder and _is_left(other):
                    shutil.rmtree(other, ignore_errors=True)
            yield folder


def _is_left(folder: Path) -> bool:
    """Return whether the process that made a work folder is dead: the system took its lock."""
    try:
        with (folder / SIGN).open("r+") as sign:
            fcntl.flock(sign, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return _age(folder) > GRACE
    except OSError:
        return False
    return True


def _age(folder: Path) -> float:
    """Return the seconds since a folder changed; 0 for one that another process just removed."""
    try:
        return time.time() - folder.stat().st_mtime
    except FileNotFoundError:
        return 0.0
