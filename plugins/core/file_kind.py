"""What a file is by its first bytes, whatever its name says (MIME Sniffing Standard, section 6)."""

from __future__ import annotations

import re
from enum import Enum

HEAD = 4096  # bytes: enough for all that is looked at


class FileKind(Enum):
    """Kinds of files, each with what it is in French, its article before it."""

    # What every browser shows as an image.
    JPEG = "une image JPEG"
    PNG = "une image PNG"
    GIF = "une image GIF"
    WEBP = "une image WebP"
    AVIF = "une image AVIF"
    BMP = "une image BMP"
    ICON = "une icône"
    SVG = "un dessin SVG"
    # What none or few do.
    HEIC = "une photo HEIC"
    TIFF = "une image TIFF"
    JPEG_XL = "une image JPEG XL"
    JPEG_2000 = "une image JPEG 2000"
    RAW = "une photo brute (RAW)"
    DRAWING = "un fichier de logiciel de dessin"
    # What is no image.
    EMPTY = "un fichier vide"
    PDF = "un PDF"
    VIDEO = "une vidéo"
    MATROSKA = "une vidéo WebM"
    AUDIO = "un son"
    OGG = "un son Ogg"
    ARCHIVE = "une archive ou un document"
    WEB_PAGE = "une page web"
    GIT_LFS = "un renvoi de Git LFS, sans l'image"
    TEXT = "un texte"
    UNKNOWN = "rien de connu"


SHOWN = frozenset(
    {
        FileKind.JPEG,
        FileKind.PNG,
        FileKind.GIF,
        FileKind.WEBP,
        FileKind.AVIF,
        FileKind.BMP,
        FileKind.ICON,
        FileKind.SVG,
    }
)
_BEGINNINGS = (
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"GIF8", FileKind.GIF),
    (b"\0\0\x01\0", FileKind.ICON),
    (b"\0\0\x02\0", FileKind.ICON),
    (b"II*\0\x10\0\0\0CR", FileKind.RAW),
    (b"II*\0", FileKind.TIFF),
    (b"MM\0*", FileKind.TIFF),
    (b"II+\0", FileKind.TIFF),
    (b"MM\0+", FileKind.TIFF),
    (b"IIU\0", FileKind.RAW),
    (b"IIRO", FileKind.RAW),
    (b"IIRS", FileKind.RAW),
    (b"MMOR", FileKind.RAW),
    (b"FUJIFILMCCD-RAW", FileKind.RAW),
    (b"FOVb", FileKind.RAW),
    (b"\xff\x0a", FileKind.JPEG_XL),
    (b"\0\0\0\x0cJXL \r\n\x87\n", FileKind.JPEG_XL),
    (b"\0\0\0\x0cjP  \r\n\x87\n", FileKind.JPEG_2000),
    (b"\xff\x4f\xff\x51", FileKind.JPEG_2000),
    (b"8BPS", FileKind.DRAWING),
    (b"gimp xcf", FileKind.DRAWING),
    (b"%!PS", FileKind.DRAWING),
    (b"\xc5\xd0\xd3\xc6", FileKind.DRAWING),
    (b"%PDF-", FileKind.PDF),
    (b"\x1aE\xdf\xa3", FileKind.MATROSKA),
    (b"FLV\x01", FileKind.VIDEO),
    (b"\0\0\x01\xba", FileKind.VIDEO),
    (b"\0\0\x01\xb3", FileKind.VIDEO),
    (b"0&\xb2u\x8ef\xcf\x11", FileKind.VIDEO),
    (b"OggS", FileKind.OGG),
    (b"ID3", FileKind.AUDIO),
    (b"fLaC", FileKind.AUDIO),
    (b"\xff\xfb", FileKind.AUDIO),
    (b"\xff\xf3", FileKind.AUDIO),
    (b"\xff\xf1", FileKind.AUDIO),
    (b"PK\x03\x04", FileKind.ARCHIVE),
    (b"\xd0\xcf\x11\xe0", FileKind.ARCHIVE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"version https://git-lfs", FileKind.GIT_LFS),
)
_RIFF = {b"WEBP": FileKind.WEBP, b"AVI ": FileKind.VIDEO, b"WAVE": FileKind.AUDIO}
# ISO/IEC 14496-12, section 4.3; 23008-12, annex B; QuickTime files may begin with another box.
_BRANDS = (
    ({b"avif", b"avis"}, FileKind.AVIF),
    ({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}, FileKind.HEIC),
    ({b"crx "}, FileKind.RAW),
    ({b"M4A ", b"M4B "}, FileKind.AUDIO),
)
_QUICKTIME = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_PAGE = re.compile(rb"(?i)\s*(?:<!doctype html|<html|<head|<body|<!--)")
_DRAWN = re.compile(rb"(?i)<(?:[\w-]+:)?svg[\s>]")


def kind_of(head: bytes) -> FileKind:
    """Return the kind of a file, from its first bytes (`HEAD` of them, or all of them).

    >>> kind_of(b"%PDF-1.7"), kind_of(b"<!doctype html>").name, kind_of(b"").name
    (<FileKind.PDF: 'un PDF'>, 'WEB_PAGE', 'EMPTY')
    """
    if not head:
        return FileKind.EMPTY
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head.startswith(b"BM") and head[6:10] == bytes(4):
        return FileKind.BMP
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], FileKind.UNKNOWN)
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    if head[4:8] in _QUICKTIME:
        return FileKind.VIDEO
    return _of_text(head)


def _of_brands(head: bytes) -> FileKind:
    end = min(int.from_bytes(head[:4]), HEAD)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, end, 4))}
    return next((kind for some, kind in _BRANDS if brands & some), FileKind.VIDEO)


def _of_text(head: bytes) -> FileKind:
    if head.startswith((b"\xfe\xff", b"\xff\xfe")):
        head = head.replace(b"\0", b"")
    elif b"\0" in head:
        return FileKind.UNKNOWN
    if _PAGE.match(head) and not _DRAWN.search(head):
        return FileKind.WEB_PAGE
    return FileKind.SVG if _DRAWN.search(head) else FileKind.TEXT
