"""The files of a content folder, found by the name that a member writes.

What Jekyll leaves out is left out. Names are matched in NFC, for macOS stores « é » as two
characters.
"""

from __future__ import annotations

import functools
import os
import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.diagnostics import ERROR, Diagnostic, Diagnostics, system_reason, visible
from core.diagnostics.catalog import files as rules
from core.diagnostics.catalog.names import UNSEEN_SIGN_IN_NAME
from core.names import code_point, nfc
from jekyll.site.entry_filter import EntryFilter

POSTS_FOLDER = "_posts"
EVENTS_FOLDER, COMMONS_FOLDER = "_evenements", "_communs"  # our own collections
CALENDARS_FOLDER = "_agendas"  # what calendars announce, as `invoke agenda` writes it
# Bytes: what every system holds (PATH_MAX is 1024 on macOS), our own folders' names left apart.
MAXIMUM_PATH = 800


@dataclass
class ContentFiles:
    """The published files of a content folder."""

    root: Path
    # The files in order, relative to `root`, `/` between folders, as on the disk.
    names: list[str] = field(default_factory=list)
    _by_nfc: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> str | None:
        """Return the file on the disk that a member means by `name`, or None."""
        return self._by_nfc.get(nfc(name).removeprefix("/"))

    def add(self, name: str) -> None:
        """Add one file."""
        self.names.append(name)
        self._by_nfc[nfc(name)] = name


def scan(
    root: Path,
    label: str,
    diagnostics: Diagnostics,
    collections: Collection[str] = (),
    entry_filter: EntryFilter = EntryFilter(),  # noqa: B008 (it never changes)
) -> ContentFiles:
    """List the content of a folder; a link that leads out of it is a fault.

    `collections` are the folders that begin with `_` and are published all the same.
    """
    scanner = _Scanner(root, label, diagnostics, frozenset(collections), entry_filter)
    found = {*scanner.walk(""), *scanner.included_files()}
    files = ContentFiles(root)
    for name in sorted(found, key=lambda name: (nfc(name), name)):
        files.add(name)
    return files


@dataclass(frozen=True)
class _Scanner:
    root: Path
    label: str
    diagnostics: Diagnostics
    collections: frozenset[str]
    entry_filter: EntryFilter

    def walk(self, folder: str) -> Iterator[str]:
        """Give the files in a folder, and in those inside it."""
        try:
            with os.scandir(self.root / folder) as entries:
                kept = [entry for entry in entries if self._takes(_join(folder, entry.name))]
        except OSError as error:
            refused = rules.FOLDER_REFUSED(reason=system_reason(error))
            self.diagnostics.add(refused.at(f"{self.label}/{folder}".rstrip("/")))
            return
        for entry in kept:
            name = _join(folder, entry.name)
            is_folder = name == POSTS_FOLDER or name in self.collections
            wrong = _wrong_name(name) or _wrong_entry(self.root, entry, is_folder)
            if wrong:
                self.diagnostics.add(wrong.at(f"{self.label}/{name}"))
            elif entry.is_dir():
                yield from self.walk(name)
            else:
                yield name

    def _takes(self, name: str) -> bool:
        """Return whether an entry is of the site; tell one that only its last sign leaves out."""
        if name.endswith(".") and self.entry_filter.keeps(name.rstrip(".")):
            self.diagnostics.add(rules.NAME_ENDS_WITH_A_DOT().at(f"{self.label}/{name}"))
        return self._keeps(name)

    def _keeps(self, name: str) -> bool:
        if posixpath.basename(name) == POSTS_FOLDER or name in self.collections:
            return not self.entry_filter.excludes(name)
        return self.entry_filter.keeps(name)

    def included_files(self) -> Iterator[str]:
        """Give the files that `include` names by their whole paths, wherever they are."""
        for written in self.entry_filter.include:
            name = posixpath.normpath(written.strip("/"))
            is_name = not name.startswith("..") and not _wrong_name(name)
            if is_name and stays_inside(self.root, self.root / name):
                yield name


def _join(folder: str, base: str) -> str:
    return f"{folder}/{base}" if folder else base


@functools.lru_cache(maxsize=65536)
def _wrong_name(name: str) -> Diagnostic | None:
    """Return what is wrong with a name that no address can be made of."""
    if len(os.fsencode(name)) > MAXIMUM_PATH:
        return rules.LONG_PATH(most=MAXIMUM_PATH)
    base = posixpath.basename(name)
    if any("\udc80" <= character <= "\udcff" for character in base):
        return rules.NAME_NOT_IN_UTF8()
    unseen = next(
        (it for it in base if not it.isalnum() and (visible(it) != it or it in "\n\t")), ""
    )
    return UNSEEN_SIGN_IN_NAME(sign=code_point(unseen)).with_severity(ERROR) if unseen else None


def _wrong_entry(root: Path, entry: os.DirEntry[str], is_folder: bool) -> Diagnostic | None:
    """Return what is wrong with what is neither a file nor a folder of the content."""
    if entry.is_symlink() and not stays_inside(root, Path(entry.path)):
        return rules.LINK_LEADS_AWAY()
    if not entry.is_dir() and not entry.is_file():
        return rules.NO_PLAIN_FILE()
    if is_folder and not entry.is_dir():
        return rules.FILE_FOR_A_FOLDER(name=entry.name)
    return None


def stays_inside(root: Path, link: Path) -> bool:
    """Return whether a link leads to a file of the folder `root`."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_relative_to(root.resolve()) and target.is_file()
