"""What can be wrong with files: what they are, their bytes, their names."""

from core.diagnostics.rule import Rule

# What they are.
FILE_REFUSED = Rule.error(
    "fichier-inaccessible",
    "ce fichier ne peut pas être ouvert ({reason})",
    "Vérifiez son nom et ses droits.",
)
FOLDER_REFUSED = Rule.error(
    "dossier-inaccessible",
    "ce dossier ne peut pas être ouvert ({reason})",
    FILE_REFUSED.hint,
)
NO_PLAIN_FILE = Rule.error(
    "fichier-special",
    "ce n'est pas un fichier ordinaire (tube, prise réseau…)",
    "Supprimez-le.",
)
LINK_LEADS_AWAY = Rule.error(
    "lien-symbolique",
    "ce lien symbolique ne mène pas à un fichier du site",
    "Remplacez-le par le fichier lui-même, ou supprimez-le.",
)
FOLDER_FOR_A_FILE = Rule.error(
    "dossier-pour-un-fichier",
    "c'est un dossier, et non un fichier",
    "Renommez-le, ou supprimez-le.",
)
FILE_FOR_A_FOLDER = Rule.error(
    "fichier-pour-un-dossier",
    "« {name} » n'est pas un dossier",
    "Rangez ses textes dans un dossier de ce nom.",
)

# What they tell.
POSITION_TAKEN_OUT = Rule.warning(
    "position-retiree",
    "ce fichier dit où il a été fait : il est publié sans cette position",
    "Le fichier déposé la dit encore : si le dépôt du site est public, remplacez-le par une copie "
    "sans position.",
)
POSITION_LEFT = Rule.error(
    "position-impossible-a-retirer",
    "ce fichier dit où il a été fait, {where}",
    "Refaites-le avec des photos sans position, ou enregistrez-le de nouveau sans ses métadonnées.",
)

# Their bytes.
NOT_IN_UTF8 = Rule.error(
    "fichier-pas-en-utf-8",
    "ce fichier n'est pas enregistré en UTF-8 (octet 0x{byte:02X})",
    "Ouvrez-le dans un éditeur de texte et enregistrez-le avec l'encodage UTF-8.",
)
NO_TEXT = Rule.error("fichier-pas-un-texte", "ce fichier n'est pas un texte : c'est {kind}")
NUL_BYTE = Rule.error(
    "fichier-octet-nul",
    "ce fichier contient un octet nul : ce n'est pas un fichier de texte",
    "Enregistrez-le comme texte simple, en UTF-8.",
)

# What ends the search in a file adds it too: there are others, nobody has counted how many.
MORE_IN_THIS_FILE = Rule.warning(
    "defauts-non-montres",
    "{more} défauts ne sont pas montrés",
    "Corrigez d'abord ceux-ci, puis recommencez.",
)

# Their names.
LONG_PATH = Rule.error(
    "chemin-trop-long",
    "ce chemin a plus de {most} octets",
    "Donnez-lui des noms plus courts.",
)
NAME_NOT_IN_UTF8 = Rule.error("nom-pas-en-utf-8", "ce nom n'est pas écrit en UTF-8", "Renommez-le.")
NAME_ENDS_WITH_A_DOT = Rule.warning(
    "nom-point-final",
    "ce nom finit par un point : il n'est pas publié",
    "Renommez-le.",
)
IMPOSSIBLE_DATE_IN_NAME = Rule.error(
    "nom-date-impossible",
    "la date de ce nom de fichier n'existe pas",
    "Renommez-le, par exemple : 2026-03-12-titre.md.",
)
POST_WITHOUT_A_DATE = Rule.warning(
    "article-sans-date",
    "cet article n'est pas publié : son nom n'est pas une date, un tiret et un titre",
    "Renommez-le, par exemple : 2026-03-12-titre.md.",
)
FILE_OF_ANOTHER_KIND = Rule.warning(
    "fichier-d-un-autre-genre",
    "ce fichier n'est pas ce que dit son nom : c'est {what}",
    "Remplacez-le par le bon fichier, ou donnez-lui le nom de ce qu'il est.",
)
