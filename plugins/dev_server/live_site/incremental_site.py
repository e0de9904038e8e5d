"""A site held in memory: read once, its pages made when they are asked for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from core.diagnostics import ContentError, Diagnostic, Diagnostics
from core.names import nfc
from dev_server.live_site.served_files import ServedFile, copied, made
from dev_server.live_site.versions import Versions
from editor.files.listing import site_listing
from engine.deferred_writer.writer import Deferral
from jekyll.addresses.urls import base_path, files_at, quote_path, save_as
from jekyll.plugin.changes import take_words
from jekyll.plugin.contents import contents_by_file
from jekyll.plugin.extension_points import SiteContext
from jekyll.plugin.run_options import RunOptions
from jekyll.reading.parse_cache import ParseCache
from jekyll.site.config import FILE_NAME
from jekyll.site.model import Document, Kind, Site
from page_parts.images.plugin import Images
from site_build.next_change import next_change
from site_build.pelican_run import reporting, run_pelican
from site_build.preflight import report_impossible
from site_build.request import BuildRequest
from site_build.result import count


class IncrementalSite:
    """One site, as its files were when read; `save` follows the words of files saved since."""

    def __init__(self, request: BuildRequest):
        """Prepare to hold a site."""
        self._request = request
        self._parse_cache = ParseCache()
        self._options = self._at_first()
        self._loaded: SiteContext | None = None
        self._begin()

    def _at_first(self) -> RunOptions:
        """Return the options of a first run: nothing is kept but what the files were read as."""
        label = self._request.content_label
        return RunOptions(label, parse_cache=self._parse_cache)

    def _begin(self) -> None:
        self._deferral = Deferral(is_left=True)
        self._diagnostics = Diagnostics()
        self._by_body: dict[str, list[Diagnostic]] = {}
        self._unseen: list[Document] = []
        self._makers: dict[str, Callable[[], ServedFile]] = {}
        self._summary = ""
        self._until: float | None = None
        self._versions = Versions(self._request)

    def load(self) -> None:
        """Read the whole site, but the files that have not changed since it was read before."""
        started, now = time.perf_counter(), time.time()
        self._begin()
        report_impossible(self._request, self._diagnostics)
        if not self._diagnostics.errors:
            if self._loaded is None or self._options.has_refused_settings:
                self._options = self._at_first()
            self._loaded = run_pelican(
                self._request,
                self._request.output,
                self._diagnostics,
                self._options,
                self._deferral,
            )
        else:
            self._loaded = None
        self._reported_at_first = list(self._diagnostics.found)
        if self._diagnostics.errors:
            return
        self._unseen = self._site.of_kind(Kind.PAGE, Kind.ITEM, Kind.POST)
        self._makers = dict(self._all_makers())
        self._until = next_change(self._context, now)
        self._versions.take_all(self._site, self._until)
        pages = count(len(self._site.pages), "page", "pages")
        posts = count(len(self._site.posts), "article", "articles")
        self._summary = f"Site lu en {_seconds(started)} s : {pages}, {posts}."

    def save(self, paths: Iterable[Path]) -> bool:
        """Take in what was saved; return False when the whole site is to be read again.

        A file of other words is read again alone: pages are made when asked for.
        """
        if self._diagnostics.errors or not self._loaded:
            return False
        changed = []
        for path in {path for path in paths if not self._came_and_went(path)}:
            document = self._document(path)
            if document is None or not self._read_body(document):
                return False
            changed.append(document)
        started = time.perf_counter()
        for document in changed:
            self._see(document)
        if self._diagnostics.errors:
            return False
        self._versions.take(changed)
        labels = ", ".join(document.source.label for document in changed)
        self._summary = f"Relu en {_seconds(started)} s : {labels}."
        return True

    def look_further(self, seconds: float) -> bool:
        """Make bodies that nobody asked for yet, to check them; return whether some are left."""
        end = time.monotonic() + seconds
        while self._unseen and time.monotonic() < end:
            self._see(self._unseen[0])
        return bool(self._unseen)

    def see(self, name: str) -> str | None:
        """Make the body of a file; return the address of its page, None when it has none."""
        document = self._site.documents.get(name) if self._loaded else None
        if document is None:
            return None
        if not self._diagnostics.errors:
            self._see(document)
        return self._context.base_path + quote_path(document.path)

    def listing(self) -> dict[str, Any]:
        """Return the files of the site and the names it knows."""
        return site_listing(self._loaded, self._request.content)

    def answer(self, path: str) -> ServedFile | None:
        """Return what is at a decoded path: `/x` is `x`, then `x.html`; `/x/` `x/index.html`."""
        parts = [part for part in nfc(path).split("/") if part not in ("", ".")]
        is_folder = path.endswith("/") or not parts
        wanted = files_at("/".join(parts) + "/" * is_folder)
        wanted = wanted if is_folder else wanted[:-1]  # a folder wants its slash: `has_folder`
        make = next((found for one in wanted if (found := self._maker(one))), None)
        if not make:
            return None
        with reporting(self._request, self._diagnostics):
            return make()
        return None

    def has_folder(self, path: str) -> bool:
        """Return whether a path without its last slash is that of a page."""
        return save_as(f"{nfc(path).strip('/')}/") in self._makers

    def report(self) -> dict[str, Any]:
        """Return the site's state, for `live_reload/report.py`."""
        found = [*self._diagnostics.errors, *self._diagnostics.warnings]
        errors = count(len(self._diagnostics.errors), "erreur", "erreurs")
        wrong = f"Le site ne peut pas être montré : {errors}."
        site_url = self._loaded.siteurl if self._loaded else self._request.siteurl
        return {
            "ok": not self._diagnostics.errors,
            "summary": wrong if self._diagnostics.errors else self._summary,
            "base_path": base_path(site_url),
            "version": self._versions.current,
            "until": self._until,
            "diagnostics": [diagnostic.as_dict() for diagnostic in found],
        }

    @property
    def _context(self) -> SiteContext:
        if self._loaded is None:
            raise RuntimeError("no site is loaded")
        return self._loaded

    @property
    def _site(self) -> Site:
        return self._context.site

    def _came_and_went(self, path: Path) -> bool:
        """Return whether a path was but a step of another's saving: it was not there, nor is it."""
        if path.is_symlink() or path.exists() or not path.is_relative_to(self._request.content):
            return False
        name = nfc(path.relative_to(self._request.content).as_posix())
        names = map(nfc, [FILE_NAME, *self._site.files.names])
        return not any(known == name or known.startswith(f"{name}/") for known in names)

    def _document(self, path: Path) -> Document | None:
        """Return the document of a file, when its body is all that its file says to other pages."""
        try:
            name = path.relative_to(self._request.content).as_posix()
        except ValueError:
            return None
        document = self._site.documents.get(nfc(name)) or self._site.documents.get(name)
        return None if document is None or document.kind is Kind.TEXT else document

    def _read_body(self, document: Document) -> bool:
        """Read a document again; return False if more than its words has changed."""
        diagnostics = Diagnostics()
        again = self._site.read_again(document.name, diagnostics)
        # A page that lists the articles takes the place of our own lists.
        if diagnostics.found or not again or again.lists_articles != document.lists_articles:
            return False
        if not document.differs_in_body_alone(again):
            contents = contents_by_file(self._deferral.generators[0].context)
            is_told = document.source.label in {it.path for it in self._reported_at_first}
            if is_told or not take_words(self._context, document, again, contents):
                return False
        document.source = again.source
        return True

    def _see(self, document: Document) -> None:
        """Make a body, and keep what it tells in the place of what it told before."""
        if document in self._unseen:
            self._unseen.remove(document)
        label = document.source.label
        others = [reported for name, reported in self._by_body.items() if name != label]
        self._diagnostics.found[:] = [*self._reported_at_first, *chain.from_iterable(others)]
        known = len(self._diagnostics.found)
        renderer = self._context.renderer
        with reporting(self._request, self._diagnostics):
            renderer.resolve_all([document])
            try:
                renderer.body(document)
            except ContentError:
                renderer.try_again()
        self._by_body[label] = self._diagnostics.found[known:]

    def _all_makers(self) -> Iterator[tuple[str, Callable[[], ServedFile]]]:
        for name in self._site.copied:
            yield nfc(save_as(f"/{name}")), copied(self._site.files.root, name)
        outputs = self._deferral.writer.outputs if self._deferral.writer else {}
        for name, make in outputs.items():
            yield nfc(name), made(name, make)

    def _maker(self, name: str) -> Callable[[], ServedFile] | None:
        if name in self._makers:
            return self._makers[name]
        if self._deferral.writer and name in self._deferral.writer.outputs:  # promised since
            return made(name, self._deferral.writer.outputs[name])
        images = self._context.get(Images)
        found = images.shown.variant_at(name)
        return (lambda: ServedFile(name, images.pipeline.data(*found))) if found else None


def _seconds(started: float) -> str:
    return f"{time.perf_counter() - started:.2f}".replace(".", ",")
