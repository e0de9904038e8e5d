"""What can be wrong with a theme."""

from core.diagnostics.rule import Rule

_CORRECT = "Corrigez cette ligne."

BROKEN_THEME_STYLE = Rule.error(
    "theme-style-illisible",
    "cette feuille de style ne se lit pas : {why}",
    _CORRECT,
)
MISSING_TEMPLATE = Rule.error(
    "theme-gabarit-absent", "le gabarit « {name} » n'existe pas", "Vérifiez son nom."
)
BROKEN_TEMPLATE = Rule.error(
    "theme-gabarit-illisible", "ce gabarit ne se lit pas : {why}", _CORRECT
)
STOPPED_TEMPLATE = Rule.error(
    "theme-gabarit-en-panne",
    "ce gabarit s'est arrêté pendant qu'il était rempli : {why}",
    "Corrigez cette ligne, ou ce qu'elle demande.",
)
FLATTENED_BACKGROUND = Rule.warning(
    "theme-fond-aplati",
    "ce fond des images de partage a plus de deux couleurs : les autres y sont rendues par les "
    "plus proches",
    "Dessinez-le en deux couleurs, comme theme/artwork/partage.svg.",
)
MISSING_CSS_FILE = Rule.warning(
    "theme-style-absent",
    "le thème n'a pas le fichier « css/{name} » du réglage CSS_FILE : ses pages n'ont pas ce style",
    "Corrigez son nom, ou retirez ce réglage.",
)
