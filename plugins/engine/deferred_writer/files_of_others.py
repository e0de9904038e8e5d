"""The files that plugins by others write themselves, in the output."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

State = tuple[int, int, int]  # of a file: another when it is written anew


def file_states(folder: str) -> dict[str, State]:
    """Return the state of each file below a folder, by its path there, with `/`."""
    found: dict[str, State] = {}
    for root, _, names in os.walk(folder):
        for path in (Path(root, name) for name in names):
            status = path.lstat()
            name = path.relative_to(folder).as_posix()
            found[name] = status.st_mtime_ns, status.st_size, status.st_ino
    return found


def written_since(folder: str, before: Mapping[str, State]) -> list[str]:
    """Return the files below a folder that were not there, or not the same."""
    return sorted(name for name, it in file_states(folder).items() if it != before.get(name))
