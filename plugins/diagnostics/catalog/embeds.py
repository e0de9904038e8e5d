"""What pages and style sheets ask of other hosts in vain: it would tell them who reads."""

from __future__ import annotations

from diagnostics.diagnostic import WARNING
from diagnostics.rule import Rule

_COPY = "Copiez le fichier dans assets/."

FOREIGN_SCRIPT = Rule(
    "script-exterieur-retire", WARNING, "le script de « {host} » ne sera pas chargé", _COPY
)
FOREIGN_STYLE_SHEET = Rule(
    "feuille-de-style-exterieure-retiree",
    WARNING,
    "la feuille de style de « {host} » ne sera pas chargée",
    _COPY,
)
STYLE_ASKS_ANOTHER_HOST = Rule(
    "style-fichier-exterieur",
    WARNING,
    "le style demande un fichier à « {host} », qui ne sera pas chargé",
    _COPY,
)
STYLE_SHEET_ASKS_ANOTHER_HOST = Rule(
    "feuille-de-style-fichier-exterieur",
    WARNING,
    "la feuille de style demande un fichier à « {host} », qui ne sera pas chargé",
    _COPY,
)
FOREIGN_PICTURE = Rule(
    "image-exterieure-retiree", WARNING, "l'image de « {host} » ne sera pas affichée", _COPY
)
FOREIGN_FILE = Rule(
    "fichier-exterieur-retire", WARNING, "le fichier de « {host} » ne sera pas chargé", _COPY
)
FRAME_WITHOUT_ADDRESS = Rule(
    "cadre-adresse-impossible",
    WARNING,
    "le cadre « {url} » a été retiré : cette adresse n'en est pas une",
    "Écrivez une adresse qui commence par https://.",
)
COPIED_PAGE_ASKS_ANOTHER_HOST = Rule(
    "page-non-protegee",
    WARNING,
    "cette page, publiée telle quelle, fait connaître ses lecteurs à « {host} »",
    "Ajoutez deux lignes « --- » à son début : elle sera protégée comme les autres.",
)
