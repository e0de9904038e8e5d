"""The last two sites sent to a host that keeps none, so that the earlier one can be sent again."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path


class KeptSites:
    """Two sites on this machine.

    Args:
        host: what names the one that they were sent to.

    Attributes:
        now: the folder of the last site that was sent; it may not exist.
        before: that of the one before it.
    """

    def __init__(self, folder: Path, host: str):
        own = folder / hashlib.sha256(host.encode()).hexdigest()[:16]
        self.now, self.before, self._coming = own / "en-ligne", own / "avant", own / "arrivant"

    def remember(self, site: Path) -> None:
        """Keep a site that was just sent; its files are shared with the built folder."""
        shutil.rmtree(self._coming, ignore_errors=True)
        shutil.copytree(site, self._coming, copy_function=_link)
        if self.now.exists():
            shutil.rmtree(self.before, ignore_errors=True)
            self.now.rename(self.before)
        self._coming.rename(self.now)

    def go_back(self) -> None:
        """Take the earlier site as the last: it was just sent again."""
        shutil.rmtree(self.now, ignore_errors=True)
        self.before.rename(self.now)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copy2(source, target)
