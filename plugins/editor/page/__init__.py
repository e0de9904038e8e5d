"""The files of the page for writing, with their types, and what the page may load."""

from __future__ import annotations

from pathlib import Path

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
FILES = {
    path.name: (_TYPES[path.suffix], path.read_bytes())
    for path in sorted(Path(__file__).parent.iterdir())
    if path.suffix in _TYPES
}


def security_policy(drafts: str) -> str:
    """Return the policy of the page (Content-Security-Policy).

    Args:
        drafts: the origin of the site of drafts, which the page shows in a frame.
    """
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"connect-src 'self'; frame-src {drafts}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
