"""Pelican's reader of the dialect: hands over what the site model has read already."""

from __future__ import annotations

import posixpath
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from scribouilli.render import Renderer
from scribouilli.site import Document, Kind
from scribouilli.urls import base_path, quote_path, save_as

# A page written in HTML that names no layout comes out as it is (section 2 of the dialect).
RAW_TEMPLATE = "raw"


class DialectReader(BaseReader):
    """Reads the documents of `settings["DIALECT_SITE"]` through `settings["DIALECT_RENDERER"]`."""

    file_extensions = ()  # the glue names them; BaseReader's own would take the static files

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body and the metadata of one file."""
        root = self.settings["DIALECT_SITE"].files.root
        name = Path(source_path).relative_to(root).as_posix()
        document = self.settings["DIALECT_SITE"].documents[name]
        base = base_path(self.settings["SITEURL"])
        return read_document(document, self.settings["DIALECT_RENDERER"], base)


def read_document(document: Document, renderer: Renderer, base: str) -> tuple[str, dict[str, Any]]:
    """Return the body and Pelican's metadata of a document."""
    body = renderer.body(document)
    metadata: dict[str, Any] = {
        "title": document.title,
        "description": document.metadata["description"],
        "url": quote_path(document.path).lstrip("/"),
        "save_as": save_as(document.path),
        "href": base + quote_path(document.path),
        "slug": posixpath.splitext(document.name)[0],
        "prints_title": not body.has_title,
        "is_home": document.is_home,
        "status": "published",
    }
    if document.day is not None:
        metadata["date"] = _as_datetime(document.day)
    if document.kind is Kind.PAGE and not document.is_markdown and not document.metadata["layout"]:
        metadata["template"] = RAW_TEMPLATE
    return body.html, metadata


def _as_datetime(day: date | datetime) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
