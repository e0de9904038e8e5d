"""What a built site is made of: each file with its SHA-256, and one print of the whole."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import quote, unquote

from commands.publishing.target import Changes, PublishError
from output_files.hosting.rules import LASTING
from output_files.precompression import SUFFIXES

# The file by which the site online is told from another: the same content makes the same one.
DIGEST_FILE = "empreinte.txt"
_NOT_PUBLISHED = frozenset({".site-construit-ici"})
# A name that changes with what the file holds; a compressed copy's is its text's.
_LASTING = re.compile(f"{LASTING}({'|'.join(map(re.escape, SUFFIXES))})?")
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64})  (?P<path>\S+)")

_RAW = "surrogateescape"  # a name may be no UTF-8

Manifest = dict[str, str]


def published_files(site: Path) -> dict[str, Path]:
    """Return the files to publish, by their paths with `/`, sorted."""
    files = (path for path in site.rglob("*") if path.is_file())
    named = sorted((path.relative_to(site).as_posix(), path) for path in files)
    return {name: path for name, path in named if name not in _NOT_PUBLISHED}


def read_site(site: Path) -> Manifest:
    """Return the SHA-256 (hexadecimal) of each file to publish, by its path with `/`, sorted."""
    files = published_files(site)
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def write_digest(site: Path) -> str:
    """Write the print of a built site into it, and return it: it depends on its files alone.

    Raises PublishError: the content has a file of that name.
    """
    target = site / DIGEST_FILE
    if target.exists():
        raise PublishError(
            f"Le contenu publie un fichier « {DIGEST_FILE} », que la publication écrit elle-même. "
            "Renommez le vôtre."
        )
    site_print = hashlib.sha256(as_text(read_site(site)).encode()).hexdigest()
    target.write_text(f"{site_print}\n", encoding="ascii")
    return site_print


def as_text(manifest: Manifest) -> str:
    """Return a manifest as text, one file a line, as `sha256sum` does; names are URL-quoted."""
    return "".join(
        f"{digest}  {quote(path, errors=_RAW)}\n" for path, digest in sorted(manifest.items())
    )


def from_text(text: str) -> Manifest:
    """Return the manifest that a text holds; lines that are none are left out."""
    found = (_LINE.fullmatch(line) for line in text.splitlines())
    return {unquote(line["path"], errors=_RAW): line["digest"] for line in found if line}


def difference(before: Manifest, after: Manifest) -> Changes:
    """Return what changes from one manifest to another."""
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(p for p in after.keys() & before.keys() if after[p] != before[p])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


def is_lasting(path: str) -> bool:
    """Return whether a file's name changes with what it holds.

    >>> is_lasting("theme/js/a.1f2e3d4c.js"), is_lasting("index.html")
    (True, False)
    """
    return bool(_LASTING.fullmatch(f"/{path}"))
