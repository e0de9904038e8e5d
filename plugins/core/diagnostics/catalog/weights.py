"""What can be wrong with the weight of pages."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

_LIGHTER = "Retirez du HTML, des styles ou des scripts."

HEAVY_MARKUP = Rule(
    "code-lourd",
    ERROR,
    "sans son texte, la page pèse {weight} ko, pour {most} au plus",
    _LIGHTER,
)
HEAVY_PAGE = Rule(
    "page-lourde",
    WARNING,
    "la page, avec ses styles, pèse {weight} ko, pour {most} au plus",
    "Partagez-la en plusieurs pages.",
)
HEAVY_SHELVES = Rule(
    "mots-cles-trop-nombreux",
    WARNING,
    "« {page} » a trop de {words} ({count}) : {fault}",
    "Gardez-en moins.",
)
TOO_HEAVY_HOME = Rule(
    "accueil-lourd",
    ERROR,
    "l'accueil, sans ses images, pèse {weight} ko, pour {most} au plus",
    _LIGHTER,
)
HEAVY_IMAGES_OF_HOME = Rule(
    "accueil-images-lourdes",
    WARNING,
    "l'accueil, avec ses images, pèse {weight} ko, pour {most} au plus",
    "Réduisez ses images, ou mettez les plus lourdes sur une autre page.",
)
