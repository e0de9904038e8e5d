"""Reads a content folder into a `Site`, by Jekyll's rules (the dialect, sections 1, 2 and 5)."""

from __future__ import annotations

import posixpath
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from faults import ContentError, Faults
from front_matter import Schema, Source, parse_mapping, read_source
from plain_files import read_inside
from scribouilli import schema, urls
from scribouilli.content_files import POSTS_FOLDER, scan
from scribouilli.first_heading import title_of
from scribouilli.liquid import Scope
from scribouilli.liquid_scope import SiteScope
from scribouilli.post_dates import calendar_day
from scribouilli.readings import Reading, Readings
from scribouilli.site import MARKDOWN_ENDINGS, PAGE_ENDINGS, TEXT_ENDINGS, Document, Kind, Site
from scribouilli.site_config import read_config

# jekyll-optional-front-matter: Markdown files that are no pages unless they have front matter.
_NOT_PAGES = frozenset(
    """README LICENSE LICENCE COPYING CODE_OF_CONDUCT CONTRIBUTING ISSUE_TEMPLATE
    PULL_REQUEST_TEMPLATE""".split()
)


def load_site(
    content: Path,
    label: str,
    faults: Faults,
    today: date,
    collections: Mapping[str, str] | None = None,
    readings: Readings | None = None,
) -> Site:
    """Read a content folder; what is wrong is told to `faults` and left out.

    Args:
        content: the folder.
        label: how messages name it (`content`).
        today: posts dated later are left out, as Jekyll does (`future: false`).
        collections: our own collections, by folder without its `_`: the form of their addresses,
            in which `{name}` is a file's name without its ending. In a form that ends with
            `/`, a folder's `index` has the folder's name.
        readings: what the files were read as before; those that are the same are not read again.
    """
    config = read_config(content, label, faults)
    folders = {f"_{name}": form for name, form in (collections or {}).items()}
    for name in config.collections:
        folders.setdefault(f"_{name}", f"/{name}/{{name}}{config.page_ending}")
    site = Site(config, scan(content, label, faults, folders, config.entries), label)
    read = partial(_read, site, today, folders)
    site.read_again = partial(_read_again, read)
    if readings:
        readings.start((content, label, today, folders, config), site.files.names)
    for name in site.files.names:
        reading = readings.take(name, content / name, read) if readings else read(name)
        reading.add_to(site, name, faults)
    site.rendered.sort(key=_newest_first)
    has_raw_page = any(name.endswith((".html", ".htm")) for name in site.copied)
    if not site.rendered and not has_raw_page and not faults.errors:
        faults.add(label, 0, "ce dossier ne contient aucune page", "Vérifiez que c'est le bon.")
    elif not site.home and not _has_raw_home(site):
        faults.warn(label, 0, "ce site n'a pas de page d'accueil", "Écrivez-la dans index.md.")
    return site


def _has_raw_home(site: Site) -> bool:
    """Return whether a file that is no document is the front page: as it is, or once mended."""
    return "index.html" in site.copied or any(_stem(name) == "index" for name in site.broken)


def _read(site: Site, today: date, folders: Mapping[str, str], name: str) -> Reading:
    """Read one file of a site, which is left as it is."""
    beside, faults = Site(site.config, site.files, site.label), Faults()
    is_broken = False
    try:
        _SiteReader(beside, faults, today, folders).add(name)
    except ContentError:
        is_broken = True
    document = next(iter(beside.rendered), None)
    until = beside.withheld.get(name, "")
    told, is_draft = tuple(faults.found), bool(beside.drafts)
    return Reading(document, bool(beside.copied), is_broken, told, until, is_draft)


def _read_again(read: Callable[[str], Reading], name: str, faults: Faults) -> Document | None:
    """Return a document of a site as its file now is; None when it is no document any more."""
    reading = read(name)
    faults.merge(list(reading.faults))
    return reading.document


def _newest_first(document: Document) -> tuple:
    """Keep the order of documents, and put posts last, by day and file name downwards."""
    if document.kind is not Kind.POST:
        return (False, 0, ())
    moment = document.day if isinstance(document.day, datetime) else None
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second if moment else 0
    newest = -(calendar_day(document.day).toordinal() * 86400 + seconds)
    return (True, newest, [-ord(character) for character in document.name] + [1])


