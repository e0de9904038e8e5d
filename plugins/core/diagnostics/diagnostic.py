"""A fault is data; words are made of it in one place, for the terminal and for the browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

ERROR = "error"
WARNING = "warning"
# What a terminal would obey, and what UTF-8 cannot write (the bytes of a name that is not UTF-8).
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# Marks of direction, which texts may have: on a terminal they would turn the rest of the line.
_DIRECTION = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PASSWORD = re.compile(
    r"(?<=//)[^\s/:@]*:[^\s/@]+(?=@)|(?<=token=)[^\s&#]+|(?<=/private-)[^\s/]+", re.IGNORECASE
)


def without_password(text: str) -> str:
    """Return the text without the secrets of its addresses: messages are kept, and shared.

    >>> without_password("« https://moi:tr4l@exemple.fr »")
    '« https://…@exemple.fr »'
    """
    return _PASSWORD.sub("…", text)


def cut(text: str) -> str:
    """Return a text that a message can quote: at most 60 characters."""
    return shortened(text, 60)


def shortened(text: str, most: int) -> str:
    """Return a text of so many characters at most, its end replaced by « … » when it has more."""
    return text if len(text) <= most else f"{text[: most - 3]}…"


def visible(text: str) -> str:
    r"""Return the text with what cannot be seen spelt out.

    >>> visible("a\x1b[2J")
    'a\\x1b[2J'
    """
    return _INVISIBLE.sub(_spelt, text)


def has_direction(text: str) -> bool:
    """Return whether a text holds marks that turn the direction of what follows."""
    return _DIRECTION.search(text) is not None


def _spelt(found: re.Match[str]) -> str:
    return ascii(found[0])[1:-1]


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong, and what mends it, as a rule of the catalog says it."""

    path: str  # the file as the member knows it (`content/contact.md`), or "" for the whole site
    line: int  # 1-based line in that file, 0 when the fault is the file's as a whole
    message: str  # the fault, in French, quoting what is written: no capital, no full stop
    hint: str = ""  # what to do, in French, one or two sentences; "" when the message says it
    severity: str = ERROR  # `ERROR` stops the build, `WARNING` is reported and counted
    code: str = ""  # the rule's name
    # What the words were made of, by the names that the rule has for them: programs read these.
    facts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def at(self, path: str, line: int = 0) -> Diagnostic:
        """Return it at a place."""
        return replace(self, path=visible(path).replace("\n", "\\n"), line=line)

    def with_severity(self, severity: str) -> Diagnostic:
        """Return it as an error or a warning, whatever its rule says."""
        return replace(self, severity=severity)

    def __str__(self) -> str:
        """Return the one line that a member reads: file, line, fault, hint."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        sentence = self.message if self.message.endswith((".", "?")) else f"{self.message}."
        words = " ".join(f"{sentence} {self.hint}".split("\n")).strip()
        return _DIRECTION.sub(_spelt, f"{place} : {words}" if place else words)

    def with_code(self) -> str:
        """Return that line, and the name of the rule."""
        return f"{self} [{self.code}]" if self.code else str(self)

    def as_line(self) -> str:
        """Return that line as terminals show it, where warnings say that they are some."""
        return ("Avertissement : " if self.severity == WARNING else "") + self.with_code()

    def as_dict(self) -> dict[str, Any]:
        """Return the fields, for machines (JSON)."""
        return asdict(self)
