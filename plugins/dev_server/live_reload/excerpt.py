"""The lines of a source around a fault, for the error page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from core.plain_files import read_inside

AROUND = 3
WIDEST = 300
LARGEST = 1_000_000


def excerpt(path: str, line: int, folders: Sequence[Path]) -> list[tuple[int, str]]:
    """Return (number, text) of the lines around `line`, [] when the file cannot be shown.

    `path` is as the member knows it: below the first of `folders`, or absolute in any of them.
    """
    text = _text(path, folders) if path and line > 0 else None
    if text is None:
        return []
    lines = text.splitlines()
    first = max(line - AROUND, 1)
    shown = lines[first - 1 : line + AROUND]
    cut = (it if len(it) <= WIDEST else f"{it[:WIDEST]}…" for it in shown)
    return list(enumerate(cut, first))


def _text(path: str, folders: Sequence[Path]) -> str | None:
    """Return the text of a file; a fault may name any path: only what is in a folder is shown."""
    for folder in folders:
        try:
            name = os.path.relpath(folder / path, folder) if Path(path).is_absolute() else path
            data = read_inside(folder, name, LARGEST + 1)
        except (OSError, ValueError):
            continue
        return data.decode("utf-8", "replace") if len(data) <= LARGEST else None
    return None
