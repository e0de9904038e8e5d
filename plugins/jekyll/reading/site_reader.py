"""Reads a content folder into a `Site`, by Jekyll's rules (the dialect, sections 1, 2 and 5)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from core.clock import Day
from core.diagnostics import ContentError, Diagnostic, Diagnostics
from core.diagnostics.catalog.site import SITE_WITHOUT_A_FRONT_PAGE, SITE_WITHOUT_A_PAGE
from core.known import Known
from jekyll.reading.document_reader import DocumentReader, stem_of
from jekyll.reading.parse_cache import ParseCache, Reading
from jekyll.site.config import SiteConfig, read_config
from jekyll.site.content_files import scan
from jekyll.site.model import PAGE_ENDINGS, Document, Kind, Site
from jekyll.site.post_dates import calendar_day

_NAMES_OF_HOME = frozenset("index accueil acceuil home".split())
_ENDINGS = {".htm": ".html"}
Readings = Known[str, Reading]  # by file name


def _one_by_one(names: list[str], act: Callable[[str], None], _: Readings) -> None:
    for name in names:
        act(name)


def load_site(
    content: Path,
    label: str,
    diagnostics: Diagnostics,
    today: Day,
    collections: Mapping[str, str] | None = None,
    parse_cache: ParseCache | None = None,
    config: SiteConfig | None = None,
    share_out: Callable[[list[str], Callable[[str], None], Readings], object] = _one_by_one,
) -> Site:
    """Read a content folder; what is wrong is reported to `diagnostics` and left out.

    Args:
        today: posts dated later are left out, as Jekyll does (`future: false`).
        collections: our own collections, by folder without its `_`: the form of their addresses,
            in which `{name}` is a file's name without its ending. In a form that ends with
            `/`, a folder's `index` has the folder's name.
        parse_cache: what the files were read as before; the same ones are not read again.
        config: what the site says of itself, where that is read already.
        share_out: acts on each name, perhaps in several processes, and brings the readings back.
    """
    config = config or read_config(content, label, diagnostics)
    folders = {f"_{name}": form for name, form in (collections or {}).items()}
    for name in config.collections:
        folders.setdefault(f"_{name}", f"/{name}/{{name}}{config.page_ending}")
    files = scan(content, label, diagnostics, folders, config.entries)
    read = partial(_read, Site(config, files, label), today, folders)
    if parse_cache:
        parse_cache.start((content, label, today, folders, config), files.names)
    readings = Readings()

    def add(name: str) -> None:
        path = content / name
        readings[name] = parse_cache.take(name, path, read) if parse_cache else read(name)

    share_out(files.names, add, readings)
    found = {name: readings[name] for name in files.names}
    for reading in found.values():
        diagnostics.merge(list(reading.diagnostics))
    documents = [reading.document for reading in found.values() if reading.document]
    site = Site(
        config,
        files,
        label,
        rendered=tuple(sorted(documents, key=_newest_first)),
        copied=tuple(name for name, reading in found.items() if reading.is_copied),
        withheld=MappingProxyType(
            {name: reading.until for name, reading in found.items() if reading.until}
        ),
        drafts=frozenset(name for name, reading in found.items() if reading.is_draft),
        broken=frozenset(name for name, reading in found.items() if reading.is_broken),
        read_again=partial(_read_again, read),
    )
    has_raw_page = any(name.endswith((".html", ".htm")) for name in site.copied)
    if not site.rendered and not has_raw_page and not diagnostics.errors:
        diagnostics.add(SITE_WITHOUT_A_PAGE().at(label))
    elif not site.home and not _has_raw_home(site):
        diagnostics.add(_without_front_page(site))
    return site


def _without_front_page(site: Site) -> Diagnostic:
    """Return that there is none, and which file is meant when its name is nearly right."""
    missing = SITE_WITHOUT_A_FRONT_PAGE()
    for name in site.files.names:
        stem, ending = posixpath.splitext(name.lower())
        if stem in _NAMES_OF_HOME and ending in (*PAGE_ENDINGS, ".htm"):
            hint = f"Renommez ce fichier index{_ENDINGS.get(ending, ending)}."
            return replace(missing, hint=hint).at(f"{site.label}/{name}")
    return missing.at(site.label)


def _has_raw_home(site: Site) -> bool:
    """Return whether a file that is no document is the front page: as it is, or once mended."""
    return "index.html" in site.copied or any(stem_of(name) == "index" for name in site.broken)


def _read(site: Site, today: Day, folders: Mapping[str, str], name: str) -> Reading:
    """Read one file of a site, which is left as it is."""
    diagnostics, is_broken = Diagnostics(), False
    reader = DocumentReader(site, diagnostics, today, folders)
    try:
        reader.read(name)
    except ContentError:
        is_broken = True
    reported = tuple(diagnostics.found)
    return Reading(
        reader.document, reader.is_copied, is_broken, reported, reader.until, reader.is_draft
    )


def _read_again(
    read: Callable[[str], Reading], name: str, diagnostics: Diagnostics
) -> Document | None:
    """Return a document of a site as its file now is; None when it is no document any more."""
    reading = read(name)
    diagnostics.merge(list(reading.diagnostics))
    return reading.document


def _newest_first(document: Document) -> tuple[bool, int, list[int]]:
    """Keep the order of documents, and put posts last, by day and file name downwards."""
    day = document.day
    if document.kind is not Kind.POST or day is None:
        return (False, 0, [])
    moment = day if isinstance(day, datetime) else None
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second if moment else 0
    newest = -(calendar_day(day).toordinal() * 86400 + seconds)
    return (True, newest, [-ord(character) for character in document.name] + [1])
