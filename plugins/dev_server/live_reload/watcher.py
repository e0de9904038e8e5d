"""Notices each save in the sources of the site, and nothing else."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from watchfiles import watch

from core.project_paths import CACHE_FOLDER

# A save is reported once nothing has moved for one to two steps, at the latest after the debounce.
STEP_MS = 10
DEBOUNCE_MS = 50
TICK_MS = 100

SETTINGS = ("pelicanconf.py", "publishconf.py")
FOLDERS = ("theme", "plugins")
IGNORED_FOLDERS = frozenset(
    {"__pycache__", CACHE_FOLDER, ".git", ".idea", ".venv", ".vscode", "node_modules"}
)
# What editors and file managers write beside the file being edited.
TEMPORARY = re.compile(
    r"""^( \.\#.* | \#.*\# | .*~              # Emacs, and most others
        | \..*\.sw[a-z] | 4913               # Vim, nano
        | \..*\.kate-swp | \.goutputstream-.* # Kate, GNOME
        | .*___jb_(tmp|old)___ | \.~lock\..*  # JetBrains, LibreOffice
        | .*\.(tmp|bak|part|crswap|py[cod])
        | \.DS_Store | Thumbs\.db
        )$""",
    re.VERBOSE,
)


def is_source(path: Path, folder: Path) -> bool:
    """Tell whether a change of `path`, in the watched `folder`, deserves a build."""
    parts = path.relative_to(folder).parts
    return not IGNORED_FOLDERS.intersection(parts) and not TEMPORARY.match(path.name)


class Watcher:
    """Calls `changed` after each save below the content, the theme, the plugins or the settings."""

    def __init__(
        self,
        root: Path,
        content: Path,
        changed: Callable[[set[Path]], None],
        refused: Callable[[str], None],
    ) -> None:
        """Prepare to watch the project at `root`, whose content may be elsewhere.

        `changed` is given the files saved, or none when they are not known.

        `refused` is given the reason why the system stops watching, if it does.
        """
        self._folders = [content, *(root / name for name in FOLDERS)]
        self._settings = {root / name for name in SETTINGS}
        self._parents = {folder for folder in (root, content.parent) if folder.is_dir()}
        self._changed = changed
        self._refused = refused
        self._stop = threading.Event()
        self._moved = threading.Event()

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Watch in the background; the body begins once no save can be missed."""
        with ThreadPoolExecutor(2) as pool:
            try:
                ready = (threading.Event(), threading.Event())
                pool.submit(self._guard, self._watch_folders, ready[0].set)
                pool.submit(self._guard, self._watch_parents, ready[1].set)
                for event in ready:
                    event.wait()
                yield
            finally:
                self._stop.set()

    def _guard(
        self, watch_part: Callable[[Callable[[], None]], None], ready: Callable[[], None]
    ) -> None:
        """Report when the system refuses to watch: the site is served all the same."""
        try:
            watch_part(ready)
        except (OSError, RuntimeError) as error:
            self._refused(str(error))
        finally:
            ready()

    def _watch_folders(self, ready: Callable[[], None]) -> None:
        """Watch what is inside the folders, again from the start when one comes or goes."""
        again = False
        while not self._stop.is_set():
            self._moved.clear()
            folders = [folder for folder in self._folders if folder.is_dir()]
            with contextlib.suppress(FileNotFoundError):  # gone since the line above
                for changes in _changes(folders, self._inside, recursive=True):
                    ready()
                    # What was saved before the second look began was not seen: report it anyway.
                    if changes or again:
                        self._changed(set() if again else changes)
                    again = False
                    if self._stop.is_set() or self._moved.is_set():
                        break
            again = True

    def _watch_parents(self, ready: Callable[[], None]) -> None:
        """Watch the settings, and the folders themselves: one may be replaced as a whole.

        Settings are watched through their folder: editors replace a file rather than write in it.
        """
        for changes in _changes(self._parents, self._beside, recursive=False):
            ready()
            if self._stop.is_set():
                return
            if changes:
                is_moved = not changes.isdisjoint(self._folders)
                if is_moved:
                    self._moved.set()
                self._changed(set() if is_moved else changes)

    def _inside(self, path: Path) -> bool:
        return any(path.is_relative_to(f) and is_source(path, f) for f in self._folders)

    def _beside(self, path: Path) -> bool:
        return path in self._settings or path in self._folders


def _changes(
    paths: list[Path] | set[Path], keep: Callable[[Path], bool], *, recursive: bool
) -> Iterator[set[Path]]:
    """Yield the changed paths worth keeping, or an empty set at each tick."""
    for changes in watch(
        *paths,
        watch_filter=lambda _, path: keep(Path(path)),
        debounce=DEBOUNCE_MS,
        step=STEP_MS,
        rust_timeout=TICK_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=recursive,
    ):
        yield {Path(path) for _, path in changes}
