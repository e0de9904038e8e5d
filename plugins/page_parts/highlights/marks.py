"""Words between two pairs of equals signs, `==like this==`, made marked words (`<mark>`).

kramdown prints the signs, and other programs for Markdown mark the words: so do we, where the signs
touch words and nothing else may be meant. Code, formulas and addresses are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

# A mark begins after a space or an opening sign, and ends before a space or a closing one.
_OPENING = re.compile(r"""(?:(?<=[\s(\[«“‘"'’/—–-])|\A)==(?=[\w«“‘"'(\[]|\Z)""")
_CLOSING = re.compile(r"""(?:(?<=[\w.!?…»”’"')\]%€])|\A)==(?=[\s)\].,;:!?…»”’"'/—–-]|\Z)""")
_LITERAL = "code, pre, kbd, samp, var, script, style, textarea, template, svg, math, mark, .math"
# What a mark may hold (HTML Standard, section 3.2.5.2.5: phrasing content).
_INSIDE = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd q s samp small span strong sub sup time u "
    "var".split()
)
_LONGEST = 60  # texts and elements, where the second pair is looked for

Piece = LexborNode | str


def mark_words(tree: LexborHTMLParser) -> None:
    """Mark the words of a body that are between signs."""
    if tree.root is None:
        return
    left = {node.mem_id for node in tree.css(_LITERAL)}
    holders: dict[int, LexborNode] = {}
    for node in tree.root.traverse(include_text=True):
        if node.is_text_node and "==" in (node.text_content or "") and node.parent is not None:
            holders.setdefault(node.parent.mem_id, node.parent)
    # An element is written again, hence copied, after those that it holds.
    for holder in sorted(holders.values(), key=lambda one: len(_way(one)), reverse=True):
        if left.isdisjoint(_way(holder)):
            _mark(tree, holder)


def _way(node: LexborNode | None) -> list[int]:
    """Return an element and those that hold it."""
    way = []
    while node is not None:
        way.append(node.mem_id)
        node = node.parent
    return way


def _mark(tree: LexborHTMLParser, holder: LexborNode) -> None:
    """Write the children of an element again, some of them in marks."""
    written = list(holder.iter(include_text=True))
    parted = parts_of([(it.text_content or "") if it.is_text_node else it for it in written])
    if not any(isinstance(part, list) for part in parted):
        return
    for part in parted:
        if isinstance(part, list):
            mark = tree.create_node("mark")
            for piece in part:
                mark.insert_child(piece)
            written[0].insert_before(mark)
        elif part:
            written[0].insert_before(part)  # of an element, a copy
    for node in written:
        node.decompose()


def parts_of(pieces: Sequence[Piece]) -> list[Piece | list[Piece]]:
    """Return the texts and the elements that follow one another, those of a mark in a list.

    >>> parts_of(["un ==mot== et 2 == 2"])
    ['un ', ['mot'], ' et 2 == 2']
    """
    parted: list[Piece | list[Piece]] = []
    closings = [_closings(piece) for piece in pieces]
    number = 0
    while number < len(pieces):
        piece, kept, place = pieces[number], 0, 0
        if not isinstance(piece, str):
            parted.append(piece)
            number += 1
            continue
        while found := _OPENING.search(piece, place):
            start, end = found.end(), _end(pieces, closings, number, found.end())
            if end is None:
                place = start
                continue
            parted.append(piece[kept : found.start()])
            last, stop = end
            if last == number:
                parted.append([piece[start:stop]])
            else:
                closing = pieces[last]
                assert isinstance(closing, str)
                parted.append([piece[start:], *pieces[number + 1 : last], closing[:stop]])
                number, piece = last, closing
            kept = place = stop + 2
        parted.append(piece[kept:])
        number += 1
    return parted


def _closings(piece: Piece) -> list[int]:
    return [found.start() for found in _CLOSING.finditer(piece)] if isinstance(piece, str) else []


def _end(
    pieces: Sequence[Piece], closings: list[list[int]], number: int, start: int
) -> tuple[int, int] | None:
    """Return where a mark ends that begins in a piece: in which piece, and at which sign."""
    here = closings[number]
    if (at := bisect_right(here, start)) < len(here):
        return number, here[at]
    for other in range(number + 1, min(number + _LONGEST, len(pieces))):
        piece = pieces[other]
        if not isinstance(piece, str) and piece.tag not in _INSIDE:
            return None
        if closings[other]:
            return other, closings[other][0]
    return None
