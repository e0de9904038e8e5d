"""Which files a text names, however it writes their names."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from scribouilli.content_files import nfc


class Mentions:
    """Finds files by their last name: whatever may be a mention counts as one.

    Args:
        names: the files, `/` between folders.
    """

    def __init__(self, names: Iterable[str]):
        self._by_base: dict[str, set[str]] = {}
        for name in names:
            self._by_base.setdefault(nfc(posixpath.basename(name)), set()).add(name)
        endings = {posixpath.splitext(base)[1] for base in self._by_base}
        self._ending = re.compile("|".join(map(re.escape, sorted(endings))) or "(?!)")
        self._lengths = sorted({len(base) for base in self._by_base})

    def find(self, text: str) -> set[str]:
        """Return the files that a text may name, raw, percent-encoded or with HTML's escapes."""
        found: set[str] = set()
        for read in {nfc(text), nfc(unquote(html.unescape(text)))}:
            for ending in self._ending.finditer(read):
                for length in self._lengths:
                    start = ending.end() - length
                    if start >= 0:
                        found |= self._by_base.get(read[start : ending.end()], set())
        return found
