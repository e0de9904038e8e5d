"""Reads one file of a content folder into a `Document`, by Jekyll's rules (the dialect)."""

from __future__ import annotations

import posixpath
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from core.clock import Day, Moment
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.files import IMPOSSIBLE_DATE_IN_NAME, POST_WITHOUT_A_DATE
from core.diagnostics.catalog.front_matter import DATE_READ_IN_UTC, DOUBTFUL_DATE
from core.french.dates import french_date
from core.plain_files import read_inside
from jekyll.addresses import urls
from jekyll.front_matter import Schema, Source, Value, parse_mapping, read_source
from jekyll.front_matter.yaml_values import Data
from jekyll.liquid.renderer import Scope
from jekyll.liquid.scope import SiteScope
from jekyll.reading.first_heading import title_of
from jekyll.reading.post_categories import report_cut_categories
from jekyll.site import schemas as schema
from jekyll.site.content_files import EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.document_keys import KeysAsWritten, Metadata
from jekyll.site.menu import LEGAL, bare_name
from jekyll.site.model import MARKDOWN_ENDINGS, PAGE_ENDINGS, TEXT_ENDINGS, Document, Kind, Site
from jekyll.site.pelican_keys import DRAFT, PELICAN, read_pelican_keys, report_addresses
from jekyll.site.post_dates import calendar_day, dated_name, post_moment
from jekyll.site.silenced_rules import report_lost_silences

# jekyll-optional-front-matter: Markdown files that are no pages unless they have front matter.
_NOT_PAGES = frozenset(
    """README LICENSE LICENCE COPYING CODE_OF_CONDUCT CONTRIBUTING ISSUE_TEMPLATE
    PULL_REQUEST_TEMPLATE""".split()
)
# Keys by which a page that every footer leads to asks for the menu too.
_ASK_FOR_THE_MENU = frozenset("order in_menu parent".split())


