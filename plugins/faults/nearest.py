"""The nearest existing name: a member's typing slip is mended by naming what was meant."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MINIMUM_LIKENESS = 0.6


@lru_cache(maxsize=4096)
def _fold(name: str) -> str:
    """Return the name without accents nor case: « Fête » and « fete » are the same slip."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def nearest(name: str, known: Iterable[str], likeness: float = MINIMUM_LIKENESS) -> str | None:
    """Return the known name most like `name`, or None when none is (1 is equal, 0 is nothing)."""
    return _nearest(name, tuple(sorted(known)), likeness)


@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...], likeness: float) -> str | None:
    by_folded = {_fold(candidate): candidate for candidate in known}
    found = difflib.get_close_matches(_fold(name), by_folded, n=1, cutoff=likeness)
    return by_folded[found[0]] if found else None


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return « Vouliez-vous dire … ? » naming the nearest known name, or ""."""
    found = nearest(name, known)
    return f"Vouliez-vous dire « {found} » ?" if found else ""
