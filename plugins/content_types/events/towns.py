"""The town of a place, out of its postal address. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

_AFTER_POSTAL_CODE = re.compile(r"\b[0-9]{5}\s+([^\d,;()]+)")
_CEDEX = re.compile(r"\s+cedex\b.*", re.IGNORECASE)


@lru_cache(maxsize=8192)
def town_of(address: str) -> str:
    """Return the town of a French postal address, or "".

    >>> town_of("1 rue X, 34000 Montpellier"), town_of("BP 2, 30908 NÎMES Cedex 2")
    ('Montpellier', 'Nîmes')
    """
    found = _AFTER_POSTAL_CODE.findall(address)
    town = _CEDEX.sub("", found[-1]).strip(" -–") if found else ""
    return town.title() if town.isupper() else town


def place_and_town(place: str, address: str) -> str:
    """Return where something is in few words: the place, and its town when that is not said."""
    town = town_of(address)
    parts = [place, "" if town.casefold() in place.casefold() else town]
    return ", ".join(filter(None, parts)) or address
