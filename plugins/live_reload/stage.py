"""What the browser must show now, shared by the build loop and the connections."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from dataclasses import dataclass
from pathlib import Path

# The script in the page knows by this prefix that what it shows is not the site itself.
STAND_IN_PREFIX = "attente-"


@dataclass(frozen=True)
class Showing:
    """One state of the site.

    Attributes:
        version: changes when, and only when, the browser has something new to show.
        base_path: "" or "/sous-dossier".
        stand_in: a page served instead of every page of the site, None when the site is good.
        status: the HTTP status of the stand-in.
    """

    version: str
    base_path: str = ""
    stand_in: bytes | None = None
    status: int = 200


def stand_in(page: bytes, status: int, base_path: str = "") -> Showing:
    """Return the state where `page` takes the place of every page."""
    return Showing(STAND_IN_PREFIX + _digest(page).hex(), base_path, page, status)


class Stage:
    """Holds the current state, and wakes those who wait for the next."""

    def __init__(self, first: Showing) -> None:
        """Begin with `first`."""
        self._current = first
        self._closed = False
        self._turn = threading.Condition()

    @property
    def current(self) -> Showing:
        """Return what must be shown now."""
        return self._current

    @property
    def closed(self) -> bool:
        """Tell whether the server is ending."""
        return self._closed

    def show(self, showing: Showing) -> None:
        """Replace the current state."""
        with self._turn:
            self._current = showing
            self._turn.notify_all()

    def wait_beyond(self, version: str, seconds: float) -> str:
        """Return the version once it differs from `version`, or after `seconds`, or at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._current.version != version, seconds)
            return self._current.version

    def close(self) -> None:
        """Wake everyone for the last time."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()


class Fingerprint:
    """Digests a built folder; a file is read again only when its size or date has changed."""

    def __init__(self, folder: Path) -> None:
        """Prepare to digest `folder`."""
        self._folder = folder
        self._known: dict[tuple[str, int, int], bytes] = {}

    def take(self) -> str:
        """Return a digest of every name and content: the same site gives the same digest."""
        fresh = {}
        for parent, _, names in os.walk(self._folder):
            for name in names:
                path = Path(parent, name)
                # Another build may be replacing the folder: it is followed by another digest.
                with contextlib.suppress(OSError):
                    stat = path.stat()
                    key = (str(path), stat.st_size, stat.st_mtime_ns)
                    fresh[key] = self._known.get(key) or _digest(path.read_bytes())
        self._known = fresh
        whole = sorted((os.fsencode(path), digest) for (path, _, _), digest in fresh.items())
        return _digest(repr(whole).encode()).hex()


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=8).digest()
