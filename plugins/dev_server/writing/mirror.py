"""A folder that holds the files of a content, and drafts in the place of some of them.

Files are the content's own, under a second name where the system can: nothing here is ever written
in place, or the original would change with it.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from core.plain_files import copy_inside
from dev_server.live_reload.watcher import is_source
from jekyll.site.content_files import stays_inside

_State = tuple[int, ...]
_ASIDE = ".ecrire.tmp"  # what is about to be put in its place; no site takes it
GONE: Literal[False] = False  # what is laid in the place of a file that is taken away
Laid = bytes | Literal[False]


class Mirror:
    """The mirror of a content folder.

    Attributes:
        folder: where it is.
        drafts: the bytes of each draft, by the name of its file; GONE for one taken away.
    """

    def __init__(self, content: Path, folder: Path) -> None:
        """Prepare to mirror `content` in `folder`, which the first `follow` makes."""
        self.folder = folder
        self.drafts: dict[str, Laid] = {}
        self._content = content
        self._states: dict[str, _State] = {}

    def follow(self) -> set[Path]:
        """Take in what has changed in the content since the last time; return what changed here."""
        self.folder.mkdir(parents=True, exist_ok=True)
        before, self._states = self._states, dict(_states(self._content))
        names = before.keys() | self._states.keys()
        changed = {name for name in names if before.get(name) != self._states.get(name)}
        for name in sorted(changed - self.drafts.keys(), key=self._states.__contains__):
            self._take(name)  # what is gone first: a folder may have become a file
        return {self.folder / name for name in changed}

    def lay(self, name: str, data: Laid | None) -> Path:
        """Lay a draft over the content, or take it away; return the file.

        Args:
            name: the file, in steps that were looked at (`editor/files/names.py`).
            data: its bytes, or GONE; None gives the content's own file back.
        """
        if data is GONE:
            self.drafts[name] = GONE
            (self.folder / name).unlink(missing_ok=True)
        elif data is not None:
            self.drafts[name] = data
            with self._put(name) as aside:
                aside.write_bytes(data)
        elif self.drafts.pop(name, None) is not None:
            self._take(name)
        return self.folder / name

    def _take(self, name: str) -> None:
        """Have the content's own file, or none; what does not open is left out."""
        if name not in self._states:
            (self.folder / name).unlink(missing_ok=True)
            return
        source = self._content / name
        with contextlib.suppress(OSError), self._put(name) as aside:
            if source.is_symlink() and not stays_inside(self._content, source):
                aside.symlink_to(source.readlink())  # a fault here as it is there
            elif source.is_symlink() or not _linked(source, aside):
                copy_inside(self._content, name, aside)

    @contextlib.contextmanager
    def _put(self, name: str) -> Iterator[Path]:
        """Give the path of a new file, which then takes the place of the present one."""
        target, aside = self.folder / name, self.folder / _ASIDE
        aside.unlink(missing_ok=True)
        for folder in reversed(target.relative_to(self.folder).parents):
            place = self.folder / folder
            if place.is_symlink() or not place.is_dir():  # what was a file has become a folder
                place.unlink(missing_ok=True)
                place.mkdir()
        try:
            yield aside
            aside.replace(target)
        except IsADirectoryError:  # what was a folder has become a file
            _remove_empty(target)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)


def _linked(source: Path, target: Path) -> bool:
    """Give a file a second name; return False where it cannot be: another disk, another's file."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        return False
    return True


def _remove_empty(folder: Path) -> None:
    for place in sorted(folder.rglob("*"), reverse=True):
        place.rmdir()
    folder.rmdir()


def _states(content: Path) -> Iterator[tuple[str, _State]]:
    """Give the files and the links of a folder, each with what changes when it does."""
    for path in content.rglob("*"):
        if not is_source(path, content):
            continue
        with contextlib.suppress(OSError):  # reported by who reads the site
            state = path.lstat()
            if stat.S_ISREG(state.st_mode) or stat.S_ISLNK(state.st_mode):
                name = path.relative_to(content).as_posix()
                yield name, (state.st_ino, state.st_size, state.st_mtime_ns)
