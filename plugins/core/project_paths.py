"""Where the project is on this machine: its own theme, and what it may make again."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CACHE_FOLDER = ".cache"  # of a project
CACHE = PROJECT / CACHE_FOLDER
OWN_THEME = PROJECT / "theme"


def shown_path(path: Path) -> str:
    """Return a path relative to the project when it is inside it."""
    return path.relative_to(PROJECT).as_posix() if path.is_relative_to(PROJECT) else str(path)


def content_label(folder: Path) -> str:
    """Return a content folder as messages name it, whichever command tells them.

    Outside the project it is relative to where the person stands, when it is below: tasks, which
    run in the project, are told where by `bin/invoke`.
    """
    label, here = shown_path(folder), Path(os.environ.get("INVOKE_CALLER_DIR", ".")).resolve()
    is_below = Path(label).is_absolute() and here != folder and folder.is_relative_to(here)
    return folder.relative_to(here).as_posix() if is_below else label
