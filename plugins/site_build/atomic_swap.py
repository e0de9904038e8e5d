"""Two folders exchanged in one step: no moment without a whole site, whatever kills the build."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h, renameat2(2)
_RENAME_SWAP = 2  # macOS, renamex_np(2)
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})


class ExchangeUnsupported(OSError):
    """This system, or this file system, has no such step."""


def exchange(one: Path, other: Path) -> None:
    """Exchange two existing folders of one file system, atomically.

    Raises:
        ExchangeUnsupported: it cannot be done in one step here.
        OSError: it failed.
    """
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _RENAME_SWAP)
    else:
        raise ExchangeUnsupported(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if failed:
        code = ctypes.get_errno()
        kind = ExchangeUnsupported if code in _UNSUPPORTED else OSError
        raise kind(code, os.strerror(code))
