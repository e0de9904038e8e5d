"""The texts of a content folder, read for the editor: of the kinds that it knows, and no other."""

from __future__ import annotations

from pathlib import Path

from core.diagnostics import system_reason
from core.plain_files import read_inside
from dev_server.writing.folder import check_plain, version_of
from dev_server.writing.refusal import Refusal
from editor.files.names import is_portable, kind_of

MOST = 1_000_000  # bytes: what the site reads of a text


def check_name(name: str) -> str:
    """Return the name of a text of a kind that the editor knows; raise Refusal of another."""
    if kind_of(name) is None:
        raise Refusal(403, "Ce fichier n'est pas de ceux qui s'écrivent ici.")
    return name


def check_new(name: str) -> str:
    """Return the name of a new text, if every system can have it; else raise Refusal."""
    if not is_portable(check_name(name)):
        raise Refusal(422, f"Windows ne peut pas avoir de fichier « {name} » : changez le titre.")
    return name


def read_file(content: Path, name: str) -> tuple[bytes, str]:
    """Return the bytes of a text, and their version.

    Raises:
        Refusal: it is not there, or is no plain file of a known kind.
    """
    try:
        check_plain(content, check_name(name))
        data = read_inside(content, name, MOST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Refusal(404, "Ce fichier n'existe pas, ou n'existe plus.") from None
    except OSError as error:
        raise Refusal(422, f"Ce fichier ne s'ouvre pas d'ici : {system_reason(error)}.") from error
    if len(data) > MOST:
        raise Refusal(422, "Ce fichier pèse plus de 1 Mo : il ne s'écrit pas d'ici.")
    return data, version_of(data)


def decoded(data: bytes) -> str:
    """Return the text of a file, its line ends and its mark of order as they are.

    Raises:
        Refusal: it is not in UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(
            422, "Ce fichier n'est pas en UTF-8. Enregistrez-le en UTF-8 dans un éditeur de texte."
        ) from None


def written(name: str, text: str) -> bytes:
    """Return the bytes of a text that is to be that of a file; raise Refusal if it is of no kind.

    No request holds one that is too long (`requests.MOST_TEXT`).
    """
    check_name(name)
    return text.encode("utf-8")
