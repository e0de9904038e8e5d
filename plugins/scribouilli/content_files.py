"""The files of a content folder, found by the name that a member writes.

What Jekyll leaves out is left out. Names are matched in NFC, for macOS stores « é » as two
characters.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from diagnostics import Diagnostics, system_reason, visible
from plain_files import LEADS_AWAY, NOT_PLAIN
from scribouilli.entry_filter import EntryFilter
from scribouilli.names import nfc

POSTS_FOLDER = "_posts"
EVENTS_FOLDER, COMMONS_FOLDER = "_evenements", "_communs"  # our own collections
# Bytes: what every system holds (PATH_MAX is 1024 on macOS), our own folders' names left apart.
MAXIMUM_PATH = 800


@dataclass
class ContentFiles:
    """The published files of a content folder.

    Attributes:
        root: the content folder.
        names: the files in order, relative to `root`, `/` between folders, as on the disk.
    """

    root: Path
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

    Args:
        root: the folder.
        label: how messages name it.
        collections: the folders that begin with `_` and are published all the same.
        entry_filter: which entries the site takes.
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
            message = f"ce dossier ne peut pas être lu ({system_reason(error)})"
            hint = "Vérifiez ses droits, ou supprimez-le s'il n'est plus utile."
            self.diagnostics.add(f"{self.label}/{folder}".rstrip("/"), 0, message, hint)
            return
        for entry in kept:
            name = _join(folder, entry.name)
            is_folder = name == POSTS_FOLDER or name in self.collections
            wrong = _wrong_name(name) or _wrong_entry(self.root, entry, is_folder)
            if wrong:
                self.diagnostics.add(f"{self.label}/{name}", 0, *wrong)
            elif entry.is_dir():
                yield from self.walk(name)
            else:
                yield name

    def _takes(self, name: str) -> bool:
        """Return whether an entry is of the site; tell one that only its last sign leaves out."""
        if name.endswith(".") and self.entry_filter.keeps(name.rstrip(".")):
            message = "ce nom finit par un point : il n'est pas publié"
            self.diagnostics.warn(f"{self.label}/{name}", 0, message, "Renommez-le.")
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


def _wrong_name(name: str) -> tuple[str, str] | None:
    """Return the fault and the hint of a name that no address can be made of."""
    if len(os.fsencode(name)) > MAXIMUM_PATH:
        return f"ce chemin a plus de {MAXIMUM_PATH} octets", "Donnez-lui des noms plus courts."
    base = posixpath.basename(name)
    if visible(base) == base and "\n" not in base and "\t" not in base:
        return None
    if any("\udc80" <= character <= "\udcff" for character in base):
        return "ce nom n'est pas écrit en UTF-8", "Renommez-le."
    return "ce nom contient un caractère invisible", "Renommez-le."


def _wrong_entry(root: Path, entry: os.DirEntry, is_folder: bool) -> tuple[str, str] | None:
    """Return the fault and the hint of what is neither a file nor a folder of the content."""
    if entry.is_symlink() and not stays_inside(root, Path(entry.path)):
        return LEADS_AWAY
    if not entry.is_dir() and not entry.is_file():
        return NOT_PLAIN
    if is_folder and not entry.is_dir():
        return (
            f"« {entry.name} » n'est pas un dossier",
            "Rangez ses textes dans un dossier de ce nom.",
        )
    return None


def stays_inside(root: Path, link: Path) -> bool:
    """Return whether a link leads to a file of the folder `root`."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_relative_to(root.resolve()) and target.is_file()
