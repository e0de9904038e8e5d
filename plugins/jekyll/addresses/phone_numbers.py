"""A phone number that people write, as it is dialled (RFC 3966)."""

from __future__ import annotations

import re

_OF_THE_COUNTRY = re.compile(r"(?<=\d)[\s./-]*\(0\)")


def dialled(number: str) -> str:
    """Return the digits of a number, and its plus: a « (0) » behind a country is not dialled.

    >>> dialled("+33 (0)4 67 00 00 00"), dialled("(0)4 67 00 00 00")
    ('+33467000000', '0467000000')
    """
    return re.sub(r"[^+\d]", "", _OF_THE_COUNTRY.sub("", number))
