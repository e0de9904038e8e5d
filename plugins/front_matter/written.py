"""Where something stands in a text as it was written: not in code, and rather as an address."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"(?ms)^[ >]*(?P<fence>```+|~~~+).*?^[ >]*(?P=fence)|"
    r"(?<!`)(?P<ticks>`+)(?!`)[^\n]+?(?P=ticks)(?!`)"
)
_COMMENT = re.compile(r"(?s)<!--.*?-->")
# Without spaces, and with a sign that addresses have.
_ADDRESS = re.compile(r"\S*[/.#:]\S*")
# What stands before an address in Markdown, HTML, style sheets and Liquid.
_BEFORE = r"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|url\(\s*["']?|,\s*|\}\}|%\}|<)"""


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """Return a text without what some patterns find, its length and its lines kept."""
    for pattern in patterns:
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def without_code(text: str) -> str:
    """Return a text without its code and its comments, its length and its lines kept."""
    return blanked(text, _CODE, _COMMENT)


def without_comments(text: str) -> str:
    """Return a text without its comments, its length and its lines kept."""
    return blanked(text, _COMMENT)


def starts_of(written: str, text: str) -> list[int]:
    """Return where some words or an address begin in a text, the surest manner of places alone.

    Args:
        written: what is looked for, as it stands there.
        text: the source; what is in its code or its comments counts only when nothing else is.
    """
    exact, bare = re.escape(written), without_code(text)
    if _ADDRESS.fullmatch(written):
        whole = rf"(?P<it>{exact})(?![\w/%-])(?!\.\w)"
        for pattern in (_BEFORE + whole, rf"(?<![\w/%.-]){whole}"):
            if found := [match.start("it") for match in re.finditer(pattern, bare)]:
                return found
    places = ([match.start() for match in re.finditer(exact, part)] for part in (bare, text))
    return next(filter(None, places), [])
