"""What each file of a folder was read as, kept for when the folder is read again."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from core.diagnostics import Diagnostic
from jekyll.site.model import Document

# A file written again within one tick of the system's clock keeps its date: 2 s on FAT, the worst.
_TICK_SECONDS = 2.0


@dataclass(frozen=True)
class Reading:
    """What one file was read as."""

    document: Document | None  # the page or the post that it is; None for another file
    is_copied: bool  # it is published as it is
    is_broken: bool  # it could not be read
    diagnostics: tuple[Diagnostic, ...]  # what is wrong with it
    until: str = ""  # when it appears, of a post of a day to come; else ""
    is_draft: bool = False  # it says that it is not to be published


class ParseCache:
    """Keeps what was read, from one reading of a folder to the next."""

    def __init__(self) -> None:
        self._terms: tuple[object, ...] = ()
        self._kept: dict[str, tuple[tuple[int, ...], Reading]] = {}

    def start(self, terms: tuple[object, ...], names: Collection[str]) -> None:
        """Forget the files that are not there any more; all of them under other terms.

        Args:
            terms: all that a reading depends on, beside the file.
        """
        there = set(names) if terms == self._terms else ()
        self._kept = {name: kept for name, kept in self._kept.items() if name in there}
        self._terms = terms

    def take(self, name: str, path: Path, read: Callable[[str], Reading]) -> Reading:
        """Return what a file was read as; it is read if it changed since."""
        before = file_state(path)
        kept = self._kept.get(name)
        if before and kept and kept[0] == before:
            reading = kept[1]
        else:
            reading = read(name)
            if before and before == file_state(path) and _is_settled(before):
                self._kept[name] = (before, reading)
        # A copy: the site's own changes when its body is saved.
        document = reading.document and replace(reading.document, findings={})
        return replace(reading, document=document)


def file_state(path: Path) -> tuple[int, ...]:
    """Return what changes when a file does; `()` when it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def _is_settled(state: tuple[int, ...]) -> bool:
    """Return whether a file was last written so long ago that another writing would show."""
    return state[1] < (time.time() - _TICK_SECONDS) * 1e9
