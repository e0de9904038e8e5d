"""Names one after the other, as one says them."""

from __future__ import annotations

from collections.abc import Sequence


def french_list(names: Sequence[str], link: str = "et") -> str:
    """Return names in a row, with a link before the last.

    >>> french_list(["Ada"]), french_list(["Ada", "Bo", "Cy"])
    ('Ada', 'Ada, Bo et Cy')
    """
    *first, last = names or [""]
    return f"{', '.join(first)} {link} {last}" if first else last
