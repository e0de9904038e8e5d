"""Pelican's reader of the dialect: hands over what the site model has read already."""

from __future__ import annotations

import posixpath
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.contents import Content
from pelican.readers import BaseReader

from scribouilli.site import Document, Kind
from scribouilli.urls import base_path, quote_path, save_as

# A page written in HTML that names no layout comes out as it is (section 2 of the dialect).
RAW_TEMPLATE = "raw"


class DialectReader(BaseReader):
    """Reads the documents of `settings["DIALECT_SITE"]` through `settings["DIALECT_RENDERER"]`."""

    file_extensions = ()  # the glue names them; BaseReader's own would take the static files

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return no text, and the metadata of one file: `show_body` gives the text."""
        root = self.settings["DIALECT_SITE"].files.root
        name = Path(source_path).relative_to(root).as_posix()
        document = self.settings["DIALECT_SITE"].documents[name]
        base = base_path(self.settings["SITEURL"])
        zone = self.settings["DIALECT_SITE"].config.timezone
        return "", read_metadata(document, base, zone)


def show_body(content: Content) -> None:
    """Give a content of Pelican's its `body`, HTML, and whether its template `prints_title`.

    Pelican's own `content` stays empty: it would hold every body of the site from the beginning,
    when a page needs its own alone, at the moment it is made.
    """
    settings = content.settings
    document = settings["DIALECT_SITE"].documents[content.relative_source_path]
    body = settings["DIALECT_RENDERER"].body(document)
    content.body, content.prints_title = Markup(body.html), not body.has_title
    content.title_id = body.title_id


def read_metadata(document: Document, base: str, zone: tzinfo | None = None) -> dict[str, Any]:
    """Return Pelican's metadata of a document; a day begins in a zone, or in `TIMEZONE`."""
    metadata: dict[str, Any] = {
        "title": document.title,
        "description": document.metadata["description"],
        "url": quote_path(document.path).lstrip("/"),
        "save_as": save_as(document.path),
        "href": base + quote_path(document.path),
        "slug": posixpath.splitext(document.name)[0],
        "is_home": document.is_home,
        "status": "published",
    }
    if document.day is not None:
        metadata["date"] = _as_datetime(document.day, zone)
    if document.kind is Kind.PAGE and not document.is_markdown and not document.metadata["layout"]:
        metadata["template"] = RAW_TEMPLATE
    return metadata


def _as_datetime(day: date | datetime, zone: tzinfo | None) -> datetime:
    return day if isinstance(day, datetime) else datetime.combine(day, time(), zone)
