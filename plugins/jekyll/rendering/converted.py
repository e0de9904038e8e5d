"""The HTML of plain texts, which depends on them alone: another process may have made it."""

from __future__ import annotations

from core.known import Known
from jekyll.front_matter import pack, unpack
from jekyll.kramdown.plain_texts import convert_plain


class ConvertedTexts(Known[int, bytes | None]):
    """What is converted ahead, for whoever asks for it later."""

    def convert(self, text: str, french_quotes: bool) -> None:
        """Convert a text ahead."""
        html = convert_plain(text, french_quotes)
        self[hash((text, french_quotes))] = None if html is None else pack(html)

    def html(self, text: str, french_quotes: bool) -> str | None:
        """Return the HTML of a text (see `convert_plain`)."""
        name = hash((text, french_quotes)) if self else 0
        if name not in self:
            return convert_plain(text, french_quotes)
        known = self[name]
        return None if known is None else unpack(known)
