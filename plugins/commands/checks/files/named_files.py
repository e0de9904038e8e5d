"""Which files of the content some text of the site names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import quote, unquote

from commands.checks.site import CheckedSite
from core.names import nfc
from core.plain_files import read_inside
from jekyll.site.config import FILE_NAME


def unnamed(site: CheckedSite, names: list[str]) -> list[str]:
    """Return the files, among some, that neither a source nor the site names."""
    for text in map(nfc, _all_texts(site)) if names else ():
        names = [name for name in names if not _is_named(name, text)]
    return names


def _is_named(name: str, text: str) -> bool:
    base = nfc(posixpath.basename(name))
    return any(form in text for form in {base, quote(base), quote(base, safe="()'&,+")})


def _all_texts(site: CheckedSite) -> Iterator[str]:
    for document in site.site.rendered:
        written = f"{document.source.front or ''}\n{document.source.body}"
        yield from (written, unquote(written))
    names = site.with_ending(".html", ".htm", ".css", ".js", ".json", ".xml", ".webmanifest")
    for name in names:
        yield (site.output / name).read_text(encoding="utf-8", errors="replace")
    root = site.site.files.root
    if (root / FILE_NAME).exists():
        yield read_inside(root, FILE_NAME).decode("utf-8", "replace")
