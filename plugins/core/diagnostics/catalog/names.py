"""What can be wrong with the names of files."""

from core.diagnostics.rule import Rule

FORBIDDEN_SIGN_IN_NAME = Rule.error(
    "nom-signe-interdit",
    "Windows ne peut pas enregistrer ce nom, qui contient « {sign} »",
    "Renommez-le sans ce signe.",
)
NAME_TURNED_ROUND = Rule.error(
    "nom-trompeur",
    "ce nom n'est pas ce qu'il paraît : {sign} en change le sens",
    "Renommez-le sans ce signe.",
)
FORBIDDEN_END_OF_NAME = Rule.error(
    "nom-fin-interdite",
    "Windows ne peut pas enregistrer ce nom, qui finit par « {sign} »",
    "Renommez-le.",
)
RESERVED_NAME = Rule.error(
    "nom-reserve", "Windows garde pour lui le nom « {name} »", "Renommez-le."
)
TOO_LONG_NAME = Rule.error(
    "nom-trop-long",
    "ce nom est trop long : {length} octets, pour {most} au plus",
    "Raccourcissez-le.",
)
UNSEEN_SIGN_IN_NAME = Rule.warning(
    "nom-signe-invisible",
    "ce nom contient un signe que l'on ne voit pas, {sign}",
    "Renommez-le sans ce signe.",
)
LOST_SIGN_IN_NAME = Rule.warning(
    "nom-signe-perdu", "un signe de ce nom a été perdu", "Renommez-le."
)
GARBLED_NAME = Rule.warning(
    "nom-mal-decode",
    "« {wrong} », dans ce nom, est sans doute « {meant} », lu de travers",
    "Renommez-le.",
)
TWIN_NAMES = Rule.error(
    "nom-jumeau",
    "ce nom ne diffère que par {what} de « {other} »",
    "Renommez l'un des deux : Windows et macOS n'en gardent qu'un.",
)

# Names that keep a file from being read.
MISNAMED_SETTINGS = Rule.warning(
    "reglages-mal-nommes",
    "ces réglages ne sont pas lus : leur fichier s'appelle « {name} »",
    "Renommez-le {name}.",
)
MISNAMED_FOLDER = Rule.warning(
    "dossier-mal-nomme",
    "ce dossier n'est pas « {meant} » : {what}",
    "Renommez-le {meant}.",
)
FILE_NOT_READ = Rule.warning(
    "fichier-non-lu",
    "ce fichier n'est ni lu ni publié : « {folder} » ne tient que des textes en .md",
    "Renommez-le, ou mettez-le ailleurs.",
)
MISNAMED_TEXT = Rule.warning(
    "texte-mal-nomme",
    "ce texte n'est pas une page : son nom finit par « {ending} »",
    "Renommez-le {name}.",
)
HIDDEN_TEXT = Rule.warning(
    "texte-non-publie",
    "{what} n'est pas publié : son nom commence par « {sign} »",
    "Renommez-le {name}, ou écrivez « exclude: [{written}] » dans _config.yml s'il est à cacher.",
)
MISPLACED_STYLES = Rule.warning(
    "styles-mal-places",
    "rien ne suit cette feuille de styles",
    "Mettez-la à sa place : {place}.",
)
MISNAMED_LEGAL_NOTICE = Rule.warning(
    "mentions-legales-mal-nommees",
    "le pied de page ne mène pas à cette page",
    "Nommez ce fichier mentions-legales.md.",
)
BACKUP_COPY = Rule.warning(
    "copie-publiee",
    "cette copie de sauvegarde est publiée",
    "Supprimez-la, ou mettez-la ailleurs.",
)