class _SiteReader:
    """Adds the files of a folder to a site, one after the other."""

    def __init__(self, site: Site, faults: Faults, today: date, folders: Mapping[str, str]):
        self.site, self.faults, self.today = site, faults, today
        self.folders = folders
        self._own_keys: dict[str, Any] = {}

    def add(self, name: str) -> None:
        """Add one file: a document, or a file to copy.

        Raises:
            ContentError: it cannot be read; told.
        """
        ending = posixpath.splitext(name)[1].lower()
        folder = self._own_folder(name)
        if ending not in PAGE_ENDINGS | TEXT_ENDINGS:
            if not folder:
                self.site.copied.append(name)
            return
        source = self._source(name, ending)
        if folder == POSTS_FOLDER:
            if ending in PAGE_ENDINGS:
                self._add_post(name, source)
        elif folder and source.front is not None:
            self._add_item(name, source)
        elif source.front is not None or _is_optional_page(name, ending):
            self._add_page(name, source, ending)
        elif not folder:
            self.site.copied.append(name)

    def _own_folder(self, name: str) -> str:
        """Return the collection of a file, or the folder of posts, or ""."""
        first, *others = posixpath.dirname(name).split("/")
        if first in self.folders:
            return first
        return POSTS_FOLDER if POSTS_FOLDER in (first, *others) else ""

    def _source(self, name: str, ending: str) -> Source:
        root, label = self.site.files.root, f"{self.site.label}/{name}"
        if ending not in MARKDOWN_ENDINGS and not _has_fence(root, name):
            return Source(label, None, "", 1)  # copied as it is, whatever its encoding
        return read_source(root, name, label, self.faults)

    def _metadata(self, source: Source, known: Schema) -> dict[str, Any]:
        values = parse_mapping(source.front or "", source.label, self.faults, first_line=2)
        self._own_keys = known.others(values)
        return known.read(values, source.label, self.faults)

    def _is_draft(self, name: str, metadata: dict[str, Any]) -> bool:
        """Return whether a file says that it is not to be published, and note it."""
        is_draft = not metadata["published"] or metadata["draft"] or metadata["brouillon"]
        if is_draft:
            self.site.drafts.add(name)
        return is_draft

    def _add_page(self, name: str, source: Source, ending: str) -> None:
        metadata = self._metadata(source, schema.PAGE)
        if self._is_draft(name, metadata):
            return
        kind = Kind.PAGE if ending in PAGE_ENDINGS else Kind.TEXT
        page_ending = self.site.config.page_ending if kind is Kind.PAGE else ending
        path = urls.page_path(name, metadata["permalink"], page_ending)
        self._keep(Document(name, kind, source, metadata, _stem(name), path))

    def _add_item(self, name: str, source: Source) -> None:
        metadata = self._metadata(source, schema.PAGE)
        if not self._is_draft(name, metadata):
            folder, _, rest = name.partition("/")
            stem, form = posixpath.splitext(rest)[0].rstrip("."), self.folders[folder]
            stem = stem.removesuffix("/index") if form.endswith("/") else stem
            path = urls.inside(form.format(name=stem))
            if metadata["permalink"]:
                path = urls.page_path(name, metadata["permalink"])
            title = urls.title_in(_stem(name))
            self._keep(Document(name, Kind.ITEM, source, metadata, title, path))

    def _add_post(self, name: str, source: Source) -> None:
        parsed = self._post_name(name, source)
        if not parsed:
            return
        metadata = self._metadata(source, schema.POST)
        day, slug = self._post_day(metadata, source) or parsed[0], parsed[1]
        if self._is_draft(name, metadata):
            return
        if calendar_day(day) > self.today:
            self.site.withheld[name] = calendar_day(day).isoformat()
            return
        before = name.split(f"{POSTS_FOLDER}/", maxsplit=1)[0]
        metadata["categories"] = [*metadata["categories"], *filter(None, [metadata["category"]])]
        categories = [*filter(None, before.split("/")), *metadata["categories"]]
        words, form = metadata["slug"] or slug, metadata["permalink"] or self.site.config.permalink
        path = urls.post_path(calendar_day(day), words, categories, form)
        self._keep(Document(name, Kind.POST, source, metadata, urls.titleize(slug), path, day))

    def _keep(self, document: Document) -> None:
        """Keep a document, named as its file until its front matter or its text names it."""
        document.own_keys = self._own_keys
        own = "" if document.metadata["title"] else self._own_title(document)
        document.titled_by_text = bool(own)
        document.title = document.metadata["title"] or own or document.title
        self.site.rendered.append(document)

    def _own_title(self, document: Document) -> str:
        """Return the title that a text gives itself; a page's at its beginning, as in Jekyll."""
        anywhere = document.kind in (Kind.POST, Kind.ITEM)
        config = self.site.config

        def scope() -> Scope:
            base = urls.base_path(config.siteurl)
            return SiteScope(self.site, config.siteurl, base).of(document)

        if document.kind is Kind.TEXT:
            return ""
        return title_of(document.source.body, document.is_markdown, anywhere, scope)

    def _post_day(self, metadata: Mapping[str, Any], source: Source) -> date | datetime | None:
        """Return the date of the front matter in the site's time zone."""
        written = metadata["date"]
        if not written:
            return None
        day = written.in_zone(self.site.config.zone)
        if written.is_supposed and calendar_day(day) != written.day:
            line = source.line_of_key("date")
            read = calendar_day(day).isoformat()
            message = f"cette date est lue en heure UTC : ici, l'article est du {read}"
            cure = "Écrivez le décalage, par exemple +0100, ou retirez les secondes."
            self.faults.warn(source.label, line, message, cure)
        return day

    def _post_name(self, name: str, source: Source) -> tuple[date, str] | None:
        try:
            parsed = urls.parse_post_name(_stem(name))
        except ValueError:
            cure = "Renommez le fichier, par exemple : 2026-03-12-titre.md."
            self.faults.add(source.label, 0, "la date de ce nom de fichier n'existe pas", cure)
            return None
        if not parsed:
            message = "cet article n'est pas publié : son nom ne commence pas par une date"
            cure = "Renommez-le, par exemple : 2026-03-12-titre.md."
            self.faults.warn(source.label, 0, message, cure)
        return parsed


def _has_fence(root: Path, name: str) -> bool:
    try:
        head = read_inside(root, name, 64)
    except OSError:
        return False
    return head.removeprefix(BOM_UTF8).lstrip().startswith((b"---", b"+++"))


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


def _is_optional_page(name: str, ending: str) -> bool:
    return ending in MARKDOWN_ENDINGS and _stem(name).upper() not in _NOT_PAGES
