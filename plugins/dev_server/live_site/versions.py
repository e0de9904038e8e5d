"""The version of a site: changes when, and only when, what it is made of does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from core.project_paths import PROJECT
from jekyll.reading.parse_cache import file_state
from jekyll.site.model import Document, Site
from site_build.request import BuildRequest


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

    def take_all(self, site: Site, until: float) -> None:
        """Digest a site, which gives other pages from the moment `until` on."""
        self._rest = _digest(repr([until, *self._states(site)]))
        ordered = sorted(site.rendered, key=lambda document: document.name)
        self._texts = {document.name: document.source.digest for document in ordered}
        self.take([])

    def take(self, changed: Iterable[Document]) -> None:
        """Look again at documents that have changed."""
        for document in changed:
            self._texts[document.name] = document.source.digest
        whole = b"".join(self._texts.values())
        self.current = hashlib.blake2b(self._rest + whole, digest_size=8).hexdigest()

    def _states(self, site: Site) -> Iterable[tuple[object, ...]]:
        """Yield all the rest: the request, and the state of every other file."""
        yield (self._request,)
        root = site.files.root
        documents = site.documents
        files = [root / name for name in site.files.names if name not in documents]
        files += [root / "_config.yml", self._request.settings]
        for folder in ("theme", "plugins"):
            files += sorted((PROJECT / folder).rglob("*.*"))
        for path in files:
            yield (str(path), *file_state(path))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
