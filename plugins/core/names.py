"""Names that people write, and when two of them are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


def nfc(name: str) -> str:
    """Return a name in Unicode's composed form."""
    return unicodedata.normalize("NFC", name)


def code_point(sign: str) -> str:
    """Return a sign as Unicode names it: `U+200B`."""
    return f"U+{ord(sign):04X}"


def name_key(name: str) -> str:
    """Return what two ways of writing the name of somebody have in common.

    >>> name_key("Les Ami·e·s de l’Œuvre") == name_key("LES AMI-E-S DE L'OEUVRE")
    True
    """
    parted = unicodedata.normalize("NFKD", name.translate(_LIGATURES)).casefold()
    letters = "".join(c for c in parted if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters)) or " ".join(name.split())


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
    """
    decomposed = unicodedata.normalize("NFD", title.lower().translate(_LIGATURES))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "sans-titre"


def each_once(names: Iterable[str], key: Callable[[str], str]) -> list[str]:
    """Return the names that are not empty, each as it is first written."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(key(name), name)
    return list(found.values())
