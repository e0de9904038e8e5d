"""What can be wrong with other sites: what pages load from them, and the links to them."""

from core.diagnostics.rule import Rule

_OPEN_IT = "Ouvrez-le dans un navigateur pour en être sûr."

LOADED_FROM_ELSEWHERE = Rule.warning(
    "chargement-externe",
    "la page charge {what} depuis « {host} », qui saura qui la lit",
    "Publiez-le avec le site, ou mettez un lien.",
)
OFFERED_FROM_ELSEWHERE = Rule.warning(
    "contenu-externe",
    "la page propose un contenu de « {host} », qu'un clic charge",
    "Vérifiez qu'il est utile : cet autre site saura qui l'ouvre.",
)
PAGE_OF_ANOTHER_SITE = Rule.warning(
    "page-d-un-autre-site",
    "« {url} » est une page, et non {what} : on n'y verra rien",
    "Téléchargez l'image, déposez-la dans images/, et montrez-la d'ici.",
)
PAGE_WITHOUT_FRAMES = Rule.warning(
    "cadre-refuse",
    "« {url} » refuse d'être montrée dans une autre page : on n'y verra rien",
    "Collez le code que donne son bouton « Intégrer », ou mettez un lien vers elle.",
)
OUTSIDE_LINK_IS_GONE = Rule.warning(
    "lien-externe-mort",
    "le lien « {url} » ne mène plus à rien ({detail})",
    "Cherchez sa nouvelle adresse, ou retirez-le.",
)
OUTSIDE_SITE_FAILS = Rule.warning(
    "lien-externe-en-erreur",
    "le site de « {url} » répond par une erreur ({detail})",
    _OPEN_IT,
)
OUTSIDE_SITE_REFUSES_ROBOTS = Rule.warning(
    "lien-externe-sans-robots",
    "le site de « {url} » ne répond pas aux robots ({detail})",
    _OPEN_IT,
)
OUTSIDE_SITE_IS_SILENT = Rule.warning(
    "lien-externe-muet",
    "le site de « {url} » n'est pas joint : {detail}",
    _OPEN_IT,
)
OUTSIDE_LINK_HAS_MOVED = Rule.warning(
    "lien-externe-change",
    "« {url} » a changé d'adresse",
    "Écrivez {detail}.",
)
