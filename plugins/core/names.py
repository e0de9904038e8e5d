"""Names that people write, and when two of them are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


def nfc(name: str) -> str:
    """Return a name in Unicode's composed form."""
    return unicodedata.normalize("NFC", name)


def plain(word: str) -> str:
    """Return a word without accents nor capitals: « Fête » and « fete » are the same typo."""
    return without_accents(word).casefold()


def without_accents(text: str, form: Literal["NFD", "NFKD"] = "NFD") -> str:
    """Return a text without accents, in a decomposed form of Unicode's."""
    return "".join(c for c in unicodedata.normalize(form, text) if not unicodedata.combining(c))


def code_point(sign: str) -> str:
    """Return a sign as Unicode names it: `U+200B`."""
    return f"U+{ord(sign):04X}"


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Return what two ways of writing the name of somebody have in common.

    >>> name_key("Les Ami·e·s de l’Œuvre") == name_key("LES AMI-E-S DE L'OEUVRE")
    True
    """
    letters = without_accents(name.translate(_LIGATURES), "NFKD").casefold()
    return " ".join(re.findall(r"[^\W_]+", letters)) or " ".join(name.split())


@lru_cache(maxsize=4096)
def subject_key(name: str) -> str:
    """Return what two ways of writing a subject have in common: signs and accents tell them apart.

    >>> subject_key("Vie  Asso") == subject_key("vie-asso"), subject_key("C") == subject_key("c#")
    (True, False)
    """
    return " ".join(re.sub(r"[\s_-]+", " ", nfc(name).replace("’", "'").casefold()).split())


def file_stem(title: str) -> str:
    """Return a title as a file's name: no accent, no space, lower-case.

    >>> file_stem("L'été, à la Cagette !")
    'l-ete-a-la-cagette'
    >>> file_stem("日本 !")
    '日本'
    """
    letters = without_accents(title.lower().translate(_LIGATURES))
    latin = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80]
    return latin or re.sub(r"[\W_]+", "-", title.lower()).strip("-")[:40] or "sans-titre"


def each_once(names: Iterable[str], key: Callable[[str], str]) -> list[str]:
    """Return the names that are not empty, each as it is first written."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return list(found.values())
