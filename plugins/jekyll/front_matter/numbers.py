"""Numbers read within bounds: Python refuses those of thousands of digits."""

from __future__ import annotations

import json
import math
import re
from typing import Any

MOST_DIGITS = 300  # a float has no more
_DECIMAL = re.compile(r"\s*[+-]?0*(\d{0,300})(?:\.(\d*))?\s*", re.ASCII)
ENDLESS = re.compile(r"(?<![0-9])[0-9]{301,}+")
_REFERENCE = re.compile(r"&#[0-9]{301,}+;?")
_REPLACEMENT = "&#xFFFD;"  # what browsers show (HTML Standard, section 13.2.5.84)


class EndlessNumber(ValueError):
    """A number that nothing can read."""

    def __init__(self, digits: str):
        super().__init__(f"{len(digits)} digits")
        self.digits = digits


def read_number(written: str) -> float | int | None:
    """Return a decimal number; None when it is none, or has too many digits."""
    found = _DECIMAL.fullmatch(written)
    if not found or not (found[1] or found[2] or "0" in written):
        return None
    sign = "-" if "-" in written else ""
    if found[2] is None:
        return int(sign + (found[1] or "0"))
    number = float(f"{sign}{found[1] or '0'}.{found[2][:MOST_DIGITS] or '0'}")
    return number if math.isfinite(number) else None


def read_json(text: str) -> Any:
    """Return what a JSON text says.

    Raises:
        json.JSONDecodeError: it is none.
        RecursionError: it has too many levels.
        EndlessNumber: one of its numbers has too many digits.
    """

    def whole(digits: str) -> int:
        if len(digits) > MOST_DIGITS:
            raise EndlessNumber(digits)
        return int(digits)

    def decimal(written: str) -> float:
        if endless := ENDLESS.search(written):  # its exponent, which nothing reads, or its decimals
            raise EndlessNumber(endless[0])
        return float(written)

    return json.loads(text, parse_int=whole, parse_float=decimal)


def without_endless_references(text: str) -> str:
    """Return HTML or Markdown whose references by number (`&#233;`) all can be read."""
    return _REFERENCE.sub(_REPLACEMENT, text) if "&#" in text else text
