"""Numbers as one writes them in French."""

from __future__ import annotations

NARROW = "\u202f"


def grouped(number: int) -> str:
    """Return a number in groups of three digits (Imprimerie nationale, « Nombres »).

    >>> grouped(100000).replace(NARROW, "_"), grouped(-1280).replace(NARROW, "_"), grouped(999)
    ('100_000', '-1_280', '999')
    """
    return f"{number:,}".replace(",", NARROW)
