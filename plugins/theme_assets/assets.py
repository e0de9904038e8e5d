"""The theme's files and the names they are published under."""

from __future__ import annotations

import hashlib
import posixpath
from pathlib import Path

FOLDER = "theme"  # where they are published
_HASH_LENGTH = 8
# The paths of published files, as a regular expression: what is at one of them never changes.
LASTING = rf"{FOLDER}/.+\.[0-9a-f]{{{_HASH_LENGTH}}}\.[a-z0-9]+"


class Assets:
    """The files of one folder.

    Attributes:
        root: the folder.
        published: for each file, by its name in the folder, its published path: `js/a.js` is
            `/theme/js/a.1f2e3d4c.js`.
    """

    def __init__(self, root: Path):
        self.root = root
        files = sorted(path for path in root.rglob("*") if path.is_file())
        self.published = {
            path.relative_to(root).as_posix(): _fingerprinted(path, root) for path in files
        }

    def path(self, name: str) -> str:
        """Return the published path of a file.

        Raises:
            LookupError: there is no such file.
        """
        if name not in self.published:
            raise LookupError(f"le fichier du thème « {name} » n'existe pas")
        return self.published[name]


def _fingerprinted(path: Path, root: Path) -> str:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:_HASH_LENGTH]
    stem, ending = posixpath.splitext(path.relative_to(root).as_posix())
    return f"/{FOLDER}/{stem}.{digest}{ending}"
