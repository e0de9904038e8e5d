"""Which files a text names, however it writes their names."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from scribouilli.content_files import nfc

_JSON_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")  # RFC 8259, section 7
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")  # RFC 3986, section 2.1


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
        """Return the files that a text may name, raw or escaped (addresses, HTML, JSON)."""
        found: set[str] = set()
        plain = text
        if "\\u" in text:
            plain = _JSON_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
        escaped = html.unescape(plain) if "&" in plain else plain
        # Where there is something to unquote alone: it is slow on long texts with accents.
        escaped = _PERCENT.sub(lambda quoted: unquote(quoted[0]), escaped)
        for read in {nfc(plain), nfc(escaped)}:
            for ending in self._ending.finditer(read):
                for length in self._lengths:
                    start = ending.end() - length
                    if start >= 0:
                        found |= self._by_base.get(read[start : ending.end()], set())
        return found