class DocumentReader:
    """Reads one file of a site: after `read`, its attributes say what it is.

    Attributes:
        document: the page or the post that it is; None for another file.
        is_copied: it is published as it is.
        is_draft: it says that it is not to be published.
        until: when it appears, of a post of a day to come; else "".
    """

    def __init__(
        self, site: Site, diagnostics: Diagnostics, today: Day, folders: Mapping[str, str]
    ):
        self.site, self.diagnostics, self.today = site, diagnostics, today
        self.folders = folders
        self._values: Mapping[str, Value] = {}
        self._own_keys: dict[str, Data] = {}
        self.document: Document | None = None
        self.is_copied = self.is_draft = False
        self.until = ""

    def read(self, name: str) -> None:
        """Read one file: a document, or a file to copy.

        Raises ContentError: it cannot be read; reported.
        """
        ending = posixpath.splitext(name)[1].lower()
        folder = self._own_folder(name)
        if ending not in PAGE_ENDINGS | TEXT_ENDINGS:
            self.is_copied = not folder
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
            self.is_copied = True

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
        return read_source(root, name, label, self.diagnostics)

    def _metadata(
        self,
        source: Source,
        known: Schema[Mapping[str, object]],
        more: Schema[KeysAsWritten] = PELICAN,
    ) -> Metadata:
        values = parse_mapping(source.front or "", source.label, self.diagnostics, first_line=2)
        report_lost_silences(values, source.label, self.diagnostics)
        if known is not schema.PAGE or more is PELICAN:  # no item of another's collection
            report_addresses(values, source.label, self.diagnostics)
        self._own_keys = known.others(values)
        self._values = known.named(values, source.label, self.diagnostics)
        read = known.read(self._values, source.label, self.diagnostics)
        zone = self.site.config.zone
        pelican_s = read_pelican_keys(values, more, zone, source.label, self.diagnostics)
        return cast(Metadata, {**pelican_s, **read})

    def _is_draft(self, metadata: Metadata) -> bool:
        """Return whether a file says that it is not to be published, and note it."""
        says_so = metadata["draft"] or metadata["brouillon"] or metadata["status"] == DRAFT
        self.is_draft = bool(says_so or not metadata["published"])
        return self.is_draft

    def _add_page(self, name: str, source: Source, ending: str) -> None:
        metadata = self._metadata(source, schema.PAGE)
        if self._is_draft(metadata):
            return
        in_footer = bare_name(name) in LEGAL and not self.site.config.names_jekyll
        if in_footer and _ASK_FOR_THE_MENU.isdisjoint(self._values):
            metadata["in_menu"] = False
        kind = Kind.PAGE if ending in PAGE_ENDINGS else Kind.TEXT
        page_ending = self.site.config.page_ending if kind is Kind.PAGE else ending
        path = urls.page_path(name, metadata["permalink"], page_ending)
        self._keep(Document(name, kind, source, metadata, stem_of(name), path))

    def _add_item(self, name: str, source: Source) -> None:
        folder, _, rest = name.partition("/")
        is_ours = folder.removeprefix("_") not in self.site.config.collections
        own = schema.EVENT_ITEM if folder == EVENTS_FOLDER else schema.ITEM
        metadata = self._metadata(source, own if is_ours else schema.PAGE, Schema())
        if not self._is_draft(metadata):
            stem, form = posixpath.splitext(rest)[0].rstrip("."), self.folders[folder]
            stem = stem.removesuffix("/index") if form.endswith("/") else stem
            path = urls.inside(form.format(name=stem))
            if metadata["permalink"]:
                path = urls.page_path(name, metadata["permalink"])
            title = urls.title_in(stem_of(name))
            self._keep(Document(name, Kind.ITEM, source, metadata, title, path))

    def _add_post(self, name: str, source: Source) -> None:
        parsed = self._post_name(name, source)
        if not parsed:
            return
        near = partial(post_moment, near=parsed[0])
        metadata = self._metadata(source, schema.POST.reading({"date": near}))
        day, slug = self._post_day(metadata, source) or parsed[0], parsed[1]
        if self._is_draft(metadata):
            return
        if calendar_day(day) > self.today:
            self.until = calendar_day(day).isoformat()
            return
        report_cut_categories(
            self._values.get("categories"),
            source.label,
            self.site.config.names_jekyll,
            self.diagnostics,
        )
        before = name.split(f"{POSTS_FOLDER}/", maxsplit=1)[0]
        metadata["categories"] = [*metadata["categories"], *filter(None, [metadata["category"]])]
        categories = [*filter(None, before.split("/")), *metadata["categories"]]
        words, form = metadata["slug"] or slug, metadata["permalink"] or self.site.config.permalink
        path = urls.post_path(calendar_day(day), words, categories, form)
        self._keep(Document(name, Kind.POST, source, metadata, urls.titleize(slug), path, day))

    def _keep(self, document: Document) -> None:
        """Keep a document, named as its file until its front matter or its text names it."""
        document.values, document.own_keys = self._values, self._own_keys
        own = "" if document.metadata["title"] else self._own_title(document)
        document.titled_by_text = bool(own)
        document.title = document.metadata["title"] or own or document.title
        self.document = document

    def _own_title(self, document: Document) -> str:
        """Return the title that a text gives itself; a page's at its beginning, as in Jekyll."""
        anywhere = document.kind in (Kind.POST, Kind.ITEM)
        config = self.site.config

        def scope() -> Scope:
            base = urls.base_path(config.siteurl)
            return SiteScope(self.site, config.siteurl, base).of(document)

        if document.kind is Kind.TEXT:
            return ""
        french = config.french_quotes and document.is_french
        return title_of(document.source.body, document.is_markdown, anywhere, scope, french)

    def _post_day(self, metadata: Metadata, source: Source) -> Moment | None:
        """Return the date of the front matter in the site's time zone."""
        written = metadata["date"]
        if not written:
            return None
        line = source.line_of_key("date")
        if written.in_ruby and self.site.config.names_jekyll:
            hint = written.doubt or f"Écrivez l'année en entier : {written.day:%d/%m/%Y}."
            written = replace(written, day=written.in_ruby, doubt=hint)
        if written.doubt:
            doubtful = DOUBTFUL_DATE(day=french_date(written.day), hint=written.doubt)
            self.diagnostics.add(doubtful.at(source.label, line))
        day = written.in_zone(self.site.config.zone)
        if written.is_supposed and calendar_day(day) != written.day:
            in_utc = DATE_READ_IN_UTC(day=calendar_day(day).isoformat())
            self.diagnostics.add(in_utc.at(source.label, line))
        return day

    def _post_name(self, name: str, source: Source) -> tuple[Day, str] | None:
        try:
            parsed = urls.parse_post_name(stem_of(name))
        except ValueError:
            self.diagnostics.add(IMPOSSIBLE_DATE_IN_NAME().at(source.label))
            return None
        if not parsed:
            better = dated_name(name)
            hint = f"Renommez-le {better}." if better else None
            self.diagnostics.add(POST_WITHOUT_A_DATE(hint=hint).at(source.label))
        return parsed


def _has_fence(root: Path, name: str) -> bool:
    try:
        head = read_inside(root, name, 64)
    except OSError:
        return False
    return head.removeprefix(BOM_UTF8).lstrip().startswith((b"---", b"+++"))


def stem_of(name: str) -> str:
    """Return the name of a file, without its folder nor its ending."""
    return posixpath.splitext(posixpath.basename(name))[0]


def _is_optional_page(name: str, ending: str) -> bool:
    return ending in MARKDOWN_ENDINGS and stem_of(name).upper() not in _NOT_PAGES
