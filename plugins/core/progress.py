"""How far long work is, shown to who waits."""

from __future__ import annotations

import time
from typing import TextIO

from core.french.numbers import grouped

_PATIENCE = 1.0  # seconds before anything is said


class Progress:
    """Writes « Images : 3 sur 12… » on one line of a terminal, when it takes time.

    Args:
        terminal: where; nothing is ever written to what is no terminal.
        total: how many things there are to make.
    """

    def __init__(self, terminal: TextIO, total: int, what: str = "Images"):
        self._terminal, self._total, self._what = terminal, total, what
        self._shown = ""
        self._from = time.monotonic() + _PATIENCE

    def show(self, done: int) -> None:
        """Show how many are done."""
        if time.monotonic() < self._from or not self._terminal.isatty():
            return
        self._write(f"{self._what} : {grouped(done)} sur {grouped(self._total)}…")

    def end(self) -> None:
        """Leave the line as it was."""
        if self._shown:
            self._write("")

    def _write(self, words: str) -> None:
        self._terminal.write("\r" + words.ljust(len(self._shown)) + ("" if words else "\r"))
        self._terminal.flush()
        self._shown = words
