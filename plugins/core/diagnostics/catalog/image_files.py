"""What can be wrong with the file of an image; `images.py` says what a page shows in vain."""

from core.diagnostics.rule import Rule
from core.file_kind import FileKind

_SAVE_AGAIN = "Ouvrez cette image, enregistrez-la de nouveau en JPEG ou en PNG, et remplacez-la."
_REDUCE = "Réduisez-la, par exemple à 4 000 pixels de large."
_FILM = (
    "Déposez-la sur une instance de PeerTube et montrez-la d'ici ; si elle est courte, écrivez "
    '<video controls src="…"></video>.'
)
_SOUND = 'Écrivez <audio controls src="…"></audio>, ou mettez un lien.'
_DRAW_AGAIN = "Enregistrez le dessin de nouveau en SVG, et remplacez ce fichier."

EMPTY_IMAGE = Rule.warning("image-vide", "ce fichier d'image est vide", "Remplacez-le par l'image.")
UNREADABLE_IMAGE = Rule.warning(
    "image-illisible",
    "cette image ne se lit pas : elle est publiée telle quelle",
    _SAVE_AGAIN,
)
DAMAGED_IMAGE = Rule.warning(
    "image-abimee",
    "cette image est abîmée ou incomplète : elle est publiée telle quelle",
    _SAVE_AGAIN,
)
HEIC_IMAGE = Rule.warning(
    "image-heic",
    "cette image est en HEIC, que la plupart des navigateurs ne montrent pas",
    "Ouvrez-la, enregistrez-la en JPEG, et remplacez-la. Un iPhone fait des JPEG quand on choisit "
    "« Réglages », « Appareil photo », « Formats », « Le plus compatible ».",
)
NO_IMAGE = Rule.warning(
    "image-d-un-autre-genre",
    "ce fichier n'est pas une image pour les navigateurs : c'est {what}",
    "Remplacez-le par l'image, ou donnez-lui le nom de ce qu'il est.",
)
TOO_MANY_PIXELS = Rule.warning(
    "image-demesuree",
    "cette image a plus de {most} millions de pixels : elle est publiée telle quelle",
    _REDUCE,
)
TOO_MUCH_MEMORY = Rule.warning(
    "image-trop-lourde",
    "cette image demanderait {taken} Mo de mémoire : elle est publiée telle quelle",
    _REDUCE,
)
ANIMATION_TOO_LARGE = Rule.warning(
    "image-animee-demesuree",
    "cette image animée est trop grande pour être redressée : elle est publiée telle quelle",
    "Enregistrez-la déjà droite, ou plus petite, et remplacez-la.",
)

_EXPORT = "Exportez-la en JPEG ou en PNG, et montrez ce fichier-là."
_LINK = "Mettez un lien vers ce fichier, ou montrez-en une image."
# What mends a page that shows, as an image, what is none for browsers.
HINTS = {
    FileKind.HEIC: HEIC_IMAGE.hint,
    FileKind.TIFF: _EXPORT,
    FileKind.JPEG_XL: _EXPORT,
    FileKind.JPEG_2000: _EXPORT,
    FileKind.RAW: _EXPORT,
    FileKind.DRAWING: "Exportez-le en PNG ou en SVG, et montrez ce fichier-là.",
    FileKind.EMPTY: EMPTY_IMAGE.hint,
    FileKind.PDF: "Mettez un lien vers ce PDF, ou exportez sa page en JPEG ou en PNG.",
    FileKind.VIDEO: _FILM,
    FileKind.MATROSKA: _FILM,
    FileKind.AUDIO: _SOUND,
    FileKind.OGG: _SOUND,
    FileKind.ARCHIVE: _LINK,
    FileKind.TEXT: _LINK,
    FileKind.WEB_PAGE: "C'est la page qui a été enregistrée : enregistrez l'image elle-même.",
    FileKind.GIT_LFS: "Déposez l'image elle-même, sans Git LFS.",
}

# Drawings.

NOT_AN_SVG = Rule.warning("svg-faux", "ce fichier n'est pas un dessin SVG : {why}", _DRAW_AGAIN)
SVG_WITHOUT_NAMESPACE = Rule.warning(
    "svg-sans-xmlns",
    "ce dessin ne dit pas qu'il est un SVG : les navigateurs ne le montrent pas",
    'Écrivez xmlns="{namespace}" dans sa balise <svg>.',
)
BROKEN_SVG = Rule.warning(
    "svg-mal-forme",
    "ce dessin a une faute ici : les navigateurs ne le montrent pas",
    _DRAW_AGAIN,
)
UNDECLARED_PREFIX = Rule.warning(
    "svg-prefixe-non-declare",
    "un préfixe, comme dans « xlink:href », n'est pas déclaré : les navigateurs ne montrent pas ce "
    "dessin",
    _DRAW_AGAIN,
)
UNSEEN_PART = Rule.warning(
    "svg-partie-invisible",
    "« {url} » ne se verra pas : dans un dessin montré comme une image, les navigateurs ne "
    "chargent aucun autre fichier",
    "Mettez l'image dans le dessin lui-même (dans Inkscape, « Incorporer les images »), ou "
    "exportez le dessin en PNG.",
)
AS_OUTLINES = (
    "Changez les lettres en tracés (dans Inkscape, « Objet en chemin »), ou exportez le dessin en "
    "PNG."
)
