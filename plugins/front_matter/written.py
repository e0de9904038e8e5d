"""Where something stands in a text as it was written: not in code, and rather as an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_CODE = re.compile(
    r"(?ms)^[ >]*(?P<fence>```+|~~~+).*?^[ >]*(?P=fence)|"
    r"(?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?P=ticks)(?!`)"
)
_COMMENT = re.compile(r"(?s)<!--.*?-->")
# Without spaces, and with a sign that addresses have.
_ADDRESS = re.compile(r"\S*[/.#:]\S*")
# What stands before an address in Markdown, HTML, style sheets and Liquid, and what may not stand
# on either side of a whole one.
_BEFORE = re.compile(r"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|url\(\s*["']?|,\s*|\}\}|%\}|<)\Z""")
_CONTINUED = re.compile(r"[\w/%.-]\Z")
_CONTINUES = re.compile(r"[\w/%-]|[.#?]\w")
_NEAR = 12  # characters that these look at


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """Return a text without what some patterns find, its length and its lines kept."""
    for pattern in patterns:
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


@lru_cache(maxsize=64)
def without_code(text: str) -> str:
    """Return a text without its code and its comments, its length and its lines kept."""
    return blanked(text, _CODE, _COMMENT)


def without_comments(text: str) -> str:
    """Return a text without its comments, its length and its lines kept."""
    return blanked(text, _COMMENT)


@lru_cache(maxsize=1024)
def starts_of(written: str, text: str) -> Sequence[int]:
    """Return where some words or an address begin in a text, the surest manner of places alone.

    Args:
        written: what is looked for, as it stands there.
        text: the source; what is in its code or its comments counts only when nothing else is.
    """
    bare = without_code(text)
    found = _all(written, bare)
    if not _ADDRESS.fullmatch(written):
        return found or _all(written, text)
    whole = [at for at in found if not _CONTINUES.match(bare, at + len(written))]
    sure = [at for at in whole if _BEFORE.search(bare[max(0, at - _NEAR) : at])]
    alone = [at for at in whole if not _CONTINUED.search(bare[max(0, at - 1) : at])]
    return sure or alone or found or _all(written, text)


def _all(written: str, text: str) -> list[int]:
    """Return where some words begin in a text; words without an end are nowhere."""
    found, at = [], text.find(written) if written else -1
    while at >= 0:
        found.append(at)
        at = text.find(written, at + len(written))
    return found
