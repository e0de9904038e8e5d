"""What the path of a request tells: where it is below the site's, and the type of its file."""

from __future__ import annotations

import mimetypes
import posixpath
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


def content_type(name: str) -> str:
    """Return the media type of a file, with its charset when it is text."""
    guessed, _ = mimetypes.guess_type(name)
    kind = TYPES.get(posixpath.splitext(name)[1].lower()) or guessed or "application/octet-stream"
    text = kind.startswith(TEXT_TYPES) or kind.endswith(TEXT_SUFFIXES)
    return f"{kind}; charset=utf-8" if text else kind


def inside(path: str, base_path: str) -> str | None:
    """Return the decoded path below the site's base path, None when it lies outside."""
    decoded = unquote(path, errors="surrogateescape")
    if decoded == base_path or decoded.startswith(f"{base_path}/"):
        return decoded[len(base_path) :]
    return None
