"""What can be wrong with a theme."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR
from core.diagnostics.rule import Rule

_CORRECT = "Corrigez cette ligne."

BROKEN_THEME_STYLE = Rule(
    "theme-style-illisible",
    ERROR,
    "cette feuille de style ne se lit pas : {why}",
    _CORRECT,
)
MISSING_TEMPLATE = Rule(
    "theme-gabarit-absent", ERROR, "le gabarit « {name} » n'existe pas", "Vérifiez son nom."
)
BROKEN_TEMPLATE = Rule(
    "theme-gabarit-illisible", ERROR, "ce gabarit ne se lit pas : {why}", _CORRECT
)
