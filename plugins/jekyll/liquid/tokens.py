"""Liquid text in pieces, with their lines: literals, tags, outputs; what opens and what ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

TEXT, VERBATIM, TAG, OUTPUT = "text", "verbatim", "tag", "output"

_OPENING = re.compile(r"\{[%{]")
_CLOSINGS = {"{%": "%}", "{{": "}}"}
_VISIBLE = re.compile(r"\S")
_END_OF = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("raw", "comment")}


@dataclass(frozen=True)
class Token:
    """A piece of a text."""

    kind: str  # `TEXT`, `VERBATIM` (inside `raw`), `TAG` or `OUTPUT`
    content: str  # the text, or what stands between the braces
    written: str  # the piece as written
    line: int  # 1-based line of the file on which it begins


class _Tokenizer:
    """A walk through a text that counts lines as it goes; each search goes forward only."""

    def __init__(self, text: str, first_line: int):
        self.text, self.position, self.line = text, 0, first_line
        self.tokens: list[Token] = []
        self.absent: set[str] = set()  # what is nowhere further on: never looked for again

    def walk(self) -> list[Token]:
        """Return the tokens of the whole text."""
        opening = _OPENING.search(self.text)
        while opening:
            closing = _CLOSINGS[opening[0]]
            end = -1 if closing in self.absent else self.text.find(closing, opening.end())
            if end < 0:
                self.absent.add(closing)
                opening = _OPENING.search(self.text, opening.end())
            else:
                self.markup(opening.start(), end + 2)
                opening = _OPENING.search(self.text, self.position)
        self.take(TEXT, len(self.text))
        return self.tokens

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
        visible = _VISIBLE.search(self.text, self.position)
        self.skip(visible.start() if visible else len(self.text))

    def markup(self, start: int, end: int) -> None:
        """Make a token of a tag or an output; a `raw` or a `comment` goes to its end."""
        written = self.text[start:end]
        content = written[2:-2].removeprefix("-").removesuffix("-").strip()
        self.take(TEXT, start)
        if written[2] == "-" and self.tokens and self.tokens[-1].kind == TEXT:
            last = self.tokens.pop()
            self.tokens.append(Token(TEXT, last.content.rstrip(), last.written, last.line))
        if written[1] == "%" and self.block(content, end):
            return
        self.take(TAG if written[1] == "%" else OUTPUT, end, content)
        if written[-3] == "-":
            self.skip_space()

    def block(self, name: str, start: int) -> bool:
        """Take what stands between `raw` or `comment` and its end; return whether it has one."""
        if name not in _END_OF or name in self.absent:
            return False
        end = _END_OF[name].search(self.text, start)
        if not end:
            self.absent.add(name)
            return False
        self.skip(start)
        self.take(VERBATIM, end.start()) if name == "raw" else self.skip(end.start())
        self.skip(end.end())
        return True


def tokenize(text: str, first_line: int = 1) -> list[Token]:
    """Return the pieces of a text, in order."""
    return _Tokenizer(text, first_line).walk()


# Blocks whose inside is text of the page all the same.
CONDITIONS = frozenset({"if", "unless"})
_STEPS = frozenset({"else", "elsif", "when"})
_WITH_STEPS = CONDITIONS | {"case"}


@dataclass
class Blocks:
    """The blocks among some tokens, each known by places in their list."""

    # The place of each tag that opens a block, with that of its end.
    ends: dict[int, int] = field(default_factory=dict)
    # The places of the ends, and of the steps between (`else`, `when`).
    inner: set[int] = field(default_factory=set)


def tag_name(token: Token) -> str:
    """Return the name of a tag; "" when it has none, or is no tag."""
    words = token.content.split(maxsplit=1) if token.kind == TAG else []
    return words[0] if words else ""


def find_blocks(tokens: Sequence[Token]) -> Blocks:
    """Return the blocks of a list of tokens: any tag may open one, if its end comes later."""
    blocks = Blocks()
    opened: dict[str, list[int]] = {}
    steps: list[int] = []  # those whose block may still have no end
    for index, token in enumerate(tokens):
        name = tag_name(token)
        if name in _STEPS:
            if any(opened.get(holder) for holder in _WITH_STEPS):
                steps.append(index)
        elif name.startswith("end") and opened.get(name[3:]):
            blocks.ends[opened[name[3:]].pop()] = index
            blocks.inner.add(index)
            if name[3:] in _WITH_STEPS:
                blocks.inner.update(steps)
                steps.clear()
        elif name:
            opened.setdefault(name, []).append(index)
    return blocks
