"""What can be wrong with links."""

from core.diagnostics.rule import Rule

BROKEN_LINK = Rule.error(
    "lien-brise",
    "« {url} » ne mène à rien dans ce site",
    "Vérifiez l'adresse, ou retirez-la.",
)
LINK_TO_A_DRAFT = Rule.error(
    "lien-vers-un-brouillon",
    "« {url} » mène à un brouillon, qui n'est pas publié : « {draft} »",
    "Publiez-le, ou retirez ce lien.",
)
MISSING_ANCHOR = Rule.error(
    "ancre-absente",
    "l'ancre « #{anchor} » n'existe pas dans {page}",
    "Vérifiez l'adresse, ou retirez-la.",
)
VAGUE_LINK = Rule.warning(
    "lien-vague",
    "le lien « {words} » ne dit pas où il mène",
    "Écrivez le nom de la page ou de ce qui s'y trouve.",
)
LINK_WITHOUT_WORDS = Rule.error(
    "lien-sans-mots", "le lien vers « {url} » n'a pas de mots", "Écrivez où il mène."
)
LINK_OF_AN_UNNAMED_IMAGE = Rule.error(
    "lien-image-sans-texte",
    "le lien vers « {url} » ne contient qu'une image sans texte",
    "Écrivez où il mène dans le texte de l'image, entre les crochets ![…].",
)
ORPHAN_PAGE = Rule.warning(
    "page-orpheline",
    "rien ne mène à cette page depuis l'accueil, ni menu ni lien{also}",
    "Ajoutez un lien vers elle dans une autre page.",
)
