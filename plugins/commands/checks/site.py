"""The site that is checked: its pages, its files, and where each fault is to be mended."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

from commands.checks.heavy_pages import heavy_pages, too_long_texts
from commands.checks.lines import line_in
from commands.checks.pages import Page, Pages, unlike
from core.diagnostics import ERROR, Diagnostic, Diagnostics
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE, POSITION_LEFT
from core.french.numbers import grouped
from core.names import nfc
from core.plain_files import read_inside
from jekyll.addresses.hosts import inner_address, is_below
from jekyll.addresses.urls import base_path, files_at, path_of, save_as
from jekyll.front_matter import Source
from jekyll.front_matter.source_positions import line_at
from jekyll.linking.redirects import find_redirects
from jekyll.rendering.renderer import Renderer
from jekyll.site.model import Document, Site, is_style_sheet, may_lead_to

_T = TypeVar("_T")
UNCOUNTED = MORE_IN_THIS_FILE(more="d'autres")
MOST_TOLD_OF_A_PAGE = 300  # of one severity; a report shows a hundred of a file


@dataclass
class CheckedSite:
    """A site just built, and what it was built from."""

    output: Path  # the folder that holds the built site
    site: Site  # its sources
    renderer: Renderer  # what made their HTML
    siteurl: str  # its address, "" when none is given
    diagnostics: Diagnostics  # what is found wrong
    # The addresses that lead nowhere, with the file of each.
    broken: set[tuple[str, str]] = field(default_factory=set)
    # The files to which links and frames lead, by the page that holds them.
    leads: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    # The files of the output that a page shows or plays in vain.
    unseen: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)  # those that a page or a style shows as images
    # What is wrong with the files of images that were looked at.
    image_diagnostics: dict[str, Diagnostic | None] = field(default_factory=dict)
    _reported: Counter[tuple[str, str]] = field(default_factory=Counter)
    _unplaced: dict[Diagnostic, list[str]] = field(default_factory=dict)

    @cached_property
    def files(self) -> frozenset[str]:
        """Return the files of the output, `/` between folders."""
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.output).as_posix() for path in paths)

    @cached_property
    def given_up(self) -> frozenset[str]:
        """Return the files of the content that are not published: what is wrong is reported."""
        lost = {it.name for it in self.site.rendered if save_as(it.path) not in self.files}
        left = (it.path for it in self.diagnostics.found if it.code == POSITION_LEFT.code)
        return self.site.broken | lost | {it.removeprefix(f"{self.site.label}/") for it in left}

    def may_lead_to_broken(self, path: str) -> bool:
        """Return whether an address may be that of a file that is not published."""
        return may_lead_to(self.given_up, path)

    @cached_property
    def own_files(self) -> frozenset[str]:
        """Return the files of the output that are files of the content, under the same names."""
        return self.files & frozenset(self.site.copied)

    @cached_property
    def pages(self) -> Pages:
        """Return the pages of the output that are looked at, by file, in order."""
        own = {*self.documents, *self.site.files.names}
        names = [name for name in self.with_ending(".html", ".htm") if name not in self.heavy]
        return Pages(Page(self.output, name) for name in unlike(names, own))

    @cached_property
    def heavy(self) -> dict[str, Diagnostic]:
        """Return what the pages published as they are ask too much, by file."""
        copied = [name for name in self.with_ending(".html", ".htm") if name in self.own_files]
        return heavy_pages(self.output, copied, self.renderer.loads)

    @cached_property
    def too_long(self) -> frozenset[str]:
        """Return the other files published as they are that are too long to be looked into."""
        return too_long_texts(self.output, self.own_files)

    @cached_property
    def redirects(self) -> frozenset[str]:
        """Return the files that only lead elsewhere, whatever the type of their addresses."""
        return frozenset(redirect.save_as for redirect in find_redirects(self.site, ""))

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Return the documents by the file of the output that each makes."""
        return {save_as(document.path): document for document in self.site.rendered}

    def is_in_french(self, page: Page) -> bool:
        """Return whether a page is in French: what its file says, or else the site's language."""
        document = self.documents.get(page.name)
        return document is None or document.is_french

    def is_styled(self, name: str) -> bool:
        """Return whether the site's own styles or scripts name a class."""
        return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.styles) is not None

    @cached_property
    def styles(self) -> str:
        """Return the site's own style sheets and scripts, and the texts that hold some."""
        sheets = (
            read_inside(self.output, name).decode("utf-8", "replace")
            for name in self.own_files - self.too_long
            if name.lower().endswith((".css", ".js"))
        )
        texts = (document.source.body for document in self.site.rendered)
        inner = (text for text in texts if "<style" in text or "<script" in text)
        return "\n".join([*sheets, *inner])

    def with_ending(self, *endings: str) -> list[str]:
        """Return the files to look into that end so, in order; the redirects are none."""
        names = self.files - self.redirects - self.too_long
        return sorted(name for name in names if name.lower().endswith(endings))

    def label(self, name: str) -> str:
        """Return a file of the output as a member knows it: its source, else its address."""
        if name in self.documents:
            return self.documents[name].source.label
        if name in self.site.files.names:
            return f"{self.site.label}/{name}"
        return path_of(name)

    def inner_path(self, url: str, page: Page) -> str | None:
        """Return where an address leads in the site, from its root; None when it leads outside.

        One that forgets the site's folder on its host begins with `/../`, where no file is.
        """
        base = unquote(base_path(self.siteurl))
        inner = inner_address(page.resolved(url), self.siteurl)
        if inner is None:
            return None
        path = unquote(inner[0])
        if not path:
            return page.address
        if not path.startswith("/"):
            path = posixpath.join(base + posixpath.dirname(page.address), path)
        slash = "/" if path.endswith(("/", "/.", "/..")) else ""
        path = posixpath.normpath("/" + path.lstrip("/")).rstrip("/") + slash
        return path.removeprefix(base) or "/" if is_below(path, base) else f"/..{path}"

    def target(self, path: str) -> str | None:
        """Return the file of the output that answers at a path, or None."""
        by_nfc = self._by_nfc
        return next((by_nfc[file] for file in files_at(nfc(path)) if file in by_nfc), None)

    @cached_property
    def _by_nfc(self) -> dict[str, str]:
        return {nfc(name): name for name in sorted(self.files)}

    def report(
        self,
        page: Page,
        diagnostic: Diagnostic,
        written: Iterable[str] = (),
        nth: int = 0,
        below: int = 0,
        is_address: bool = False,
        line: int = 0,
    ) -> None:
        """Report what is wrong in a page on the line where its author wrote it.

        Args:
            diagnostic: what is wrong, without its place.
            written: what may stand in the source, the most certain first; when none of it does,
                the fault is the theme's or a list's, and is reported once for all pages.
            nth: how many times it stands before, where it does; else the last is reported.
            below: how many lines after it the fault is.
            is_address: what is written is an address, even when it is one word.
            line: its line, when that is known otherwise.
        """
        self._reported[page.name, diagnostic.severity] += 1
        label = self.label(page.name)
        if self._reported[page.name, diagnostic.severity] > MOST_TOLD_OF_A_PAGE:
            self.add(UNCOUNTED.with_severity(diagnostic.severity).at(label))
            return
        line = line or line_in(self._parts(page), written, nth, is_address)
        if line:
            self.add(diagnostic.at(label, line + below))
        else:
            self._unplaced.setdefault(diagnostic, []).append(label)

    def until_enough(self, page: Page, found: Iterable[_T], severity: str = ERROR) -> Iterator[_T]:
        """Give what is to be looked at in a page, as long as what is wrong there will be kept."""
        for one in found:
            if self._reported[page.name, severity] > MOST_TOLD_OF_A_PAGE:
                return
            yield one

    @property
    def full(self) -> set[str]:
        """Return the sources of the pages in which no other error is looked for."""
        most = MOST_TOLD_OF_A_PAGE
        reported = (
            (name, count) for (name, kind), count in self._reported.items() if kind == ERROR
        )
        return {self.label(name) for name, count in reported if count > most}

    def source(self, page: Page) -> str:
        """Return what the author of a page wrote in it, its front matter left out; "" for none."""
        if document := self.documents.get(page.name):
            return document.source.body
        if page.name not in self.site.files.names:
            return ""
        if not is_style_sheet(page.name):
            return page.text
        # It may be published otherwise.
        return read_inside(self.site.files.root, page.name).decode("utf-8", "replace")

    def add_at(self, source: Source, text: str, place: int, diagnostic: Diagnostic) -> None:
        """Keep a fault of a source at a place of its body, or of a text with the same lines."""
        self.add(diagnostic.at(source.label, source.body_line + line_at(text, place)))

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep a fault; one that is an error already is no warning too."""
        if diagnostic.with_severity(ERROR) not in self.diagnostics:
            self.diagnostics.add(diagnostic)

    def report_unplaced(self) -> None:
        """Tell, once each, the diagnostics that stand in no source."""
        for diagnostic, labels in self._unplaced.items():
            first, *others = sorted(set(labels), key=lambda label: (label.startswith("/"), label))
            pages = "une autre page" if len(others) == 1 else f"{grouped(len(others))} autres pages"
            also = f" (de même dans {pages})" if others else ""
            self.add(replace(diagnostic, message=diagnostic.message + also).at(first))
        self._unplaced.clear()

    def _parts(self, page: Page) -> list[tuple[str, int]]:
        """Return what the author of a page wrote, in parts, each with its first line."""
        if document := self.documents.get(page.name):
            source = document.source
            return [(source.body, source.body_line), (f"---\n{source.front or ''}", 1)]
        return [(page.text, 1)] if page.name in self.site.files.names else []
