"""Pelican's reader of the dialect: hands over what the site model has read already."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import datetime, time, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.contents import Article
from pelican.readers import BaseReader
from pelican.urlwrappers import URLWrapper
from pelican.utils import slugify

from core.clock import Moment
from jekyll.addresses.urls import quote_path, save_as
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.plugin.own_template import own_template
from jekyll.site.model import Document, Kind

# A page written in HTML that names no layout comes out as it is (section 2 of the dialect).
RAW_TEMPLATE = "raw"
# What Pelican makes objects of, with an address each.
_NAMED = {"tags", "category", "authors"}
# What a content of Pelican's, or of our plugins', has already.
_TAKEN = set(dir(Article)) | set(
    """content prints_title title_id settings translations template status url save_as href slug
    date modified category tags author authors summary lang metadata source_path
    relative_source_path locale_date locale_modified date_format timezone in_default_lang
    default_status reader filename is_home way shelves organisers actor universe commons
    event_view structured_data share_picture lead_image language previous_link next_link
    override_url override_save_as""".split()
)


class DialectReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads the documents of the site's context."""

    file_extensions = ()  # the plugin names them; BaseReader's own would take the static files

    def __init__(self, settings: dict[str, Any]):
        super().__init__(settings)
        self._known: dict[tuple[type, str], URLWrapper] = {}

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return no text, and the metadata of one file: `deferred_content` gives the text."""
        context = site_context(self.settings)
        name = Path(source_path).relative_to(context.site.files.root).as_posix()
        metadata = read_metadata(context.site.documents[name], context)
        for key in _NAMED & metadata.keys():
            named = self.process_metadata(key, metadata[key])
            many = isinstance(named, list)
            metadata[key] = list(map(self._shared, named)) if many else self._shared(named)
        return "", metadata

    def _shared(self, one: URLWrapper) -> URLWrapper:
        """Return the one object of this run for a name: each object works its slug out anew."""
        known = self._known.setdefault((type(one), one.name), one)
        return with_slug(one, self.settings) if known is one else known


def read_metadata(document: Document, context: SiteContext) -> dict[str, Any]:
    """Return Pelican's metadata of a document, and those that our plugins add."""
    written = document.metadata
    metadata: dict[str, Any] = {
        "title": document.title,
        "description": written["resume"],
        "url": quote_path(document.path).lstrip("/"),
        "save_as": save_as(document.path),
        "href": context.href(document.path),
        "slug": _slug(document),
        "is_home": document.is_home,
        "status": "published" if document.is_listed else "hidden",
    }
    if document.day is not None:
        metadata["date"] = _as_datetime(document.day, context.site.config.zone)
    if written["resume"]:
        metadata["summary"] = summary_of(document)
    given = {
        "tags": written.get("tags"),
        "authors": written.get("auteur"),
        "lang": written.get("lang"),
    }
    metadata |= {name: value for name, value in given.items() if value}
    if written["modified"]:
        metadata["modified"] = _as_datetime(written["modified"], context.site.config.zone)
    # Pelican gives its default only where it writes the pages of categories; themes count on one.
    categories = [*written.get("categories", ()), context.settings.get("DEFAULT_CATEGORY")]
    if category := next(filter(None, categories), None):
        metadata["category"] = category
    metadata |= context.metadata_of(document)
    if (folder := _folder(document, context.settings)) and not written.get("categories"):
        metadata["category"] = folder
    if document.kind is Kind.PAGE and not document.is_markdown and not written["layout"]:
        metadata["template"] = RAW_TEMPLATE
    if template := own_template(document, context.settings, context.diagnostics):
        metadata["template"] = template
    return _own_keys(document) | metadata


def summary_of(document: Document) -> str:
    """Return the summary that a document gives itself, perhaps ""; Pelican's is HTML."""
    return str(escape(document.metadata["resume"] or ""))


def _own_keys(document: Document) -> dict[str, Any]:
    """Return the member's other keys: Pelican makes attributes of them, which may hide none."""
    return {
        key: value
        for key, value in document.own_keys.items()
        if key.isidentifier() and not key.startswith("_") and key not in _TAKEN
    }


def _folder(document: Document, settings: Mapping[str, Any]) -> str:
    """Return the folder that names a category, as Pelican does when it is asked to, or "".

    Those of Jekyll's that begin with `_` say of what kind their files are, not of what subject.
    """
    folder = posixpath.basename(posixpath.dirname(document.name))
    return folder if settings["USE_FOLDER_AS_CATEGORY"] and not folder.startswith("_") else ""


def _slug(document: Document) -> str:
    """Return the last name of the document's address; that of its file for the front page."""
    last = posixpath.basename(document.path.rstrip("/")) or posixpath.basename(document.name)
    return posixpath.splitext(last)[0]


def _as_datetime(day: Moment, zone: tzinfo) -> datetime:
    """Return when a day begins in a zone."""
    return day if isinstance(day, datetime) else datetime.combine(day, time(), zone)


NO_SLUG = "autres"  # of a name without a letter, as in the addresses of `news`


def with_slug(one: URLWrapper, settings: Mapping[str, Any]) -> URLWrapper:
    """Give a name its slug where Pelican would make none, and say so in English."""
    kind, common = type(one).__name__.upper(), settings["SLUG_REGEX_SUBSTITUTIONS"]
    rules = settings.get(f"{kind}_REGEX_SUBSTITUTIONS", common)
    if not _has_slug(one.name, tuple(map(tuple, rules)), bool(settings["SLUGIFY_USE_UNICODE"])):
        one.slug = NO_SLUG
    return one


@lru_cache(maxsize=1024)
def _has_slug(name: str, rules: tuple[Any, ...], use_unicode: bool) -> bool:
    return bool(slugify(name, regex_subs=rules, use_unicode=use_unicode))
