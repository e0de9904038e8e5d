"""The version of a site: changes when, and only when, what it is made of does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from scribouilli.clock import build_moment
from scribouilli.site import Document, Site
from site_build.request import PROJECT, BuildRequest


class Versions:
    """Digests what a site is made of.

    Attributes:
        current: the last digest taken, "" before the first.
    """

    def __init__(self, request: BuildRequest):
        self._request = request
        self._texts: dict[str, bytes] = {}
        self._rest = b""
        self.current = ""

    def take(self, site: Site, changed: Iterable[Document] | None = None) -> None:
        """Digest a site; only `changed` documents are looked at again, when they are given."""
        if changed is None:
            self._rest = _digest(repr(list(self._states(site))))
        for document in site.rendered if changed is None else changed:
            source = document.source
            self._texts[document.name] = _digest(f"{source.front}\n---\n{source.body}")
        whole = b"".join(digest for _, digest in sorted(self._texts.items()))
        self.current = hashlib.blake2b(self._rest + whole, digest_size=8).hexdigest()

    def _states(self, site: Site) -> Iterable[tuple]:
        """Yield all the rest: the moment's day, the request, and the state of every other file."""
        yield build_moment().date(), self._request
        root = site.files.root
        documents = site.documents
        files = [root / name for name in site.files.names if name not in documents]
        files += [root / "_config.yml", self._request.settings]
        for folder in ("theme", "plugins"):
            files += sorted((PROJECT / folder).rglob("*.*"))
        for path in files:
            yield state(path)


def state(path: Path) -> tuple:
    """Return what changes when a file does: its size, its date, which file it is."""
    try:
        status = path.stat()
    except OSError:
        return (str(path),)
    return (str(path), status.st_size, status.st_mtime_ns, status.st_ino)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
