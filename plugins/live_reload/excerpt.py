"""The lines of a source around a fault, for the error page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

AROUND = 3
WIDEST = 300
LARGEST = 1_000_000


def excerpt(path: str, line: int, folders: Sequence[Path]) -> list[tuple[int, str]]:
    """Return (number, text) of the lines around `line`, [] when the file cannot be shown.

    `path` is as the member knows it: below the first of `folders`, or absolute in any of them.
    """
    source = _source(path, folders) if path and line > 0 else None
    if source is None:
        return []
    try:
        lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    first = max(line - AROUND, 1)
    shown = lines[first - 1 : line + AROUND]
    return [(number, _cut(text)) for number, text in enumerate(shown, first)]


def _source(path: str, folders: Sequence[Path]) -> Path | None:
    for folder in folders:
        file = (folder / path).resolve()
        # A fault may name any path: nothing outside the project is ever shown.
        if file.is_relative_to(folder.resolve()) and file.is_file():
            return file if file.stat().st_size <= LARGEST else None
    return None


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"
