"""What can be wrong with the weight of pages."""

from __future__ import annotations

from diagnostics.diagnostic import ERROR, WARNING
from diagnostics.rule import Rule

_SPLIT = "Partagez-la en plusieurs pages."
_LIGHTER = "Retirez du HTML, des styles ou des scripts."

HEAVY_MARKUP = Rule(
    "code-lourd",
    ERROR,
    "sans son texte, la page pèse {weight} ko, pour {most} au plus",
    _LIGHTER,
)
TOO_HEAVY_PAGE = Rule(
    "page-trop-lourde",
    ERROR,
    "la page, avec ses styles, pèse {weight} ko, pour {most} au plus",
    _SPLIT,
)
HEAVY_PAGE = Rule(
    "page-lourde",
    WARNING,
    "la page, avec ses styles, pèse {weight} ko, pour {most} au plus",
    _SPLIT,
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
