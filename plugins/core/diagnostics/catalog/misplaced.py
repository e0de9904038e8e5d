"""What can be wrong with where a file is, and with what it is taken for."""

from core.diagnostics.rule import Rule

TEXT_OF_A_WORD_PROCESSOR = Rule.warning(
    "traitement-de-texte",
    "ce fichier n'est pas une page, et aucune n'y mène",
    "Pour en faire une page, copiez son texte dans un fichier .md. Pour le faire lire, donnez un "
    "PDF, et un lien vers lui.",
)
FILE_OF_NO_LINK = Rule.warning(
    "fichier-sans-lien",
    "ce fichier est publié, et rien n'y mène",
    "Mettez un lien vers lui, ou retirez-le.",
)
NEWS_OUTSIDE_ITS_FOLDER = Rule.warning(
    "actualite-hors-dossier",
    "ce fichier est une page, pas une actualité{others}",
    "Déplacez-le dans {folder}/.",
)
DRAFT_PUBLISHED = Rule.warning(
    "brouillon-publie",
    "ce fichier est publié : le nom du dossier « {folder} » n'en fait pas un brouillon",
    "Mettez « published: false » en haut, ou renommez le dossier _drafts.",
)
EVENT_OUTSIDE_ITS_FOLDER = Rule.warning(
    "evenement-hors-dossier",
    "la clé « {key} » est celle d'un événement, et ce fichier n'en est pas un : il n'est pas dans "
    "l'agenda",
    "Déplacez-le dans {folder}/.",
)
EMPTY_PAGE = Rule.warning(
    "page-vide",
    "cette page n'a qu'un titre",
    "Écrivez son texte, ou mettez « published: false » en haut.",
)
