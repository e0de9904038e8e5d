"""What can be wrong with images: their words, their size, their use."""

from core.diagnostics.rule import Rule

UNSEEN_IMAGE = Rule.error("image-invisible", "l'image « {name} » ne se verra {where} : {why}")
IMAGE_WITHOUT_TEXT = Rule.error(
    "image-sans-texte",
    "l'image « {name} » n'a pas de texte de remplacement",
    'Décrivez-la : alt="Ce que montre l\'image", ou alt="" si elle décore.',
)
IMAGE_WITH_EMPTY_BRACKETS = Rule.warning(
    "image-crochets-vides",
    "l'image « {name} » n'a pas de texte de remplacement : « {written} »",
    "Décrivez-la entre les crochets ; si elle décore, ajoutez après elle "
    '« {{: role="presentation"}} ».',
)
MEANINGLESS_TEXT = Rule.error(
    "image-texte-creux",
    "le texte de l'image « {name} » ne dit rien d'elle : « {words} »",
    "Écrivez ce que montre l'image, ou rien si elle décore.",
)
TOO_WIDE_IMAGE = Rule.warning(
    "image-trop-large",
    "l'image « {name} » fait {width} pixels de large, pour {shown} à l'écran",
    "Réduisez-la à {enough} pixels.",
)
UNUSED_IMAGE = Rule.warning(
    "image-inutile",
    "cette image ne sert dans aucune page",
    "Supprimez-la, ou montrez-la.",
)
IMPOSSIBLE_GALLERY = Rule.warning(
    "galerie-impossible",
    "ce bloc est marqué « .galerie », et {what} : ce n'est pas une galerie",
    "N'y mettez que des images. Une légende s'écrit après l'adresse : "
    '![Le bal](bal.jpg "La légende").',
)
