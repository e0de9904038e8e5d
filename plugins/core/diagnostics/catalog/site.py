"""What can be wrong with a site as a whole."""

from core.diagnostics.rule import Rule

SITE_WITHOUT_A_NAME = Rule.warning(
    "site-sans-nom",
    "ce site n'a pas de nom",
    "Écrivez-le dans _config.yml : title: Le nom du site.",
)
SITE_WITHOUT_A_PAGE = Rule.error(
    "site-sans-page",
    "ce dossier ne contient aucune page",
    "Vérifiez que c'est le bon.",
)
SITE_WITHOUT_A_FRONT_PAGE = Rule.warning(
    "site-sans-accueil",
    "ce site n'a pas de page d'accueil",
    "Écrivez-la dans index.md.",
)
SITE_TOO_DEEP = Rule.error(
    "site-trop-profond",
    "ce dossier n'a pas de page d'accueil : le site est dans « {folder}/ »",
    "Remontez d'un cran tout ce qu'il contient, ou donnez-le à la commande : --content={place}.",
)
