"""The files of a site as who writes lists them, and the names that its forms suggest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from content_types.commons.actor import Commons
from content_types.events.plugin import Events
from core.clock import ZONE, Moment
from core.diagnostics import ContentError, Diagnostics
from editor.files.mentions import mentions
from editor.files.names import is_document, is_image, kind_of
from editor.forms import known
from jekyll.addresses.urls import title_in
from jekyll.front_matter import parse_mapping, read_source
from jekyll.plugin.extension_points import SiteContext
from jekyll.reading.document_reader import stem_of
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, scan
from jekyll.site.model import Document

_TITLES = ("title", "titre", "nom", "name")


def site_listing(context: SiteContext | None, root: Path) -> dict[str, Any]:
    """Return what a content folder holds, as plain data for JSON.

    Args:
        context: the site; None when what is wrong keeps it from being one.
        root: the folder.

    Returns:
        `fichiers`, each with `name`, `kind`, `title`, `date`, `published` and `address`, and with
        `mentions`, the files that its text may name, if any; `images` and `documents`; `racine`,
        the address of the home page; `connus`, what forms suggest; `zone`, that of the site's
        dates.
    """
    ours = (EVENTS_FOLDER, COMMONS_FOLDER)
    names = context.site.files.names if context else scan(root, "", Diagnostics(), ours).names
    zone = context.site.config.timezone if context else None
    files = list(_files(context, root, names))
    documents = {it.name: it for it in context.site.rendered} if context else {}
    named = mentions({it["name"]: _text(documents.get(it["name"])) for it in files})
    for one in files:
        if one["name"] in named:
            one["mentions"] = named[one["name"]]
    return {
        "fichiers": files,
        "images": [name for name in names if is_image(name)],
        "documents": [name for name in names if is_document(name)],
        "racine": context.href("/") if context else "/",
        "connus": known(context.site) if context else {},
        "zone": (zone or ZONE).key,
    }


def _files(
    context: SiteContext | None, root: Path, names: Iterable[str]
) -> Iterator[dict[str, Any]]:
    copied = set(context.site.copied) if context else set()
    drafts = context.site.drafts if context else set()
    documents = {it.name: it for it in context.site.rendered} if context else {}
    for name in names:
        kind, document = kind_of(name), documents.get(name)
        if kind and name not in copied:
            yield {
                "name": name,
                "kind": kind,
                "title": _title(context, document) if document else _written_title(root, name),
                "date": _day(context, document) if document else None,
                "published": name not in drafts,
                "address": context.href(document.path) if context and document else None,
            }


def _text(document: Document | None) -> str:
    """Return the text of a file that the site takes."""
    return f"{document.source.front}\n{document.source.body}" if document else ""


def _title(context: SiteContext | None, document: Document) -> str:
    commons = context.get(Commons) if context else Commons()
    actor = commons.actors.get(document.name)
    universe = commons.universes.get(document.name)
    return actor.name if actor else universe.title if universe else document.title


def _written_title(root: Path, name: str) -> str:
    """Return the title that a file gives itself, of one that the site leaves out."""
    diagnostics = Diagnostics()
    try:
        source = read_source(root, name, name, diagnostics)
        values = parse_mapping(source.front or "", name, diagnostics, first_line=2)
    except ContentError:
        values = {}
    written = (values[key].content for key in _TITLES if key in values)
    return next((it for it in written if isinstance(it, str) and it), title_in(stem_of(name)))


def _day(context: SiteContext | None, document: Document) -> str | None:
    """Return when an event begins, or the day of a piece of news."""
    event = context.get(Events).by_name.get(document.name) if context else None
    return _written_day(event.first.start if event else document.day)


def _written_day(day: Moment | None) -> str | None:
    if isinstance(day, datetime):
        return day.strftime("%Y-%m-%dT%H:%M")
    return day.isoformat() if day else None
