"""Where the project is on this machine: its own theme, and what it may make again."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CACHE_FOLDER = ".cache"  # of a project
CACHE = PROJECT / CACHE_FOLDER
OWN_THEME = PROJECT / "theme"


def shown_path(path: Path) -> str:
    """Return a path relative to the project when it is inside it."""
    return path.relative_to(PROJECT).as_posix() if path.is_relative_to(PROJECT) else str(path)
