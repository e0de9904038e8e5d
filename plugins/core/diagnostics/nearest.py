"""The nearest existing name: a member's typo is mended by naming what was meant."""

from __future__ import annotations

import difflib
import functools
import heapq
import operator
from collections.abc import Iterable

from core.names import plain

MINIMUM_LIKENESS = 0.6
_LIKENESS_OF_A_SLIP = 0.75
_LONGEST = 200  # characters of a name that is compared
_MOST_COMPARED = 200  # names, with one
_fold = functools.lru_cache(maxsize=4096)(plain)


def nearest(name: str, known: Iterable[str], likeness: float = MINIMUM_LIKENESS) -> str | None:
    """Return the known name most like `name`, or None when none is (1 is equal, 0 is nothing)."""
    return _nearest(name, tuple(sorted(known)), likeness) if len(name) <= _LONGEST else None


@functools.lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...], likeness: float) -> str | None:
    by_folded = _folded(known)
    found = difflib.get_close_matches(
        _fold(name), _likely(_fold(name), tuple(by_folded), likeness), n=1, cutoff=likeness
    )
    return by_folded[found[0]] if found else None


@functools.lru_cache(maxsize=64)
def _folded(known: tuple[str, ...]) -> dict[str, str]:
    return {_fold(name): name for name in known}


def _likely(name: str, known: tuple[str, ...], likeness: float) -> list[str]:
    """Return the names that difflib's ratio may find that much alike.

    A letter that the other lacks matches nothing, which bounds the ratio. Counting these is quick
    and comparing is slow: a text may hold thousands of unknown names. Of very many that may be
    alike, those with nearly the same letters are returned.
    """
    mine, size = _letters(name), len(name)
    likely = [
        (abs(size - length) + (mine ^ its).bit_count(), other)
        for other, its, length in _measured(known)
        if 2 * min(size - (mine & ~its).bit_count(), length - (its & ~mine).bit_count())
        >= likeness * (size + length)
    ]
    if len(likely) > _MOST_COMPARED:
        likely = heapq.nsmallest(_MOST_COMPARED, likely)
    return [other for _, other in likely]


@functools.lru_cache(maxsize=64)
def _measured(known: tuple[str, ...]) -> list[tuple[str, int, int]]:
    return [(name, _letters(name), len(name)) for name in known]


def _letters(name: str) -> int:
    """Return a set of bits, one for each letter; some rare ones share theirs."""
    return functools.reduce(operator.or_, (1 << (ord(letter) & 63) for letter in name), 0)


def typo(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that a typo has made into `name`, or None.

    A longer name that ends alike, or a short one with some of its letters, is another name.
    """
    found = nearest(name, known, _LIKENESS_OF_A_SLIP)
    if found is None:
        return None
    most = 1 if min(len(name), len(found)) < 5 else 2
    return found if _edits(_fold(name), _fold(found)) <= most else None


def _edits(one: str, other: str) -> int:
    """Return how many letters are to be added, removed, changed, or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, its in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its)))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], its):
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return « Vouliez-vous dire … ? » naming the nearest known name, or ""."""
    found = nearest(name, known)
    return f"Vouliez-vous dire « {found} » ?" if found else ""
