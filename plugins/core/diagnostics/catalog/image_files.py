"""What can be wrong with the file of a picture: it is published as it is, and its author told."""

from __future__ import annotations

from core.diagnostics.diagnostic import WARNING
from core.diagnostics.rule import Rule

_SAVE_AGAIN = "Ouvrez cette image, enregistrez-la de nouveau en JPEG ou en PNG, et remplacez-la."
_REDUCE = "Réduisez-la, par exemple à 4 000 pixels de large."
_DRAW_AGAIN = "Enregistrez le dessin de nouveau en SVG, et remplacez ce fichier."

EMPTY_PICTURE = Rule(
    "image-vide", WARNING, "ce fichier d'image est vide", "Remplacez-le par l'image."
)
UNREADABLE_PICTURE = Rule(
    "image-illisible",
    WARNING,
    "cette image ne se lit pas : elle est publiée telle quelle",
    _SAVE_AGAIN,
)
DAMAGED_PICTURE = Rule(
    "image-abimee",
    WARNING,
    "cette image est abîmée ou incomplète : elle est publiée telle quelle",
    _SAVE_AGAIN,
)
HEIC_PICTURE = Rule(
    "image-heic",
    WARNING,
    "cette image est en HEIC, que les navigateurs ne montrent pas",
    "Enregistrez-la en JPEG : le lieu où elle a été prise n'en sera pas publié.",
)
TOO_MANY_PIXELS = Rule(
    "image-demesuree",
    WARNING,
    "cette image a plus de {most} millions de pixels : elle est publiée telle quelle",
    _REDUCE,
)
TOO_MUCH_MEMORY = Rule(
    "image-trop-lourde",
    WARNING,
    "cette image demanderait {taken} Mo de mémoire : elle est publiée telle quelle",
    _REDUCE,
)
ANIMATION_TOO_LARGE = Rule(
    "image-animee-demesuree",
    WARNING,
    "cette image animée est trop grande pour être redressée : elle est publiée telle quelle",
    "Enregistrez-la déjà droite, ou plus petite, et remplacez-la.",
)

# Drawings.

NOT_AN_SVG = Rule("svg-faux", WARNING, "ce fichier n'est pas un dessin SVG : {why}", _DRAW_AGAIN)
SVG_WITHOUT_NAMESPACE = Rule(
    "svg-sans-xmlns",
    WARNING,
    "ce dessin ne dit pas qu'il est un SVG : les navigateurs ne le montrent pas",
    'Écrivez xmlns="{namespace}" dans sa balise <svg>.',
)
BROKEN_SVG = Rule(
    "svg-mal-forme",
    WARNING,
    "ce dessin a une faute ici : les navigateurs ne le montrent pas",
    _DRAW_AGAIN,
)
UNDECLARED_PREFIX = Rule(
    "svg-prefixe-non-declare",
    WARNING,
    "un préfixe, comme dans « xlink:href », n'est pas déclaré : les navigateurs ne montrent pas ce "
    "dessin",
    _DRAW_AGAIN,
)
