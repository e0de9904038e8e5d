"""French quotation marks where a member wrote straight ones, over all the spans of one text.

kramdown turns each mark by itself, from the signs beside it; here both ends of a quotation are
found first, whatever stands between them: emphasis, links, code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.french.quotes import STRAIGHT, paired
from core.language import is_french
from jekyll.kramdown.nodes import Node

# The sign that stands for what is no text, so that it is no space: an image, code, a formula.
_SOMETHING = "\ufffc"
_NOTHING = frozenset({"comment", "stray", "verbatim", "note_call"})
_SPACES = frozenset({"&nbsp;", "&#160;", "&#xa0;", "&#8239;"})


def mend_quotes(spans: Iterable[Node]) -> None:
    """Give the straight marks of a text, read as spans, their French forms."""
    signs = [one for span in spans for one in _signs(span)]
    marks = paired("".join(sign for sign, _ in signs))
    before = ""
    for place, (sign, node) in enumerate(signs):
        if node and sign == "‘" and before.isalpha():
            node.value = "’"  # l'"École": kramdown reads two marks that open
        elif node and place in marks:
            node.value = marks[place]
        before = sign


def is_abroad(tag: str | None) -> bool:
    """Return whether an element says that it is in another language (`lang`)."""
    return bool(tag) and not is_french(tag or "")


def _signs(node: Node) -> Iterator[tuple[str, Node | None]]:
    """Yield the signs that a node shows; each straight mark with the node to be mended."""
    if node.kind == "symbol":
        yield from ((sign, node) for sign in _written(node))
    elif node.kind == "chars":
        yield from ((_SOMETHING if sign == STRAIGHT else sign, None) for sign in node.value)
    elif node.kind == "br" or node.value in _SPACES:
        yield " ", None
    elif _is_read(node):
        for child in node.children:
            yield from _signs(child)
    elif node.kind not in _NOTHING:
        yield _SOMETHING, None


def _written(node: Node) -> str:
    return STRAIGHT if node.options.get("is_straight") else node.value


def _is_read(node: Node) -> bool:
    """Return whether what a node holds is French text."""
    if not node.children:
        return False
    written = node.given.attributes.get("lang") if node.given else None
    return not is_abroad(node.attributes.get("lang") or written)
