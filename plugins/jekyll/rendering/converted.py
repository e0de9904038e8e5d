"""The HTML of plain texts, which depends on them alone: another process may have made it."""

from __future__ import annotations

from jekyll.front_matter import pack, unpack
from jekyll.kramdown.plain_texts import convert_plain

_Converted = dict[int, bytes | None]


class ConvertedTexts:
    """What is converted ahead, for whoever asks for it later; it is gathered from processes."""

    def __init__(self) -> None:
        self._known: _Converted = {}

    def convert(self, text: str, french_quotes: bool) -> None:
        """Convert a text ahead."""
        html = convert_plain(text, french_quotes)
        self._known[hash((text, french_quotes))] = None if html is None else pack(html)

    def html(self, text: str, french_quotes: bool) -> str | None:
        """Return the HTML of a text (see `convert_plain`)."""
        name = hash((text, french_quotes)) if self._known else 0
        if name not in self._known:
            return convert_plain(text, french_quotes)
        known = self._known[name]
        return None if known is None else unpack(known)

    def taken(self) -> _Converted:
        """Return what was converted, for another process."""
        return self._known

    def merge(self, taken: _Converted) -> None:
        """Add what another process converted."""
        self._known |= taken
