"""The theme's files and the names they are published under."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping
from pathlib import Path

FOLDER = "theme"  # where they are published
_HASH_LENGTH = 8
# The paths of published files, as a regular expression: what is at one of them never changes.
LASTING = rf"{FOLDER}/.+\.[0-9a-f]{{{_HASH_LENGTH}}}\.[a-z0-9]+"


class Assets:
    """The files of one folder.

    Args:
        root: the folder; none for no files.
        changed: the bytes of those that are published otherwise, by their names.

    Attributes:
        published: for each file, by its name in the folder, its published path: `js/a.js` is
            `/theme/js/a.1f2e3d4c.js`.
    """

    def __init__(self, root: Path | None = None, changed: Mapping[str, bytes] | None = None):
        self._root, self._changed = root or Path(), changed or {}
        paths = sorted(root.rglob("*")) if root else []
        names = [path.relative_to(self._root).as_posix() for path in paths if path.is_file()]
        self.published = {name: _fingerprinted(name, self.data(name)) for name in names}

    def data(self, name: str) -> bytes:
        """Return the bytes of a file, as they are published."""
        return self._changed[name] if name in self._changed else (self._root / name).read_bytes()

    def path(self, name: str) -> str:
        """Return the published path of a file; raise LookupError when there is no such file."""
        if name not in self.published:
            raise LookupError(f"le fichier du thème « {name} » n'existe pas")
        return self.published[name]


def _fingerprinted(name: str, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
    stem, ending = posixpath.splitext(name)
    return f"/{FOLDER}/{stem}.{digest}{ending}"
