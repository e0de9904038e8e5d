"""The addresses that a style sheet holds: `url(…)`, `@import`, `image-set(…)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# CSS Syntax 3, section 4: no quantifier gives back what it took, so a text is read once.
_DOUBLE = r'"((?:[^"\\\n]|\\.)*+)"'
_SINGLE = r"'((?:[^'\\\n]|\\.)*+)'"
_BARE = r"""((?:[^"'()\\\s]|\\[0-9a-f]{1,6}\s?|\\.)*+)"""
_TOKEN = re.compile(
    rf"""/\*.*?(?:\*/|\Z)
    | @namespace\b [^;{{}}]*+                       # a name, which loads nothing
    | (?P<import>@import)(?![\w-])
    | (?<![\w-]) url\( \s*+ (?:{_DOUBLE}|{_SINGLE}|{_BARE}) \s*+ \)
    | (?P<set>(?:-webkit-)?image-set\()
    | (?P<open>\() | (?P<close>\))
    | (?P<string>{_DOUBLE}|{_SINGLE})
    | (?P<end>;)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|\n|(.))", re.IGNORECASE | re.DOTALL)
_TO_ESCAPE = re.compile(r"""[\s"'()\\]""")


@dataclass(frozen=True)
class CssAddress:
    """One address of a style sheet."""

    url: str  # the address
    start: int  # where it begins
    end: int  # where it ends
    # Where what holds it stands: `url(…)` or a string; the whole rule of an `@import`.
    token: tuple[int, int]
    is_import: bool  # it is a style sheet's


def css_addresses(css: str) -> Iterator[CssAddress]:
    """Yield the addresses of a style sheet, or of a `style` attribute, in order."""
    if "(" not in css and "@" not in css:
        return  # as in most attributes
    imported: int | None = None
    depth, sets = 0, []  # a string right within `image-set(` is an address
    for found in _TOKEN.finditer(css):
        if found["import"]:
            imported = found.start()
        elif found["open"] or found["set"]:
            depth += 1
            sets += [depth] if found["set"] else []
        elif found["close"]:
            sets = [one for one in sets if one < depth]
            depth = max(0, depth - 1)
        elif found["end"]:
            imported = None
        elif found.lastindex and (not found["string"] or imported is not None or depth in sets):
            yield _address(css, found, imported)
            imported = None


def _address(css: str, found: re.Match[str], imported: int | None) -> CssAddress:
    group = next(n for n in range(_TOKEN.groups, 0, -1) if found[n] is not None)
    start, end = found.span(group)
    url = _ESCAPE.sub(_character, css[start:end]).strip()
    token = found.span()
    if imported is not None:
        rule_end = css.find(";", found.end()) + 1
        token = imported, rule_end or len(css)
    return CssAddress(url, start, end, token, imported is not None)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1], 16) if escape[1] else 0
    if code:
        return chr(code) if code < 0x110000 else "\ufffd"
    return escape[2] or ""


def replace_css_addresses(css: str, change: Callable[[str], str]) -> str:
    """Return a style sheet with each address changed; the rest stays to the letter."""
    parts, last = [], 0
    for address in css_addresses(css):
        new = change(address.url)
        if new != address.url:
            escaped = _TO_ESCAPE.sub(lambda sign: f"\\{sign[0]}", new)
            parts += [css[last : address.start], escaped]
            last = address.end
    return "".join([*parts, css[last:]])
