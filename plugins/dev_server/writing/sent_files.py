"""Files that are sent with a text, kept until they are saved: images made anew, documents."""

from __future__ import annotations

import contextlib
import posixpath
import threading
import time
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
from core.names import file_stem
from core.plain_files import read_inside
from dev_server.writing.refusal import Refusal
from editor.files.documents import MOST, ending_of
from editor.files.names import DOCUMENTS_FOLDER, IMAGES_FOLDER, goes_with_texts
from page_parts.images.encode import ENDINGS, Pixels
from page_parts.images.image_head import BadImage, read_image

LONGEST_SIDE = 2000  # pixels
_KEPT_SECONDS = 90 * 86_400.0  # what nobody has saved by then is forgotten
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
_NO_DOCUMENT = "Ce fichier n'est ni un PDF, ni un document LibreOffice ou Word. Exportez-le en PDF."
_LIGHTER = "Exportez-le de nouveau, ses images réduites pour l'écran."


class SentFiles:
    """What was sent with texts and is not saved yet, in a folder as that of the content."""

    def __init__(self, folder: Path, content: Path) -> None:
        """Keep files in `folder`, for `content`, whose names are taken."""
        self._folder, self._content = folder, content
        self._turn = threading.Lock()

    def add(self, name: str, data: bytes) -> dict[str, object]:
        """Keep an image that was sent; return its name in the content, and its size.

        Args:
            name: what it is to be called; its ending, its accents, its folder are no matter.
            data: the file, as it was sent.

        Raises:
            Refusal: it is no image that can be made anew.
        """
        with self._turn:  # each may take hundreds of megabytes
            made, kind, (width, height) = _made_anew(data)
            kept = self._keep(IMAGES_FOLDER, name, ENDINGS[kind], made)
        return {"name": kept, "width": width, "height": height}

    def add_document(self, name: str, data: bytes) -> dict[str, object]:
        """Keep a document, as it is; return its name. As `add`."""
        ending = ending_of(data)
        if ending is None:
            raise Refusal(422, _NO_DOCUMENT)
        if len(data) > MOST:
            raise Refusal(422, f"Ce document pèse plus de {MOST // 1_000_000} Mo. {_LIGHTER}")
        with self._turn:
            return {"name": self._keep(DOCUMENTS_FOLDER, name, ending, data)}

    def remade(self, data: bytes) -> tuple[bytes, str]:
        """Return an image made anew, and the ending of its name; raise Refusal if it is none."""
        with self._turn:
            made, kind, _ = _made_anew(data)
        return made, ENDINGS[kind]

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file that is kept; None of any other."""
        try:
            return read_inside(self._folder, name) if goes_with_texts(name) else None
        except OSError:
            return None

    def forget(self, names: list[str]) -> None:
        """Keep files no longer: they are saved."""
        for name in filter(goes_with_texts, names):
            (self._folder / name).unlink(missing_ok=True)

    def forget_old(self) -> None:
        """Keep no longer what was sent long ago."""
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < time.time() - _KEPT_SECONDS:
                    path.unlink()

    def _keep(self, folder: str, asked: str, ending: str, data: bytes) -> str:
        """Write a file under a name that nothing else bears, in the content or here.

        One that is sent again, by a page that was loaded again, has the name that it had.
        """
        (self._folder / folder).mkdir(parents=True, exist_ok=True)
        taken = {path.name.casefold() for path in (self._content / folder).glob("*")}
        stem = file_stem(posixpath.splitext(asked)[0])
        number = 1
        while True:
            base = f"{stem}-{number}.{ending}" if number > 1 else f"{stem}.{ending}"
            number += 1
            if base in taken:
                continue
            path = self._folder / folder / base
            with contextlib.suppress(FileExistsError), path.open("xb") as file:
                file.write(data)
            if path.read_bytes() == data:
                return f"{folder}/{base}"


def _made_anew(data: bytes) -> tuple[bytes, str, tuple[int, int]]:
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
    return made[kind], kind, image.size


def _written(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind, **_OPTIONS[kind])
    return file.getvalue()


def _sentence(code: str, kind: FileKind) -> str:
    if code == NO_IMAGE.code:
        return f"Ce fichier n'est pas une image : c'est {kind.value}."
    return _SENTENCES.get(code, _UNREAD)
