"""Files that were given a text's name and are none: documents of Word, PDF, RTF, web pages."""

from __future__ import annotations

import re

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.files import NO_TEXT
from core.file_kind import HEAD, SHOWN, FileKind, kind_of

_RTF, _PDF = b"{\\rtf", b"%PDF-"
_WEB_PAGE = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s{0,100}(?:<!--[^<>]{0,500}-->\s{0,100})?<(?:!doctype )?html\b"
)
# By their first bytes, what those of one kind are more exactly.
_DOCUMENTS = (
    (b"vnd.oasis.opendocument", "un document de LibreOffice (.odt)"),
    (b"[Content_Types].xml", "un document de Word (.docx)"),
    (b"\xd0\xcf\x11\xe0", "un ancien document de Word (.doc)"),
    (b"Index/Document.iwa", "un document de Pages (.pages)"),
)
_COPY = "Ouvrez-le dans son logiciel, et copiez son texte dans un nouveau fichier .md."
_RENAME = "Rendez-lui son vrai nom, et mettez un lien vers lui."
_TO_SHOW = "Rendez-lui son vrai nom, mettez-le dans images/, et montrez-le dans une page."
_PAGE = (
    "Pour la publier telle quelle, renommez-la en .html ; sinon, n'en gardez que le texte, sans "
    "les balises <html>, <head> et <body>."
)


def refusal(data: bytes) -> Diagnostic | None:
    """Return what is told of a file that is no text, by what it is; None for a text.

    A text may begin with any letters: only what is no UTF-8 is taken for a file of another kind.
    """
    if data.startswith(_RTF):
        return NO_TEXT(kind="un document RTF", hint=_COPY)
    if data.startswith(_PDF):
        return NO_TEXT(kind=FileKind.PDF.value, hint=_RENAME)
    if _WEB_PAGE.match(data):
        return NO_TEXT(kind="une page web (HTML)", hint=_PAGE)
    kind = kind_of(data[:HEAD])
    if kind in (FileKind.TEXT, FileKind.SVG, FileKind.WEB_PAGE, FileKind.EMPTY) or _is_text(data):
        return None
    if kind is FileKind.ARCHIVE:
        exactly = (words for begun, words in _DOCUMENTS if begun in data[:HEAD])
        return NO_TEXT(kind=next(exactly, kind.value), hint=_COPY)
    if data.startswith(b"bplist00"):
        return NO_TEXT(kind="une page enregistrée par Safari", hint=_COPY)
    if kind is FileKind.UNKNOWN:
        return None  # reported by its encoding
    return NO_TEXT(kind=kind.value, hint=_TO_SHOW if kind in SHOWN else _RENAME)


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False
