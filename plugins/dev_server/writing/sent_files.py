"""Files that are sent with a text, kept until they are saved: images made anew, documents."""

from __future__ import annotations

import threading
from io import BytesIO
from pathlib import Path

from PIL import Image

from core.diagnostics.catalog.image_files import (
    EMPTY_IMAGE,
    HEIC_IMAGE,
    NO_IMAGE,
    TOO_MANY_PIXELS,
    TOO_MUCH_MEMORY,
)
from core.file_kind import HEAD, FileKind, kind_of
from dev_server.writing.refusal import Refusal
from editor.files.documents import MOST, ending_of
from editor.files.names import DOCUMENTS_FOLDER, IMAGES_FOLDER, free_name
from page_parts.images.encode import ENDINGS, Pixels
from page_parts.images.image_head import BadImage, read_image

LONGEST_SIDE = 2000  # pixels
_OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 88, "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
}
_REDUCE = "Réduisez-la, par exemple à 4 000 pixels de large."
_SENTENCES = {
    EMPTY_IMAGE.code: "Ce fichier est vide : choisissez l'image elle-même.",
    HEIC_IMAGE.code: f"Cette photo est en HEIC, que peu de gens voient. {HEIC_IMAGE.hint}",
    TOO_MANY_PIXELS.code: f"Cette image a trop de pixels. {_REDUCE}",
    TOO_MUCH_MEMORY.code: f"Cette image demanderait trop de mémoire. {_REDUCE}",
}
_UNREAD = "Cette image ne se lit pas. Ouvrez-la, enregistrez-la en JPEG ou en PNG, et reprenez."
_DRAWING = (
    "Un dessin SVG peut contenir un programme : il ne s'envoie pas d'ici. Enregistrez-le en PNG, "
    "ou mettez-le vous-même dans le dossier images."
)
_MOVES = (
    "Cette image bouge, et n'en garderait qu'une vue : mettez-la vous-même dans le dossier images."
)
_LIGHTER = "Exportez-le de nouveau, ses images réduites pour l'écran."


class SentFiles:
    """What was sent with texts and is not saved yet; whoever sent it has it still."""

    def __init__(self, content: Path) -> None:
        """Keep files for `content`, whose names are taken."""
        self._content = content
        self._kept: dict[str, bytes] = {}
        self._turn = threading.Lock()

    def add(self, name: str, data: bytes) -> dict[str, object]:
        """Keep a document as it is, or an image made anew; return its name in the content.

        Args:
            name: what it is to be called; its ending, its accents, its folder are no matter.
            data: the file, as it was sent.

        Raises:
            Refusal: it is no document, nor an image that can be made anew.
        """
        document = ending_of(data)
        if document and len(data) > MOST:
            raise Refusal(422, f"Ce document pèse plus de {MOST // 1_000_000} Mo. {_LIGHTER}")
        folder = DOCUMENTS_FOLDER if document else IMAGES_FOLDER
        made, ending = (data, document) if document else self.remade(data)
        with self._turn:
            # A name that another bears, in the content or here, is not free; one that is sent
            # again, by a page that was loaded again, has the name that it had.
            taken = {f"{folder}/{it.name.casefold()}" for it in (self._content / folder).glob("*")}
            taken |= {it for it, kept in self._kept.items() if kept != made}
            kept_as = free_name(folder, name, ending, taken)
            self._kept[kept_as] = made
        return {"name": kept_as}

    def remade(self, data: bytes) -> tuple[bytes, str]:
        """Return an image made anew, and the ending of its name; raise Refusal if it is none."""
        with self._turn:  # each may take hundreds of megabytes
            return _made_anew(data)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file that is kept; None of any other."""
        return self._kept.get(name)

    def forget(self, names: list[str]) -> None:
        """Keep files no longer: they are saved."""
        for name in names:
            self._kept.pop(name, None)


def _made_anew(data: bytes) -> tuple[bytes, str]:
    head = data[:HEAD]
    if kind_of(head) is FileKind.SVG:
        raise Refusal(422, _DRAWING)
    try:
        sent = read_image(data)
        if sent.is_animated:
            raise Refusal(422, _MOVES)
        scale = min(1.0, LONGEST_SIDE / max(sent.size))
        width = max(1, round(sent.width * scale))
        image = Pixels(data, width).at(width)
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # one that is hardly wide stays high
    except BadImage as bad:
        raise Refusal(422, _sentence(bad.diagnostic.code, kind_of(head))) from bad
    # What is drawn loses little as a PNG, and often weighs less.
    kinds = ["PNG"] if image.mode == "RGBA" else ["JPEG"]
    kinds += ["PNG"] if sent.kind in ("PNG", "GIF", "BMP") else []
    made = {kind: _written(image, kind) for kind in kinds}
    kind = min(made, key=lambda kind: len(made[kind]))
    return made[kind], ENDINGS[kind]


def _written(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind, **_OPTIONS[kind])
    return file.getvalue()


def _sentence(code: str, kind: FileKind) -> str:
    if code == NO_IMAGE.code:
        return f"Ce fichier n'est ni une image, ni un PDF, ni un document : c'est {kind.value}."
    return _SENTENCES.get(code, _UNREAD)
