"""What the browser must show now, shared by the build loop and the connections."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass

# The script in the page knows by this prefix that what it shows is not the site itself.
STAND_IN_PREFIX = "attente-"


@dataclass(frozen=True)
class ShownSite:
    """One state of the site."""

    version: str  # changes when, and only when, the browser has something new to show
    base_path: str = ""  # "" or "/sous-dossier"
    # A page served instead of every page of the site, None when the site is good.
    stand_in: bytes | None = None
    status: int = 200


def stand_in(page: bytes, status: int, base_path: str = "") -> ShownSite:
    """Return the state where `page` takes the place of every page."""
    digest = hashlib.blake2b(page, digest_size=8).hexdigest()
    return ShownSite(STAND_IN_PREFIX + digest, base_path, page, status)


class ServerState:
    """Holds the current state, and wakes those who wait for the next.

    Attributes:
        current: what must be shown now.
        closed: the server is ending.
    """

    def __init__(self, first: ShownSite) -> None:
        self.current, self.closed = first, False
        self._turn = threading.Condition()

    def show(self, showing: ShownSite) -> None:
        """Replace the current state."""
        with self._turn:
            self.current = showing
            self._turn.notify_all()

    def wait_beyond(self, version: str, seconds: float) -> str:
        """Return the version once it differs from `version`, or after `seconds`, or at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self.closed or self.current.version != version, seconds)
            return self.current.version

    def close(self) -> None:
        """Wake everyone for the last time."""
        with self._turn:
            self.closed = True
            self._turn.notify_all()
