"""What can be wrong with the weight of pages and of files."""

from __future__ import annotations

from core.diagnostics.rule import Rule
from core.file_kind import SHOWN, FileKind

_LIGHTER = "Retirez du HTML, des styles ou des scripts."

HEAVY_MARKUP = Rule.error(
    "code-lourd",
    "sans son texte, la page pèse {weight} ko, pour {most} au plus",
    _LIGHTER,
)
HEAVY_PAGE = Rule.warning(
    "page-lourde",
    "la page, avec ses styles, pèse {weight} ko, pour {most} au plus",
    "Partagez-la en plusieurs pages.",
)
HEAVY_SHELVES = Rule.warning(
    "mots-cles-trop-nombreux",
    "« {page} » a trop de {words} ({count}) : {fault}",
    "Gardez-en moins.",
)
TOO_HEAVY_HOME = Rule.error(
    "accueil-lourd",
    "l'accueil, sans ses images, pèse {weight} ko, pour {most} au plus",
    _LIGHTER,
)
HEAVY_IMAGES_OF_HOME = Rule.warning(
    "accueil-images-lourdes",
    "l'accueil, avec ses images, pèse {weight} ko, pour {most} au plus",
    "Réduisez ses images, ou mettez les plus lourdes sur une autre page.",
)
HEAVY_FILE = Rule.warning(
    "fichier-lourd",
    "ce fichier pèse {weight} Mo : au-delà de {most}, bien des hébergeurs le refusent",
    "Déposez une vidéo sur une instance de PeerTube, un autre fichier dans un espace de partage de "
    "fichiers, montrez-le d'ici, et retirez-le du contenu.",
)
_FILM = (
    "Déposez cette vidéo sur une instance de PeerTube, montrez-la d'ici, et retirez-la du contenu."
)
_SOUND = (
    "Déposez ce son sur une plateforme d'écoute, mettez un lien vers lui, et retirez-le du "
    "contenu ; ou enregistrez-le en MP3."
)
_IMAGE = (
    "Réduisez cette image, par exemple à 4 000 pixels de large, en JPEG. Pour l'offrir entière, "
    "déposez-la dans un espace de partage de fichiers, et mettez un lien vers elle."
)
_ELSEWHERE = (
    "déposez-le dans un espace de partage de fichiers, mettez un lien vers lui, et retirez-le du "
    "contenu."
)
_WHERE = {
    FileKind.VIDEO: _FILM,
    FileKind.MATROSKA: _FILM,
    FileKind.AUDIO: _SOUND,
    FileKind.OGG: _SOUND,
    FileKind.PDF: (
        f"Exportez-le de nouveau, ses images réduites pour l'écran ; s'il reste lourd, {_ELSEWHERE}"
    ),
}
_IMAGES = SHOWN | {FileKind.HEIC, FileKind.TIFF, FileKind.JPEG_2000, FileKind.JPEG_XL}


def where_to_put(kind: FileKind) -> str:
    """Return what to do of a file that is too heavy."""
    return _IMAGE if kind in _IMAGES else _WHERE.get(kind, _ELSEWHERE.capitalize())
