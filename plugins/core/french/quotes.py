"""Straight quotation marks made French: « … », and “ … ” inside of others.

The rules are those of the Imprimerie nationale (« Lexique des règles typographiques en usage »,
guillemets), with English marks for what is quoted in a quotation. A mark that has no other beside
it (`15"`) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

STRAIGHT, NO_BREAK = '"', "\u00a0"
_MARK = re.compile(f"[{STRAIGHT}«»]")
_MARKS = (f"«{NO_BREAK}", f"{NO_BREAK}»")
_INNER_MARKS = ("“", "”")
# What a quotation may begin after, beside a space, and what it does not begin with.
_BEFORE = frozenset("([{«“‘’'/—–-")
_NOT_AFTER = frozenset(',.;:!?)]}»”"')


def paired(text: str) -> dict[int, str]:
    """Return what takes the place of the straight marks of a text that are pairs, by their place.

    >>> sorted(paired('a "b" 15"'))
    [2, 4]
    """
    ends: dict[int, tuple[bool, bool]] = {}  # by place: whether it opens, and is straight
    for first, last in _pairs(text):
        is_straight = text[first] == STRAIGHT
        ends |= {first: (True, is_straight), last: (False, is_straight)}
    found, level = {}, 0
    for place, (opens, is_straight) in sorted(ends.items()):
        level -= not opens
        if is_straight:
            found[place] = (_INNER_MARKS if level else _MARKS)[not opens]
        level += opens
    return found


def french_quotes(text: str) -> str:
    """Return a text with French quotation marks in the place of straight ones.

    >>> french_quotes('"a"').replace(NO_BREAK, "~")
    '«~a~»'
    """
    if text.count(STRAIGHT) < 2:
        return text
    marks = paired(text)
    return "".join(marks.get(place, sign) for place, sign in enumerate(text))


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the marks that go together, straight or French, one in another."""
    opened: list[int] = []
    for found in _MARK.finditer(text):
        sign, place = found[0], found.start()
        if sign == "«" or (sign == STRAIGHT and _may_open(text, place)):
            opened.append(place)
        elif sign == "»":
            while opened:  # a straight mark that is open inside of a quotation has no other
                first = opened.pop()
                if text[first] == "«":
                    yield first, place
                    break
        elif opened and text[opened[-1]] == STRAIGHT and not text[place - 1].isspace():
            yield opened.pop(), place


def _may_open(text: str, place: int) -> bool:
    before, after = text[place - 1] if place else " ", text[place + 1 : place + 2] or " "
    return (before.isspace() or before in _BEFORE) and not (after.isspace() or after in _NOT_AFTER)
