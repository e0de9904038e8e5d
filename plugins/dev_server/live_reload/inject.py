"""The script that reloads the browser, added to pages as they are served, never on disk."""

from __future__ import annotations

import html
from pathlib import Path

EVENTS_PATH = "/__livereload/events"
SCRIPT_PATH = "/__livereload/reload.js"
SCRIPT = (Path(__file__).parent / "reload.js").read_bytes()


def inject(page: bytes, version: str) -> bytes:
    """Return the page with the script before its last `</body>`, or at its end without one.

    The script is a file of the same origin, so that a page whose security policy
    forbids inline scripts reloads too.
    """
    tag = f'<script src="{SCRIPT_PATH}" data-version="{html.escape(version)}"></script>\n'.encode()
    # bytes.lower() changes ASCII letters alone: positions stay those of the page.
    place = page.lower().rfind(b"</body")
    place = len(page) if place < 0 else place
    return page[:place] + tag + page[place:]
