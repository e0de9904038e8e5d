"""Liquid text in pieces: literals, tags and outputs, each with the line it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass

TEXT, VERBATIM, TAG, OUTPUT = "text", "verbatim", "tag", "output"

_MARKUP = re.compile(r"\{%-?(?P<tag>.*?)-?%\}|\{\{-?(?P<output>.*?)-?\}\}", re.DOTALL)
_END_OF = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("raw", "comment")}


@dataclass(frozen=True)
class Token:
    """A piece of a text.

    Attributes:
        kind: `TEXT`, `VERBATIM` (inside `raw`), `TAG` or `OUTPUT`.
        content: the text, or what stands between the braces.
        written: the piece as written.
        line: 1-based line of the file on which it begins.
    """

    kind: str
    content: str
    written: str
    line: int


class _Tokenizer:
    """A walk through a text that counts lines as it goes."""

    def __init__(self, text: str, first_line: int):
        self.text, self.position, self.line = text, 0, first_line
        self.tokens: list[Token] = []

    def take(self, kind: str, end: int, content: str | None = None) -> None:
        """Make one token of the text up to `end`."""
        written = self.text[self.position : end]
        if written:
            self.tokens.append(
                Token(kind, written if content is None else content, written, self.line)
            )
        self.skip(end)

    def skip(self, end: int) -> None:
        """Pass over the text up to `end`."""
        self.line += self.text.count("\n", self.position, end)
        self.position = end

    def skip_space(self) -> None:
        """Pass over white space, as `-%}` asks."""
        rest = self.text[self.position :]
        self.skip(self.position + len(rest) - len(rest.lstrip()))

    def markup(self, found: re.Match) -> None:
        """Make a token of a tag or an output; a `raw` or a `comment` goes to its end."""
        trims = found[0][2] == "-"
        self.take(TEXT, found.start())
        if trims and self.tokens and self.tokens[-1].kind == TEXT:
            last = self.tokens.pop()
            self.tokens.append(Token(TEXT, last.content.rstrip(), last.written, last.line))
        name = (found["tag"] or "").strip()
        end = _END_OF[name].search(self.text, found.end()) if name in _END_OF else None
        if end:
            self.skip(found.end())
            self.take(VERBATIM, end.start()) if name == "raw" else self.skip(end.start())
            self.skip(end.end())
            return
        is_tag = found["tag"] is not None
        content = found["tag"] if is_tag else found["output"]
        self.take(TAG if is_tag else OUTPUT, found.end(), content.strip())
        if found[0][-3] == "-":
            self.skip_space()


def tokenize(text: str, first_line: int = 1) -> list[Token]:
    """Return the pieces of a text, in order."""
    walk = _Tokenizer(text, first_line)
    while found := _MARKUP.search(text, walk.position):
        walk.markup(found)
    walk.take(TEXT, len(text))
    return walk.tokens
