"""The whole site as its files say it, before anything is rendered.

Reading all of it first is what lets a page link to another, list the posts, and know its menu; and
what lets every fault be told together. Pages and posts are `Document`s; the rest is copied.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from faults import ContentError, Faults
from front_matter import Schema, Source, parse_mapping, read_source
from scribouilli import schema, urls
from scribouilli.content_files import POSTS_FOLDER, ContentFiles, nfc, scan
from scribouilli.site_config import SiteConfig, read_config

MARKDOWN_ENDINGS = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".mkdown"})
PAGE_ENDINGS = MARKDOWN_ENDINGS | {".html"}
# jekyll-optional-front-matter: Markdown files that are never pages.
_NOT_PAGES = re.compile(r"(README|LICEN[CS]E|COPYING|CONTRIBUTING|CODE_OF_CONDUCT|HISTORY)\b", re.I)
_FIRST_HEADING = re.compile(
    r"\s*(?:#{1,3}[ \t]+(?P<atx>.+?)[ \t]*#*|(?P<setext>\S.*)\n[=-]+)[ \t]*$", re.M
)


@dataclass(frozen=True)
class Document:
    """A page or a post.

    Attributes:
        name: its file, relative to the content folder.
        source: its text.
        metadata: the schema's keys, each with a value.
        title: plain text.
        path: its address, unescaped, beginning with `/`.
        day: the day of publication; None for a page.
    """

    name: str
    source: Source
    metadata: dict[str, Any]
    title: str
    path: str
    day: date | datetime | None = None

    @property
    def is_post(self) -> bool:
        """Return whether the document is an article."""
        return self.day is not None

    @property
    def is_home(self) -> bool:
        """Return whether the document is the front page."""
        return self.path == "/"

    @property
    def is_markdown(self) -> bool:
        """Return whether the body is Markdown (else HTML)."""
        return posixpath.splitext(self.name)[1].lower() in MARKDOWN_ENDINGS


@dataclass
class Site:
    """All that a content folder publishes."""

    config: SiteConfig
    files: ContentFiles
    label: str
    pages: list[Document] = field(default_factory=list)
    posts: list[Document] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Return pages and posts by file name, once the site is loaded."""
        return {document.name: document for document in [*self.pages, *self.posts]}

    @property
    def home(self) -> Document | None:
        """Return the front page."""
        return next((page for page in self.pages if page.is_home), None)


def load_site(content: Path, label: str, faults: Faults, today: date) -> Site:
    """Read a content folder; what is wrong is told to `faults` and left out.

    Args:
        content: the folder.
        label: how messages name it (`content`).
        today: posts dated later are left out, as Jekyll does (`future: false`).
    """
    site = Site(read_config(content, label, faults), scan(content, label, faults), label)
    for name in site.files.names:
        try:
            _add(site, name, faults, today)
        except ContentError:
            continue
    site.posts.sort(key=_newest_first, reverse=True)
    _tell_collisions(site, faults)
    return site


def _newest_first(post: Document) -> tuple[date, str]:
    return (_calendar_day(post.day), posixpath.basename(post.name))


def _calendar_day(day: date | datetime) -> date:
    return day.date() if isinstance(day, datetime) else day


def _add(site: Site, name: str, faults: Faults, today: date) -> None:
    in_posts = name.startswith(f"{POSTS_FOLDER}/") or f"/{POSTS_FOLDER}/" in name
    ending = posixpath.splitext(name)[1].lower()
    if ending in PAGE_ENDINGS:
        label = f"{site.label}/{name}"
        source = read_source(site.files.root / name, label, faults)
        if in_posts:
            _add_post(site, name, source, faults, today)
        elif source.front is not None or _is_optional_page(name, ending):
            _add_page(site, name, source, faults)
        else:
            site.copied.append(name)
    elif not in_posts:
        site.copied.append(name)


def _is_optional_page(name: str, ending: str) -> bool:
    return ending in MARKDOWN_ENDINGS and not _NOT_PAGES.match(posixpath.basename(name))


def _metadata(source: Source, known: Schema, faults: Faults) -> dict[str, Any]:
    values = parse_mapping(source.front or "", source.label, faults, first_line=2)
    return known.read(values, source.label, faults)


def _add_page(site: Site, name: str, source: Source, faults: Faults) -> None:
    metadata = _metadata(source, schema.PAGE, faults)
    if not metadata["published"]:
        return
    stem = posixpath.splitext(posixpath.basename(name))[0]
    title = metadata["title"] or _first_heading(source.body) or stem
    path = urls.page_path(name, metadata["permalink"])
    site.pages.append(Document(name, source, metadata, title, path))


def _add_post(site: Site, name: str, source: Source, faults: Faults, today: date) -> None:
    stem = posixpath.splitext(posixpath.basename(name))[0]
    try:
        parsed = urls.parse_post_name(stem)
    except ValueError:
        cure = "Renommez le fichier, par exemple : 2026-03-12-titre.md."
        faults.add(source.label, 0, "la date de ce nom de fichier n'existe pas", cure)
        return
    if not parsed:
        faults.warn(
            source.label,
            0,
            "cet article n'est pas publié : son nom ne commence pas par une date",
            "Renommez-le, par exemple : 2026-03-12-titre.md.",
        )
        return
    metadata = _metadata(source, schema.POST, faults)
    day = metadata["date"] or parsed[0]
    if not metadata["published"] or _calendar_day(day) > today:
        return
    path = urls.post_path(_calendar_day(day), parsed[1], metadata["categories"])
    if metadata["permalink"]:
        path = urls.page_path(name, metadata["permalink"])
    title = metadata["title"] or parsed[1].replace("-", " ").title()
    site.posts.append(Document(name, source, metadata, title, path, day))


def _first_heading(body: str) -> str | None:
    found = _FIRST_HEADING.match(body)
    return (found["atx"] or found["setext"]).strip() if found else None


def _tell_collisions(site: Site, faults: Faults) -> None:
    """Tell every pair of files that would be published at one address."""
    taken: dict[str, str] = {}
    published = [(urls.save_as(d.path), d.name) for d in site.documents.values()]
    for target, name in sorted([*published, *((name, name) for name in site.copied)]):
        first = taken.setdefault(nfc(target), name)
        if first != name:
            faults.add(
                f"{site.label}/{name}",
                0,
                f"ce fichier et « {site.label}/{first} » ont la même adresse : "
                f"« /{target.removesuffix('index.html')} »",
                "Renommez l'un des deux, ou changez son permalink.",
            )
