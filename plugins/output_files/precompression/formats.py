"""What is compressed, and how: the same bytes come out on every day and every machine."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]  # it has none

# Texts; images, fonts and PDF files are compressed already.
ENDINGS = (".html", ".css", ".js", ".mjs", ".json", ".xml", ".svg", ".ics", ".txt", ".md", ".csv")
# Bytes. Below, the response fits in one packet whatever is done to it.
MINIMUM = 1024

# RFC 1952, section 2.3.1: deflate, no flag (hence no name), no time, best compression, no system.
_GZIP_HEADER = b"\x1f\x8b\x08\x00" + bytes(4) + b"\x02\xff"


def gzip_bytes(data: bytes) -> bytes:
    """Return data in gzip's format (RFC 1952), without name nor time.

    Python's own `gzip` writes a header that differs from one version to the next.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9)
    body = packer.compress(data) + packer.flush()
    trailer = zlib.crc32(data).to_bytes(4, "little") + (len(data) % 2**32).to_bytes(4, "little")
    return _GZIP_HEADER + body + trailer


def brotli_bytes(data: bytes) -> bytes:
    """Return data in Brotli's format (RFC 7932), as small as it gets."""
    made: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)
    return made


# By the ending that a copy adds to the name of its original: how it is made, and what with.
FORMATS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    ".br": (brotli_bytes, f"brotli {brotli.__version__} 11 text"),
    ".gz": (gzip_bytes, f"zlib {zlib.ZLIB_RUNTIME_VERSION} 9"),
}
SUFFIXES = tuple(FORMATS)
