"""What can be wrong with files: what they are, their bytes, their names."""

from __future__ import annotations

from diagnostics.diagnostic import ERROR, WARNING
from diagnostics.rule import Rule

# What they are.
UNREADABLE_FILE = Rule(
    "fichier-inaccessible",
    ERROR,
    "ce fichier ne peut pas être lu ({reason})",
    "Vérifiez ses droits, ou supprimez-le s'il n'est plus utile.",
)
UNREADABLE_FOLDER = Rule(
    "dossier-inaccessible",
    ERROR,
    "ce dossier ne peut pas être lu ({reason})",
    "Vérifiez ses droits, ou supprimez-le s'il n'est plus utile.",
)
NO_PLAIN_FILE = Rule(
    "fichier-special",
    ERROR,
    "ce n'est pas un fichier ordinaire (tube, prise réseau…)",
    "Supprimez-le.",
)
LINK_LEADS_AWAY = Rule(
    "lien-symbolique",
    ERROR,
    "ce lien symbolique ne mène pas à un fichier du site",
    "Remplacez-le par le fichier lui-même, ou supprimez-le.",
)
FOLDER_FOR_A_FILE = Rule(
    "dossier-pour-un-fichier",
    ERROR,
    "c'est un dossier, et non un fichier",
    "Renommez-le, ou supprimez-le.",
)
FILE_FOR_A_FOLDER = Rule(
    "fichier-pour-un-dossier",
    ERROR,
    "« {name} » n'est pas un dossier",
    "Rangez ses textes dans un dossier de ce nom.",
)

# Their bytes.
HUGE_FILE = Rule(
    "fichier-demesure",
    ERROR,
    "ce texte est démesuré : plus de {most} ko",
    "Coupez-le en plusieurs pages, ou publiez-le en PDF.",
)
NOT_IN_UTF8 = Rule(
    "fichier-pas-en-utf-8",
    ERROR,
    "ce fichier n'est pas enregistré en UTF-8 (octet 0x{byte:02X})",
    "Ouvrez-le dans un éditeur de texte et enregistrez-le avec l'encodage UTF-8.",
)
NUL_BYTE = Rule(
    "fichier-octet-nul",
    ERROR,
    "ce fichier contient un octet nul : ce n'est pas un fichier de texte",
    "Enregistrez-le comme texte simple, en UTF-8.",
)

# Their names.
LONG_PATH = Rule(
    "chemin-trop-long",
    ERROR,
    "ce chemin a plus de {most} octets",
    "Donnez-lui des noms plus courts.",
)
NAME_NOT_IN_UTF8 = Rule(
    "nom-pas-en-utf-8", ERROR, "ce nom n'est pas écrit en UTF-8", "Renommez-le."
)
INVISIBLE_SIGN_IN_A_NAME = Rule(
    "nom-caractere-invisible", ERROR, "ce nom contient un caractère invisible", "Renommez-le."
)
NAME_ENDS_WITH_A_DOT = Rule(
    "nom-point-final",
    WARNING,
    "ce nom finit par un point : il n'est pas publié",
    "Renommez-le.",
)
IMPOSSIBLE_DATE_OF_A_POST = Rule(
    "article-date-impossible",
    ERROR,
    "la date de ce nom de fichier n'existe pas",
    "Renommez le fichier, par exemple : 2026-03-12-titre.md.",
)
POST_WITHOUT_A_DATE = Rule(
    "article-sans-date",
    WARNING,
    "cet article n'est pas publié : son nom ne commence pas par une date",
    "Renommez-le, par exemple : 2026-03-12-titre.md.",
)
