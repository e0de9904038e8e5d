"""Pictures that are sent: made anew, upright, without metadata, and kept until they are saved."""

from __future__ import annotations

import contextlib
import posixpath
import threading
import time
from io import BytesIO
from pathlib import Path

from PIL import Image

from core.diagnostics.catalog.image_files import (
    EMPTY_PICTURE,
    HEIC_PICTURE,
    NO_PICTURE,
    TOO_MANY_PIXELS,
    TOO_MUCH_MEMORY,
)
from core.file_kind import HEAD, FileKind, kind_of
from core.names import file_stem
from core.plain_files import read_inside
from dev_server.writing.refusal import Refusal
from editor.files.names import PICTURES_FOLDER, is_picture
from page_parts.images.encode import ENDINGS, Pixels
from page_parts.images.picture_file import BadPicture, read_picture

LONGEST_SIDE = 2000  # pixels
_KEPT_SECONDS = 90 * 86_400.0  # what nobody has saved by then is forgotten
_OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 88, "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
}
_REDUCE = "Réduisez-la, par exemple à 4 000 pixels de large."
_SENTENCES = {
    EMPTY_PICTURE.code: "Ce fichier est vide : choisissez l'image elle-même.",
    HEIC_PICTURE.code: f"Cette photo est en HEIC, que peu de gens voient. {HEIC_PICTURE.hint}",
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


class Photos:
    """The pictures that were sent and are not saved yet, in a folder as that of the content."""

    def __init__(self, folder: Path, content: Path) -> None:
        """Keep pictures in `folder`, for `content`, whose names are taken."""
        self._folder, self._content = folder, content
        self._turn = threading.Lock()

    def add(self, name: str, data: bytes) -> dict[str, object]:
        """Keep a picture that was sent; return its name in the content, and its size.

        Args:
            name: what it is to be called; its ending, its accents, its folder are no matter.
            data: the file, as it was sent.

        Raises:
            Refusal: it is no picture that can be made anew.
        """
        with self._turn:  # each may take hundreds of megabytes
            made, kind, (width, height) = _made_anew(data)
            kept = self._keep(file_stem(posixpath.splitext(name)[0]), ENDINGS[kind], made)
        return {"name": kept, "width": width, "height": height}

    def remade(self, data: bytes) -> tuple[bytes, str]:
        """Return a picture made anew, and the ending of its name; raise Refusal if it is none."""
        with self._turn:
            made, kind, _ = _made_anew(data)
        return made, ENDINGS[kind]

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a picture that is kept; None of any other."""
        try:
            return read_inside(self._folder, name) if is_picture(name) else None
        except OSError:
            return None

    def forget(self, names: list[str]) -> None:
        """Keep pictures no longer: they are saved."""
        for name in filter(is_picture, names):
            (self._folder / name).unlink(missing_ok=True)

    def forget_old(self) -> None:
        """Keep no longer what was sent long ago."""
        for path in self._folder.glob("*/*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < time.time() - _KEPT_SECONDS:
                    path.unlink()

    def _keep(self, stem: str, ending: str, data: bytes) -> str:
        """Write a picture under a name that nothing else bears, in the content or here.

        One that is sent again, by a page that was loaded again, has the name that it had.
        """
        (self._folder / PICTURES_FOLDER).mkdir(parents=True, exist_ok=True)
        taken = {path.name.casefold() for path in (self._content / PICTURES_FOLDER).glob("*")}
        number = 1
        while True:
            base = f"{stem}-{number}.{ending}" if number > 1 else f"{stem}.{ending}"
            number += 1
            if base in taken:
                continue
            path = self._folder / PICTURES_FOLDER / base
            with contextlib.suppress(FileExistsError), path.open("xb") as file:
                file.write(data)
            if path.read_bytes() == data:
                return f"{PICTURES_FOLDER}/{base}"


def _made_anew(data: bytes) -> tuple[bytes, str, tuple[int, int]]:
    head = data[:HEAD]
    if kind_of(head) is FileKind.SVG:
        raise Refusal(422, _DRAWING)
    try:
        picture = read_picture(data)
        if picture.is_animated:
            raise Refusal(422, _MOVES)
        scale = min(1.0, LONGEST_SIDE / max(picture.size))
        width = max(1, round(picture.width * scale))
        image = Pixels(data, width).at(width)
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # one that is hardly wide stays high
    except BadPicture as bad:
        raise Refusal(422, _sentence(bad.diagnostic.code, kind_of(head))) from bad
    # What is drawn loses little as a PNG, and often weighs less.
    kinds = ["PNG"] if image.mode == "RGBA" else ["JPEG"]
    kinds += ["PNG"] if picture.kind in ("PNG", "GIF", "BMP") else []
    made = {kind: _written(image, kind) for kind in kinds}
    kind = min(made, key=lambda kind: len(made[kind]))
    return made[kind], kind, image.size


def _written(image: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    image.save(file, kind, **_OPTIONS[kind])
    return file.getvalue()


def _sentence(code: str, kind: FileKind) -> str:
    if code == NO_PICTURE.code:
        return f"Ce fichier n'est pas une image : c'est {kind.value}."
    return _SENTENCES.get(code, _UNREAD)
