"""From the path of a request to a file of the built folder."""

from __future__ import annotations

import mimetypes
import unicodedata
from pathlib import Path
from urllib.parse import unquote

# Machines differ in the types they know: those of a site are fixed here.
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".xsl": "application/xml",
    ".atom": "application/atom+xml",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".ics": "text/calendar",
    ".vcf": "text/vcard",
    ".pdf": "application/pdf",
}
TEXT_TYPES = ("text/", "application/json", "application/xml")
TEXT_SUFFIXES = ("+json", "+xml")


def content_type(path: Path) -> str:
    """Return the media type of a file, with its charset when it is text."""
    guessed, _ = mimetypes.guess_type(path.name)
    kind = TYPES.get(path.suffix.lower()) or guessed or "application/octet-stream"
    text = kind.startswith(TEXT_TYPES) or kind.endswith(TEXT_SUFFIXES)
    return f"{kind}; charset=utf-8" if text else kind


def inside(path: str, base_path: str) -> str | None:
    """Return the decoded path below the site's base path, None when it lies outside."""
    decoded = unquote(path, errors="surrogateescape")
    if decoded == base_path or decoded.startswith(f"{base_path}/"):
        return decoded[len(base_path) :]
    return None


def find(folder: Path, path: str) -> Path | None:
    """Return the file or the folder that answers for a decoded path, None when there is none.

    `/x` is answered by `x`, then by `x.html`; a folder is returned only if it has an index.
    """
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or "\0" in path:
        return None
    named_page = [[*parts[:-1], f"{parts[-1]}.html"]] if parts else []
    for candidate in (parts, *named_page):
        found = _descend(folder, candidate)
        if found and _answers(folder, found, path):
            return found
    return None


def _answers(folder: Path, found: Path, path: str) -> bool:
    # A link that leads outside the built folder is not part of the site.
    if not found.resolve().is_relative_to(folder.resolve()):
        return False
    if found.is_dir():
        return (found / "index.html").is_file()
    return found.is_file() and not path.endswith("/")


def _descend(folder: Path, parts: list[str]) -> Path | None:
    """Follow the names one by one: an accent may be one character in a link, two on disk."""
    for part in parts:
        forms = (part, unicodedata.normalize("NFC", part), unicodedata.normalize("NFD", part))
        try:
            folder = next(folder / form for form in forms if (folder / form).exists())
        except (StopIteration, OSError):  # a name too long for the disk is an OSError
            return None
    return folder
