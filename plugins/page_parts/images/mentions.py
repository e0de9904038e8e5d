"""Which files a text names, however it writes their names."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from core.names import nfc
from jekyll.front_matter.numbers import without_endless_references

_JSON_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")  # RFC 8259, section 7
# RFC 3986, section 2.1; `re` finds its first sign quickly, which it would not in a group.
_PERCENT = re.compile("%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")


class Mentions:
    """Finds files by their last name: whatever may be a mention counts as one.

    Args:
        names: the files, `/` between folders.
    """

    def __init__(self, names: Iterable[str]):
        self._by_base: dict[str, set[str]] = {}
        for name in names:
            self._by_base.setdefault(nfc(posixpath.basename(name)), set()).add(name)
        self._endings = sorted({posixpath.splitext(base)[1] for base in self._by_base})
        self._ending = re.compile("|".join(map(re.escape, self._endings)) or "(?!)")
        self._lengths = sorted({len(base) for base in self._by_base})

    def find(self, text: str) -> set[str]:
        """Return the files that a text may name, raw or escaped (addresses, HTML, JSON)."""
        found: set[str] = set()
        plain = text
        if "\\u" in text:
            plain = _JSON_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
        escaped = plain.replace("&nbsp;", "\u00a0")  # many, in French
        if "&" in escaped:
            escaped = html.unescape(without_endless_references(escaped))
        # Where there is something to unquote alone: it is slow on long texts with accents.
        escaped = _PERCENT.sub(lambda quoted: unquote(quoted[0]), escaped)
        for read in (plain,) if escaped is plain else (plain, escaped):
            if not any(ending in read for ending in self._endings):
                continue  # most texts name no image
            read = nfc(read)  # noqa: PLW2901 (the same text)
            for ending in self._ending.finditer(read):
                for length in self._lengths:
                    start = ending.end() - length
                    if start >= 0:
                        found |= self._by_base.get(read[start : ending.end()], set())
        return found
