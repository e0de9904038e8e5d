"""What opens and what ends in Liquid: a block is told, carried out or left out as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jekyll.liquid.tokens import TAG, Token

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
