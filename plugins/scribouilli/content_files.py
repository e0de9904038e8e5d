"""The files of a content folder, found by the name that a member writes.

What Jekyll leaves out is left out (`Jekyll::EntryFilter`): names that begin with `.`, `_`, `#` or
`~` (but `.htaccess`), backups, and the tool's own files. Names are matched in NFC, for macOS
stores « é » as two characters.
"""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from faults import Faults, system_reason, visible
from plain_files import LEADS_AWAY, NOT_PLAIN

POSTS_FOLDER = "_posts"
_EXCLUDED = frozenset({"Gemfile", "Gemfile.lock", "gemfiles", "node_modules"})
_EXCLUDED_PATHS = frozenset({"vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby"})
_SPECIAL = (".", "_", "#", "~")
# Bytes: what every system holds (PATH_MAX is 1024 on macOS), our own folders' names left apart.
MAXIMUM_PATH = 800
_INCLUDED = frozenset({".htaccess", ".well-known"})


def nfc(name: str) -> str:
    """Return a name in Unicode's composed form."""
    return unicodedata.normalize("NFC", name)


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
    faults: Faults,
    collections: Collection[str] = (),
    exclude: tuple[str, ...] = (),
) -> ContentFiles:
    """List the content of a folder; a link that leads out of it is a fault.

    Args:
        root: the folder.
        label: how messages name it.
        collections: the folders that begin with `_` and are published all the same.
        exclude: the beginnings of the names that are not.
    """
    files = ContentFiles(root)
    for name in sorted(_walk(root, "", label, faults, collections), key=lambda n: (nfc(n), n)):
        if not name.startswith(exclude):
            files.add(name)
    return files


def _walk(
    root: Path, folder: str, label: str, faults: Faults, collections: Collection[str]
) -> Iterator[str]:
    try:
        with os.scandir(root / folder) as entries:
            kept = [e for e in entries if _is_kept(e.name, _join(folder, e.name), collections)]
    except OSError as error:
        message = f"ce dossier ne peut pas être lu ({system_reason(error)})"
        cure = "Vérifiez ses droits, ou supprimez-le s'il n'est plus utile."
        faults.add(f"{label}/{folder}".rstrip("/"), 0, message, cure)
        return
    folders = {POSTS_FOLDER, *collections}
    for entry in kept:
        name = _join(folder, entry.name)
        wrong = _wrong_name(name) or _wrong_entry(root, entry, name in folders)
        if wrong:
            faults.add(f"{label}/{name}", 0, *wrong)
        elif entry.is_dir():
            yield from _walk(root, name, label, faults, collections)
        else:
            yield name


def _join(folder: str, base: str) -> str:
    return f"{folder}/{base}" if folder else base


def _wrong_name(name: str) -> tuple[str, str] | None:
    """Return the fault and the cure of a name that no address can be made of."""
    if len(os.fsencode(name)) > MAXIMUM_PATH:
        return f"ce chemin a plus de {MAXIMUM_PATH} octets", "Donnez-lui des noms plus courts."
    base = posixpath.basename(name)
    if visible(base) == base and "\n" not in base and "\t" not in base:
        return None
    if any("\udc80" <= character <= "\udcff" for character in base):
        return "ce nom n'est pas écrit en UTF-8", "Renommez-le."
    return "ce nom contient un caractère invisible", "Renommez-le."


def _wrong_entry(root: Path, entry: os.DirEntry, is_folder: bool) -> tuple[str, str] | None:
    """Return the fault and the cure of what is neither a file nor a folder of the content."""
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


def _is_kept(base: str, name: str, collections: Collection[str]) -> bool:
    if base in _INCLUDED or base == POSTS_FOLDER or name in collections:
        return True
    if base.startswith(_SPECIAL) or base.endswith("~") or base in _EXCLUDED:
        return False
    return name not in _EXCLUDED_PATHS


def stays_inside(root: Path, link: Path) -> bool:
    """Return whether a link leads to a file of the folder `root`."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_relative_to(root.resolve()) and target.is_file()
