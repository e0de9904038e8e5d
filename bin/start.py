"""What `bin/invoke` runs: Invoke, with what makes a command begin and end quickly."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from pathlib import Path

_status: object = None


def _leave() -> None:
    """End at once, when all else is done: Python would give each object back to the system."""
    with contextlib.suppress(OSError, ValueError):  # Python says itself that its output is lost
        sys.stdout.flush()
        sys.stderr.flush()
        if isinstance(_status, int):
            os._exit(_status)


atexit.register(_leave)  # first, hence last
# Modules, and what pages are made of, live until the end, by the hundred thousand: Python would go
# through them again and again.
gc.set_threshold(1_000_000, 10, 10)
sys.path[0] = str(Path(__file__).resolve().parent.parent / "plugins")

from core.file_cache import FileCache  # noqa: E402 (found by the line above)
from core.project_paths import CACHE  # noqa: E402 (the same)
from engine.compat.kept_compilations import keep_compilations  # noqa: E402 (the same)

keep_compilations(FileCache(CACHE / "compilations"))  # what is imported below compiles

from invoke.main import program  # noqa: E402 (after the line above)

if __name__ == "__main__":
    try:
        program.run()
    except SystemExit as ended:
        _status = ended.code
        raise
    _status = 0
