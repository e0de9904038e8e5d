"""Names made into the last part of an address, as Jekyll does (`Jekyll::Utils.slugify`)."""

from __future__ import annotations

import functools
import re
import unicodedata

from core.names import nfc

_PUNCTUATION_KEPT = frozenset("._~!$&'()+,;=@")
_LONGEST = 200  # bytes: a file system holds names of 255


@functools.lru_cache(4096)  # the names of categories and tags, again and again
def slugify_pretty(title: str) -> str:
    """Return a title as Jekyll's `pretty` mode writes it: accents and case kept."""
    return _slug(title, _PUNCTUATION_KEPT)


def slugify(title: str) -> str:
    """Return a title as Jekyll's default mode writes it: small letters, figures and hyphens."""
    return _slug(title, frozenset()).lower()


def _slug(title: str, signs: frozenset[str]) -> str:
    kept = (c if c in signs or _is_alphanumeric(c) else "\0" for c in title)
    return re.sub("\0+", "-", "".join(kept)).strip("-")


def _is_alphanumeric(character: str) -> bool:
    """Return whether Ruby's `[[:alnum:]]` has the character: marks count, for NFD."""
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"


def subject_slug(name: str) -> str:
    """Return the folder of a subject's list: a name that everyone serves and can store, or ""."""
    slug = nfc(slugify_pretty(nfc(name)).lower()).encode()[:_LONGEST]
    kept = slug.decode("utf-8", "ignore").strip(".-")
    return kept if any(character.isalnum() for character in kept) else ""
