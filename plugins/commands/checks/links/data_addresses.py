"""Files that are written in an address, `data:image/png;base64,…` (Fetch Standard, section 6)."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

_BASE64 = re.compile(r"(?i);[ ]*base64[ ]*\Z")
_SPACES = re.compile(rb"[ \t\n\f\r]+")  # those that « forgiving-base64 decode » leaves out
_STANDARD = re.compile(rb"[A-Za-z0-9+/]*")


def kind_of_data(url: str) -> str:
    """Return the type that a `data:` address gives: `image/png`.

    >>> kind_of_data("data:image/PNG;base64,AAAA"), kind_of_data("data:,a")
    ('image/png', '')
    """
    return re.split("[;,]", url[len("data:") :], maxsplit=1)[0].strip().lower()


def data_of(url: str) -> bytes:
    r"""Return the file that a `data:` address holds.

    Raises:
        ValueError: browsers read none there; its words say why.

    >>> data_of("data:text/plain;base64,w6k"), data_of("data:,%C3%A9")
    (b'\xc3\xa9', b'\xc3\xa9')
    """
    said, comma, written = url[len("data:") :].partition("#")[0].partition(",")
    if not comma:
        raise ValueError("le fichier lui-même manque, après une virgule")
    data = unquote_to_bytes(written)
    if not _BASE64.search(said):
        return data
    bare = _SPACES.sub(b"", data)
    bare = re.sub(rb"={1,2}\Z", b"", bare) if len(bare) % 4 == 0 else bare
    if not _STANDARD.fullmatch(bare) or len(bare) % 4 == 1:
        raise ValueError("ce n'est pas du base64, ou pas en entier")
    try:
        return base64.b64decode(bare + b"=" * (-len(bare) % 4))
    except binascii.Error as error:
        raise ValueError("ce n'est pas du base64, ou pas en entier") from error


def why_unread(url: str) -> str:
    """Return why browsers read no file in a `data:` address, or ""."""
    try:
        data = data_of(url)
    except ValueError as error:
        return str(error)
    is_text = kind_of_data(url).startswith("text/") or not kind_of_data(url)
    return "" if data or is_text else "le fichier y est vide"
