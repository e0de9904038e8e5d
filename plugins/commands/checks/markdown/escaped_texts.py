"""Signs written for a program, and read as they are: « &amp;eacute; », « =C3=A9 », JSON's."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import ESCAPED_TEXT

_MOST = 1000  # looked for in one text
_ESCAPE = (
    r"\\u[0-9a-fA-F]{4}|\\u\{[0-9a-fA-F]{1,6}\}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2}"
)
# JSON and the languages of programs; RFC 2045, section 6.7; RFC 3986, section 2.1.
_ESCAPED = re.compile(
    rf"(?P<escapes>(?:{_ESCAPE}){{1,50}})"
    r"|(?P<bytes>(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}){1,50}"
    r"|(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F]){1,3}){1,50})"
    r"|&amp;(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
_ONE = re.compile(_ESCAPE)
_IN_AN_ADDRESS = re.compile(r"[/?&:@][^\s<>()]*\Z|www\.\S*\Z")
_QUOTES_BEFORE, _QUOTES_AFTER = "«“\"'(`", "»”\"')`"


class Escaped(NamedTuple):
    """What a text holds for a program."""

    start: int  # where it stands
    end: int
    written: str  # as visitors read it: « &eacute; »
    meant: str  # the sign itself


def escaped_texts(text: str) -> Iterator[Escaped]:
    r"""Give what is written for a program; what is shown so on purpose stands between quotes.

    >>> [(it.written, it.meant) for it in escaped_texts("R\\u00e9p, l&amp;#39;an, caf=C3=A9")]
    [('\\u00e9', 'é'), ('&#39;', "'"), ('=C3=A9', 'é')]
    """
    found = [it for it in _all(text) if not _is_quoted(text, it)]
    # « &amp;nbsp; » alone may be what is meant; beside a letter, it cannot.
    is_sure = any(not it.written.startswith("&") or _is_glued(text, it) for it in found)
    yield from found if is_sure else ()


def _all(text: str) -> Iterator[Escaped]:
    for number, found in enumerate(_ESCAPED.finditer(text)):
        if number > _MOST:
            return
        if entity := found["entity"]:
            if entity.startswith("#") or f"{entity};" in html5:
                written = f"&{entity};"
                yield Escaped(*found.span(), written, html.unescape(written))
        elif meant := _meant(found):
            before = text[max(0, found.start() - 200) : found.start()]
            if found["escapes"] or not _IN_AN_ADDRESS.search(before):
                yield Escaped(*found.span(), found[0], meant)


def _meant(found: re.Match[str]) -> str:
    """Return the signs that escapes stand for; "" when they are none."""
    if written := found["bytes"]:
        try:
            return bytes.fromhex(written.replace(written[0], "")).decode()
        except ValueError:
            return ""
    units = [_code(one) for one in _ONE.findall(found[0])]
    if all(unit < 0x100 for unit in units):  # maybe the bytes of UTF-8
        try:
            return bytes(units).decode()
        except UnicodeDecodeError:
            return "".join(map(chr, units)) if found[0][1] in "uU" else ""
    try:
        text = b"".join(
            unit.to_bytes(2, "big") if unit < 0x10000 else chr(unit).encode("utf-16-be")
            for unit in units
        )
        return text.decode("utf-16-be")
    except (ValueError, OverflowError):
        return ""


def _code(escape: str) -> int:
    return int(escape[1:], 8) if escape[1].isdigit() else int(escape[2:].strip("{}"), 16)


def _is_glued(text: str, found: Escaped) -> bool:
    """Return whether it touches a letter; « &amp;amp; », between words, is escaped twice."""
    around = text[found.start - 1 : found.start] + text[found.end : found.end + 1]
    return any(map(str.isalnum, around)) or found.written == "&amp;"


def _is_quoted(text: str, found: Escaped) -> bool:
    before = text[max(0, found.start - 3) : found.start].rstrip()[-1:]
    after = text[found.end : found.end + 3].lstrip()[:1]
    return bool(before and after) and before in _QUOTES_BEFORE and after in _QUOTES_AFTER


def told(found: Escaped, count: int) -> Diagnostic:
    """Return what is told of the first one of a text."""
    is_seen = found.meant.strip() and found.meant.isprintable()
    mended = f"« {found.meant} »" if is_seen else "une espace"
    return ESCAPED_TEXT(written=found.written[:60], meant=mended, count=count)
