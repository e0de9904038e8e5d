"""Documents that go with a text: their kind, by their bytes; what a stranger's may not hold. Pure.

A document is published as it was sent: unlike an image, it cannot be made anew.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

from core.file_kind import HEAD, FileKind, kind_of

MOST = 10_000_000  # bytes
PDF = "pdf"
# OpenDocument 1.3, part 2, section 3.3; Office Open XML (ECMA-376), part 1, section 11 and after.
_OPEN = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_MIMETYPE = "application/vnd.oasis.opendocument."
_OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
ENDINGS = (PDF, *_OPEN.values(), *_OFFICE.values())
# What acts, hides a file or hides itself (ISO 32000-1, sections 7.6, 7.11.4, 12.6.4, 13.7.2).
_ACTS = "JavaScript Launch SubmitForm ImportData GoToE GoToR RichMedia EmbeddedFile Encrypt"
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
# Of what is unpacked, in all and at once: a failure copies what it was given.
_MOST_UNPACKED, _AT_ONCE = 60_000_000, 50_000  # bytes
_MOST_STREAMS = 10_000


def ending_of(data: bytes) -> str | None:
    """Return the ending of the name of a document, by what it is; None of any other file."""
    match kind_of(data[:HEAD]):
        case FileKind.PDF:
            return PDF
        case FileKind.ARCHIVE:
            with suppress(zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError):
                return _ending_of_archive(data)
    return None


def _ending_of_archive(data: bytes) -> str | None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        if "mimetype" in names:
            with archive.open("mimetype") as file:
                kind = file.read(HEAD).decode("ascii")
            return _OPEN.get(kind.removeprefix(_MIMETYPE)) if kind.startswith(_MIMETYPE) else None
    return next((ending for part, ending in _OFFICE.items() if part in names), None)


def _as_name(word: str) -> str:
    """Return a pattern of a name of a PDF, whose signs may each be written by their codes."""
    return "".join(f"(?:{sign}|#{ord(sign):02x})" for sign in word)


# What may begin one is looked at first: slashes alone would take long.
_NAMES = "|".join(map(_as_name, _ACTS.split()))
_ACTING = re.compile(rf"/(?=[jlsigre]|#[4-7])({_NAMES})".encode(), re.IGNORECASE)


def acts_in_pdf(data: bytes) -> str | None:
    """Return what in a PDF acts or hides, by its name there; None when nothing is found.

    Looks at its bytes and at its packed streams. What is packed otherwise than most programs do is
    not seen: whoever reads it before publishing has the last word.
    """
    found = next(filter(None, map(_ACTING.search, _looked_at(data))), None)
    return re.sub("#..", "?", found[1].decode()) if found else None


def _looked_at(data: bytes) -> Iterator[bytes]:
    yield data
    left = _MOST_UNPACKED
    for count, stream in enumerate(_STREAM.finditer(data)):
        unpacked = _unpacked(data, stream.end(), left)
        left -= len(unpacked)
        if left <= 0 or count > _MOST_STREAMS:
            yield b"/Encrypt"  # as good as hidden
            return
        yield unpacked


def _unpacked(data: bytes, start: int, most: int) -> bytes:
    """Return what is packed from `start` on: as much as can be, and at most `most` bytes."""
    unpacker, found = zlib.decompressobj(), bytearray()
    with suppress(zlib.error):
        for at in range(start, len(data), _AT_ONCE):
            found += unpacker.decompress(data[at : at + _AT_ONCE], most - len(found))
            if unpacker.eof or len(found) >= most:
                break
    return bytes(found)
