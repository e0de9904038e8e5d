"""Where the project is on this machine: its own theme, and what it may make again."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CACHE_FOLDER = ".cache"  # of a project
CACHE = PROJECT / CACHE_FOLDER
OWN_THEME = PROJECT / "theme"
