"""Where lists are cut in two: an item holds what is indented as far as its first word.

So kramdown has it (« Lists »); after an empty line, what is less indented ends the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ITEM = re.compile(r"(?P<mark> *+(?:[-*+]|(?P<number>\d{1,9})\.)[ \t]++)(?P<words>\S.*)")
_FENCE = re.compile(r"\s*(?P<words>(?:`{3,}|~{3,})[^`~]*)")
_LEAST = 2  # spaces before code that was meant to be in an item
_DEEPEST = 3  # spaces, beyond which a line is code


class Cut(NamedTuple):
    """What begins a list by another number than 1, or a block of code that an item misses."""

    start: int
    words: str
    number: str  # "" for code
    width: int  # columns before the words of the item


class _List(NamedTuple):
    is_numbered: bool
    width: int  # columns before the words of its last item


def list_cuts(bare: str, text: str) -> Iterator[Cut]:
    r"""Give what is not in the list it was written for, or begins one by another number than 1.

    Args:
        bare: the text, its code left out.
        text: the same with its code, of the same length.

    >>> text = "1. un\n\nUn.\n\n2. deux\n3. trois"
    >>> [cut.number for cut in list_cuts(text, text)]
    ['2']
    """
    start, is_after_a_gap, lists = 0, True, list[_List]()
    for line, whole in zip(bare.split("\n"), text.split("\n"), strict=True):
        if whole.strip():
            item = _ITEM.match(line)
            cut = _read(lists, line, whole, item, is_after_a_gap)
            if cut:
                yield cut._replace(start=start)
        is_after_a_gap = not whole.strip()
        start += len(line) + 1


def _read(
    lists: list[_List], line: str, whole: str, item: re.Match[str] | None, is_after_a_gap: bool
) -> Cut | None:
    """Follow a line: end the lists it is not in, begin the one it does; return what it cuts."""
    indent = _columns(whole) - _columns(whole.lstrip())
    while item and len(lists) > 1 and indent < lists[-2].width:
        lists.pop()
    is_numbered = bool(item and item["number"])
    is_next = bool(item and lists and lists[-1].is_numbered == is_numbered)
    outer = lists[0].width if lists else 0
    if line.startswith("#"):
        lists.clear()
    while is_after_a_gap and not is_next and lists and indent < lists[-1].width:
        lists.pop()
    if item is None:
        fence = (
            None if lists or line.strip() or not _LEAST <= indent < outer else _FENCE.match(whole)
        )
        return Cut(0, fence["words"], "", outer) if fence else None
    return _begun(lists, item, indent, is_numbered)


def _begun(lists: list[_List], item: re.Match[str], indent: int, is_numbered: bool) -> Cut | None:
    width, number = _columns(item["mark"]), item["number"]
    if lists and indent < lists[-1].width:
        if lists[-1].is_numbered == is_numbered:
            lists[-1] = _List(is_numbered, width)
        return None
    if indent > (lists[-1].width if lists else 0) + _DEEPEST:
        return None
    lists.append(_List(is_numbered, width))
    return Cut(0, item["words"], number, width) if is_numbered and int(number) > 1 else None


def _columns(text: str) -> int:
    return len(text.expandtabs(4))
