"""Languages of texts: their tags (BCP 47), as people write them; names come from CLDR (Babel)."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from core.names import plain

FRENCH = "fr"
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<place>[a-z]{2}|\d{3}))?"
)
_NAMED_IN = ("fr", "en", "es", "it", "de", "pt", "ca", "oc")


def language_tag(words: str) -> str | None:
    """Return the tag of a language, as BCP 47 has it, of what somebody wrote for it; or None.

    >>> [language_tag(w) for w in ("en", "EN-gb", "fr_FR", "anglais", "Español", "xx", "fr-french")]
    ['en', 'en-GB', 'fr-FR', 'en', 'es', None, None]
    >>> language_tag("en_UK")
    'en-GB'
    """
    written = words.strip().replace("_", "-").lower().partition(".")[0]
    found = _TAG.fullmatch(written)
    if found and found["language"] in Locale(FRENCH).languages:
        place = {"uk": "gb"}.get(found["place"] or "", found["place"] or "")
        parts = (found["language"], (found["script"] or "").title(), place.upper())
        return "-".join(filter(None, parts))
    return _by_name().get(plain(words.strip()))


def language_name(tag: str) -> str:
    """Return the name of a language in French; its tag, where none is known.

    >>> language_name("oc"), language_name("en-GB")
    ('occitan', 'anglais (Royaume-Uni)')
    """
    language, _, place = tag.partition("-")
    name = Locale(FRENCH).languages.get(language, tag)
    where = Locale(FRENCH).territories.get(place.rpartition("-")[2])
    return f"{name} ({where})" if where else name


def is_french(tag: str) -> bool:
    """Return whether a tag is that of French, of whatever country."""
    return tag.partition("-")[0].lower() == FRENCH


@cache
def open_graph_locale(tag: str) -> str:
    """Return a tag as Open Graph has it, with the country where it is most spoken.

    >>> [open_graph_locale(tag) for tag in ("fr", "en-GB", "oc", "eo")]
    ['fr_FR', 'en_GB', 'oc_FR', 'eo']
    """
    found = _TAG.fullmatch(tag.lower())
    language, place = (found["language"], found["place"]) if found else (tag, "")
    if not place or place.isdigit():
        place = _likely_place(tag)
    return f"{language}_{place.upper()}" if place else language


def _likely_place(tag: str) -> str:
    likely = get_global("likely_subtags")
    whole = str(likely.get(tag.replace("-", "_")) or likely.get(tag.partition("-")[0]) or "")
    place = whole.rpartition("_")[2]
    return place if re.fullmatch("[A-Z]{2}", place) and place != "ZZ" else ""


@cache
def _by_name() -> dict[str, str]:
    """Return tags by the names of languages, in those that people here speak, and in themselves."""
    found: dict[str, str] = {}
    for named_in in _NAMED_IN:
        for tag, name in Locale.parse(named_in).languages.items():
            if len(tag) <= 3:
                found.setdefault(plain(name), tag)
    return found
