"""What can be wrong with images: their words, their size, their use."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

UNSEEN_IMAGE = Rule(
    "image-invisible",
    ERROR,
    "l'image « {name} » ne se verra {where} : {why}",
)
IMAGE_WITHOUT_TEXT = Rule(
    "image-sans-texte",
    ERROR,
    "l'image « {name} » n'a pas de texte de remplacement",
    'Décrivez-la : alt="Ce que montre l\'image", ou alt="" si elle décore.',
)
IMAGE_WITH_EMPTY_BRACKETS = Rule(
    "image-crochets-vides",
    WARNING,
    "l'image « {name} » n'a pas de texte de remplacement : « {written} »",
    "Décrivez-la entre les crochets ; si elle décore, ajoutez après elle "
    '« {{: role="presentation"}} ».',
)
MEANINGLESS_TEXT = Rule(
    "image-texte-creux",
    ERROR,
    "le texte de l'image « {name} » ne dit rien d'elle : « {words} »",
    "Écrivez ce que montre l'image, ou rien si elle décore.",
)
TOO_WIDE_IMAGE = Rule(
    "image-trop-large",
    WARNING,
    "l'image « {name} » fait {width} pixels de large, pour {shown} à l'écran",
    "Réduisez-la à {enough} pixels.",
)
UNUSED_IMAGE = Rule(
    "image-inutile",
    WARNING,
    "cette image ne sert dans aucune page",
    "Supprimez-la, ou montrez-la.",
)
IMPOSSIBLE_GALLERY = Rule(
    "galerie-impossible",
    WARNING,
    "ce bloc est marqué « .galerie », et {what} : ce n'est pas une galerie",
    "N'y mettez que des images. Une légende s'écrit après l'adresse : "
    '![Le bal](bal.jpg "La légende").',
)
