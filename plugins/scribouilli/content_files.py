"""The files of a content folder, found by the name that a member writes.

What Jekyll leaves out is left out (`Jekyll::EntryFilter`): names that begin with `.`, `_`, `#` or
`~` (but `.htaccess`), backups, and the tool's own files. Names are matched in NFC, for macOS
stores « é » as two characters.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from faults import Faults

POSTS_FOLDER = "_posts"
_EXCLUDED = frozenset({"Gemfile", "Gemfile.lock", "gemfiles", "node_modules"})
_EXCLUDED_PATHS = frozenset({"vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby"})
_SPECIAL = (".", "_", "#", "~")
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
    with os.scandir(root / folder) as entries:
        for entry in entries:
            name = f"{folder}/{entry.name}" if folder else entry.name
            if not _is_kept(entry.name, name, collections):
                continue
            if entry.is_symlink() and not _stays_inside(root, Path(entry.path)):
                faults.add(
                    f"{label}/{name}",
                    0,
                    "ce lien symbolique ne mène pas à un fichier du site",
                    "Remplacez-le par le fichier lui-même, ou supprimez-le.",
                )
            elif entry.is_dir(follow_symlinks=not entry.is_symlink()):
                yield from _walk(root, name, label, faults, collections)
            elif entry.is_file():
                yield name
            else:
                message = "ce n'est pas un fichier ordinaire (tube, prise réseau…)"
                faults.add(f"{label}/{name}", 0, message, "Supprimez-le.")


def _is_kept(base: str, name: str, collections: Collection[str]) -> bool:
    if base in _INCLUDED or base == POSTS_FOLDER or name in collections:
        return True
    if base.startswith(_SPECIAL) or base.endswith("~") or base in _EXCLUDED:
        return False
    return name not in _EXCLUDED_PATHS


def _stays_inside(root: Path, link: Path) -> bool:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_relative_to(root.resolve()) and target.is_file()
