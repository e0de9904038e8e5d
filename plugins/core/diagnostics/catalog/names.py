"""What can be wrong with the names of files."""

from __future__ import annotations

from core.diagnostics.diagnostic import ERROR, WARNING
from core.diagnostics.rule import Rule

FORBIDDEN_SIGN_IN_NAME = Rule(
    "nom-signe-interdit",
    ERROR,
    "Windows ne peut pas enregistrer ce nom, qui contient « {sign} »",
    "Renommez-le sans ce signe.",
)
NAME_TURNED_ROUND = Rule(
    "nom-trompeur",
    ERROR,
    "ce nom n'est pas ce qu'il paraît : {sign} en change le sens",
    "Renommez-le sans ce signe.",
)
FORBIDDEN_END_OF_NAME = Rule(
    "nom-fin-interdite",
    ERROR,
    "Windows ne peut pas enregistrer ce nom, qui finit par « {sign} »",
    "Renommez-le.",
)
RESERVED_NAME = Rule(
    "nom-reserve", ERROR, "Windows garde pour lui le nom « {name} »", "Renommez-le."
)
TOO_LONG_NAME = Rule(
    "nom-trop-long",
    ERROR,
    "ce nom est trop long : {length} octets, pour {most} au plus",
    "Raccourcissez-le.",
)
UNSEEN_SIGN_IN_NAME = Rule(
    "nom-signe-invisible",
    WARNING,
    "ce nom contient un signe que l'on ne voit pas, {sign}",
    "Renommez-le sans ce signe.",
)
LOST_SIGN_IN_NAME = Rule(
    "nom-signe-perdu", WARNING, "un signe de ce nom a été perdu", "Renommez-le."
)
GARBLED_NAME = Rule(
    "nom-mal-decode",
    WARNING,
    "« {wrong} », dans ce nom, est sans doute « {meant} », lu de travers",
    "Renommez-le.",
)
TWIN_NAMES = Rule(
    "nom-jumeau",
    ERROR,
    "ce nom ne diffère que par {what} de « {other} »",
    "Renommez l'un des deux : Windows et macOS n'en gardent qu'un.",
)

# Names that keep a file from being read.
MISNAMED_SETTINGS = Rule(
    "reglages-mal-nommes",
    WARNING,
    "ces réglages ne sont pas lus : leur fichier s'appelle « {name} »",
    "Renommez-le {name}.",
)
MISNAMED_FOLDER = Rule(
    "dossier-mal-nomme",
    WARNING,
    "ce dossier n'est pas « {meant} » : {what}",
    "Renommez-le {meant}.",
)
FILE_NOT_READ = Rule(
    "fichier-non-lu",
    WARNING,
    "ce fichier n'est ni lu ni publié : « {folder} » ne tient que des textes en .md",
    "Renommez-le, ou mettez-le ailleurs.",
)
MISNAMED_TEXT = Rule(
    "texte-mal-nomme",
    WARNING,
    "ce texte n'est pas une page : son nom finit par « {ending} »",
    "Renommez-le {name}.",
)
HIDDEN_TEXT = Rule(
    "texte-non-publie",
    WARNING,
    "{what} n'est pas publié : son nom commence par « {sign} »",
    "Renommez-le {name}, ou écrivez « exclude: [{written}] » dans _config.yml s'il est à cacher.",
)
MISPLACED_STYLES = Rule(
    "styles-mal-places",
    WARNING,
    "rien ne suit cette feuille de styles",
    "Mettez-la à sa place : {place}.",
)
MISNAMED_LEGAL_NOTICE = Rule(
    "mentions-legales-mal-nommees",
    WARNING,
    "le pied de page ne mène pas à cette page",
    "Nommez ce fichier mentions-legales.md.",
)
BACKUP_COPY = Rule(
    "copie-publiee",
    WARNING,
    "cette copie de sauvegarde est publiée",
    "Supprimez-la, ou mettez-la ailleurs.",
)
