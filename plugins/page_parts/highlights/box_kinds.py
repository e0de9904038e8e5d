"""The kinds of boxes: GitHub's five (its « Alerts »), and the words that name them, French too."""

from __future__ import annotations

from dataclasses import dataclass

from core.diagnostics import typo
from core.names import name_key


@dataclass(frozen=True)
class BoxKind:
    """What a word between `[!` and `]` means."""

    style: str  # the class of its box
    label: str  # what stands above its text


# For each class, the words as they are shown; those of GitHub take the place of one of them.
_LABELS = {
    "note": ("À noter", "Info", "Information", "Remarque"),
    "astuce": ("Astuce", "Conseil", "Bon à savoir"),
    "important": ("Important",),
    "attention": ("Attention", "Avertissement"),
    "danger": ("Danger", "Prudence"),
}
_ENGLISH = {"note": "À noter", "tip": "Astuce", "warning": "Attention", "caution": "Danger"}
_KINDS = {
    name_key(label): BoxKind(style, label) for style, labels in _LABELS.items() for label in labels
}
_KINDS |= {word: _KINDS[name_key(label)] for word, label in _ENGLISH.items()}
OFFERED = ("NOTE", "ASTUCE", "IMPORTANT", "ATTENTION", "DANGER")  # to who wrote another


def box_kind(word: str) -> BoxKind | None:
    """Return what a word means, case and accents aside; None for one that is not known.

    >>> box_kind("A NOTER").label, box_kind("warning").style, box_kind("bidule")
    ('À noter', 'attention', None)
    """
    return _KINDS.get(name_key(word))


def nearest_word(word: str) -> str | None:
    """Return the known word that a typo has made into another, in capitals; None when none is.

    >>> nearest_word("ATENTION"), nearest_word("Évènement")
    ('ATTENTION', None)
    """
    found = typo(name_key(word), _KINDS)
    return found.upper() if found else None
