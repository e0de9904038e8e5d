"""A style sheet against CSS: what a browser passes over without a word.

Braces, comments and strings are read as CSS Syntax Level 3 (section 4.3) has them; the names of
properties are looked up; what else does not parse, lightningcss says (`parsing.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from commands.checks.css.parsing import CssDiagnostic, shown, unparsed
from commands.checks.css.preludes import prelude_diagnostics
from commands.checks.css.table import PROPERTIES
from commands.checks.css.values import wrong_value
from core.diagnostics import ERROR, WARNING, Diagnostic, nearest
from core.diagnostics.catalog import css as rules
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE
from jekyll.liquid.renderer import AT_FAULT

_TOKEN = re.compile(
    r"""
    (?P<comment>/\*(?:[^*]|\*(?!/))*+(?P<end>\*/)?)
    |(?P<string>"(?:[^"\\\n\f]|\\.|\\\n)*+(?P<quote>")?|'(?:[^'\\\n\f]|\\.|\\\n)*+(?P<single>')?)
    |(?P<url>(?i:url)\((?:[^\s"'()\\]|\\.)*+)   # up to a quote, a space or its end
    |\\.
    |(?P<sign>[{}()\[\];])
    """,
    re.VERBOSE | re.DOTALL,
)
_CLOSES = {"}": "{", ")": "(", "]": "["}
_ENDS = {"{": "}", "(": ")", "[": "]"}
_DECLARATION = re.compile(r"\s*[*]?((?:[\w-]|\\.)+)\s*:")  # a star, for old browsers
# A value that goes on with the name of a property lacks a `;`.
_NEXT = re.compile(r"\s([a-z-]+)\s*:(?![a-z:])|\n\s*([a-z-]+)\s*:")
_OWN = "@font-feature-values"  # in which the names are the author's
_SLIP = 0.75
_MOST_FAULTS = 20  # of one severity, in one sheet: the first of them explain the others
_LONGEST = 1_000_000  # characters
_DEEPEST = 50  # signs open at once


def css_diagnostics(css: str) -> list[CssDiagnostic]:
    """Return what is wrong with a style sheet, in order; one that is endless is not read."""
    if len(css) > _LONGEST:
        return [CssDiagnostic(1, rules.TOO_LONG(most=_LONGEST // 1000))]
    reader = _Reader(css)
    reader.read()
    return sorted(reader.found, key=lambda found: found.line) or list(unparsed(css))


@lru_cache(maxsize=1024)
def property_diagnostics(style: str) -> list[Diagnostic]:
    """Return what is wrong with a `style` attribute, what Liquid at fault left aside."""
    reader = _Reader(f"{{{style}}}", unread=f"@{AT_FAULT}")
    reader.read()
    reported = (found.diagnostic for found in reader.found)
    return [one for one in reported if one.code != MORE_IN_THIS_FILE.code]


@dataclass(frozen=True)
class _Open:
    sign: str
    at: int
    words: str = ""  # what stands before a brace, from the sign that ended a declaration


class _Reader:
    """Keeps what is open, and the text since the last sign that ends a declaration."""

    def __init__(self, css: str, unread: str = "@") -> None:
        self.found: list[CssDiagnostic] = []
        self._counts = Counter[str]()
        self._css = css
        self._unread = unread  # what begins with one of these signs is no declaration
        self._open: list[_Open] = []
        self._parts: list[str] = []  # of the words since the last sign
        self._line = 1
        self._counted = 0  # up to where lines were counted

    def read(self) -> None:
        """Read it all."""
        last = 0
        for token in _TOKEN.finditer(self._css):
            if self._is_full(ERROR) or len(self._open) > _DEEPEST:
                return
            self._parts.append(self._css[last : token.start()])
            last = token.end()
            if token["comment"] is not None:
                self._parts.append(_blank(token[0]))
                if not token["end"]:
                    self._report(token.start(), rules.UNCLOSED_COMMENT())
            elif token["string"] is not None:
                self._take_string(token)
            elif token["sign"] is None:
                self._parts.append(token[0])
                if token["url"] is not None:
                    self._push("(", token.start() + len("url"))
            else:
                self._take_sign(token["sign"], token.start())
        inner = [left for left in self._open if left.sign != "{"][:1]
        # A brace, when nothing in it hides its end.
        for left in inner or self._open[: _MOST_FAULTS + 1]:
            self._report_open(left)

    def _take_string(self, token: re.Match[str]) -> None:
        self._parts.append(f'""{_blank(token[0])}')
        if not (token["quote"] or token["single"]):
            self._report(
                token.start(), rules.UNCLOSED_STRING(text=shown(token[0]), quote=token[0][0])
            )
            if "}" in token[0] and self._open and self._open[-1].sign == "{":
                self._open.pop()  # as it was meant: that this block has no end follows
                self._parts.clear()

    def _take_sign(self, sign: str, at: int) -> None:
        if sign == ";" and (not self._open or self._open[-1].sign == "{"):
            self._end_declaration(at)
        elif sign in "([;":
            self._parts.append(sign)
            if sign != ";":
                self._push(sign, at)
        elif sign == "{":
            self._report_prelude(at, "".join(self._parts))
            self._push(sign, at)
            self._parts.clear()
        else:
            self._close(sign, at)

    def _push(self, sign: str, at: int) -> None:
        words = "".join(self._parts).strip()[:200] if sign == "{" else ""
        self._open.append(_Open(sign, at, words))
        if len(self._open) > _DEEPEST:
            self._report(at, rules.TOO_DEEP())

    def _close(self, sign: str, at: int) -> None:
        if sign == "}":
            self._end_declaration(at)
            while self._open and self._open[-1].sign != "{":
                self._report_open(self._open.pop())
        else:
            self._parts.append(sign)
        if self._open and self._open[-1].sign == _CLOSES[sign]:
            self._open.pop()
        else:
            self._report(at, rules.STRAY_SIGN(sign=sign))

    def _end_declaration(self, at: int) -> None:
        """Look at what stands before a `;` or a `}`."""
        words = "".join(self._parts)
        self._parts.clear()
        if words.lstrip().startswith("@"):
            self._report_prelude(at, words)
        ends = (self._open[0].words, self._open[-1].words) if self._open else (_OWN,)
        is_theirs = any(end.startswith((_OWN, "--")) for end in ends)
        if self._is_full(WARNING) or not words.strip() or is_theirs:
            return
        line = self._line_at(at) - words.count("\n")
        if not _DECLARATION.match(words) and words.lstrip()[0] not in self._unread:
            start = words[: len(words) - len(words.lstrip())].count("\n")
            self._note(line + start, rules.UNREAD_DECLARATION(words=shown(words)))
        while (found := _DECLARATION.match(words)) and not self._is_full(WARNING):
            name = found[1]
            at = line + words.count("\n", 0, found.start(1))
            self._report_property(name, at)
            following = None if name.startswith("--") else _next_property(words, found.end())
            value = words[found.end() : following and following.start()]
            self._report_value(name, value, at)
            if not following:
                return
            before = words[: following.start()].rstrip()
            if value.strip():
                self._note(line + before.count("\n"), rules.MISSING_SEMICOLON(words=shown(before)))
            line += words.count("\n", 0, following.start())
            words = words[following.start() :]

    def _report_property(self, name: str, line: int) -> None:
        known = name.lower()
        if known in PROPERTIES or known.startswith(("-", "_", "mso-")):
            return
        near = nearest(known, PROPERTIES, _SLIP)
        hint = f"Vouliez-vous dire « {near} » ?" if near else None
        self._note(line, rules.UNKNOWN_PROPERTY(name=name, hint=hint))

    def _report_value(self, name: str, value: str, line: int) -> None:
        if not value.strip() and not name.startswith("-"):
            self._note(line, rules.UNREAD_DECLARATION(words=f"{name}:"))
        is_whole = value.count("(") == value.count(")")  # else that is reported
        if is_whole and (found := wrong_value(name.lower(), value)):
            shown_value, hint = found
            unknown = rules.UNKNOWN_VALUE(value=shown(shown_value), name=name, hint=hint or None)
            self._note(line, unknown)

    def _report_prelude(self, at: int, words: str) -> None:
        for place, diagnostic in prelude_diagnostics(words) if not self._is_full(WARNING) else ():
            self._note(self._line_at(at) - words.count("\n", place), diagnostic)

    def _report_open(self, left: _Open) -> None:
        if self._is_full(ERROR):
            return
        start = max(0, left.at - 60)
        words = f"{left.words} {{" if left.sign == "{" else self._css[start : left.at + 1]
        line = self._css.count("\n", 0, left.at) + 1
        self._note(line, rules.UNCLOSED_SIGN(words=shown(words), end=_ENDS[left.sign]))

    def _report(self, at: int, diagnostic: Diagnostic) -> None:
        self._note(self._line_at(at), diagnostic)

    def _note(self, line: int, diagnostic: Diagnostic) -> None:
        if self._is_full(diagnostic.severity):
            return
        self._counts[diagnostic.severity] += 1
        if self._is_full(diagnostic.severity):
            diagnostic = MORE_IN_THIS_FILE(more="d'autres").with_severity(diagnostic.severity)
        self.found.append(CssDiagnostic(line, diagnostic))

    def _is_full(self, severity: str) -> bool:
        return self._counts[severity] > _MOST_FAULTS

    def _line_at(self, at: int) -> int:
        """Return the line of a place, at or beyond the last one asked for."""
        self._line += self._css.count("\n", self._counted, at)
        self._counted = max(at, self._counted)
        return self._line


def _next_property(words: str, start: int) -> re.Match[str] | None:
    """Return where a value goes on with another property."""
    for found in _NEXT.finditer(words, start):
        before = words[start : found.start()]
        name = found[1] or found[2]
        if name in PROPERTIES and before.count("(") == before.count(")"):
            return found
    return None


def _blank(text: str) -> str:
    return "\n" * text.count("\n")
