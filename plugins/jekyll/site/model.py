"""The whole site as its files say it, before anything is rendered.

Reading all of it first is what lets a page link to another, list the posts, and know its menu; and
what lets every fault be reported together. Pages and posts are `Document`s; the rest is copied.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any

from core.clock import Moment
from core.diagnostics import Diagnostics
from core.diagnostics.silence import Silences
from core.language import FRENCH, is_french
from jekyll.front_matter import Source, Value
from jekyll.front_matter.yaml_values import Data
from jekyll.site.config import FILE_NAME, SiteConfig
from jekyll.site.content_files import ContentFiles
from jekyll.site.document_keys import Metadata
from jekyll.site.pelican_keys import HIDDEN

MARKDOWN_ENDINGS = frozenset({".md", ".markdown", ".mkd", ".mkdn", ".mkdown"})
PAGE_ENDINGS = MARKDOWN_ENDINGS | {".html"}
# Other texts are documents when they have front matter: Jekyll runs their Liquid, no more.
TEXT_ENDINGS = frozenset({".css", ".js", ".json", ".txt", ".xml", ".svg", ".webmanifest"})

# What a new title or summary changes of a document; its metadata have both too.
_WORDS = frozenset(("title", "titled_by_text", "values", "source", "findings"))
_STYLES = "styles"  # a finding
CLOSED = "the site is loaded: change it when `site_loaded` is sent"


def is_style_sheet(name: str) -> bool:
    """Return whether a file of the content is one."""
    return name.lower().endswith(".css")


class Kind(Enum):
    """What a document is, hence where it is listed."""

    PAGE = "page"
    POST = "post"
    ITEM = "item"  # of a collection, such as _projects/
    TEXT = "text"  # a style sheet, a feed: no template, in no list


@dataclass(eq=False)
class Document:
    """A file that is rendered; only its text, title and summary change when it is saved again."""

    name: str  # its file, relative to the content folder
    kind: Kind
    source: Source
    metadata: Metadata  # the schema's keys, each with a value
    title: str  # plain text
    path: str  # its address, unescaped, beginning with `/`
    day: Moment | None = None  # the day of publication of a post; else None
    titled_by_text: bool = False  # its title is a heading of its own text
    # Its front matter as it is written, each key with its line.
    values: Mapping[str, Value] = field(default_factory=dict, repr=False)
    # The other keys, as data: they are the member's, a theme's, or another plugin's.
    own_keys: dict[str, Data] = field(default_factory=dict)
    # What the passes over its body found there, for its page's head; of the body as it was last
    # made.
    findings: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def is_home(self) -> bool:
        """Return whether the document is the front page."""
        return self.path == "/"

    @property
    def is_listed(self) -> bool:
        """Return whether lists and menus show it: `status: hidden` is published at its address."""
        return self.metadata.get("status") != HIDDEN

    def ask_style(self, name: str) -> None:
        """Have the page show its body with a style sheet of the theme's for what it holds."""
        self.findings.setdefault(_STYLES, set()).add(name)

    @property
    def styles(self) -> list[str]:
        """Return the style sheets that its body asks for."""
        return sorted(self.findings.get(_STYLES, ()))

    def differs_in_body_alone(self, again: Document) -> bool:
        """Return whether the same file, read again, says the same of itself to other pages."""
        made_of_body = {"findings": None}
        mine, other = (
            {**vars(one), "source": one.source.front, **made_of_body} for one in (self, again)
        )
        return mine == other

    def differs_in_words_alone(self, again: Document) -> bool:
        """Return whether the same file, read again, has changed but its title, summary and body."""

        def rest(one: Document) -> dict[str, Any]:
            metadata = {**one.metadata, "title": None, "resume": None}
            return {**vars(one), **dict.fromkeys(_WORDS), "metadata": metadata}

        return rest(self) == rest(again)

    def reword(self, again: Document) -> None:
        """Take the title and the summary of the same file, read again."""
        for name in _WORDS - {"source", "findings"}:
            setattr(self, name, getattr(again, name))
        self.metadata = again.metadata

    @property
    def lists_articles(self) -> bool:
        """Return whether its text lists the articles, by Liquid."""
        return not self.source.is_plain and self.source.holds("site.posts")

    @property
    def language(self) -> str:
        """Return the tag of the language that it is in."""
        return self.metadata.get("lang") or FRENCH

    @property
    def is_french(self) -> bool:
        """Return whether the document is in French: it says no other language."""
        return is_french(self.language)

    @property
    def is_markdown(self) -> bool:
        """Return whether the body is Markdown (else HTML, or a text)."""
        return posixpath.splitext(self.name)[1].lower() in MARKDOWN_ENDINGS


def _step(name: str) -> str:
    """Return what an address keeps of a file's name: one of its steps."""
    stem = posixpath.splitext(posixpath.basename(name))[0]
    if stem == "index":
        return posixpath.basename(posixpath.dirname(name)) or stem
    return re.sub(r"^\d+-\d+-\d+-", "", stem) if "_posts/" in f"/{name}" else stem


def may_lead_to(names: Iterable[str], path: str) -> bool:
    """Return whether an address may be that of one of some files."""
    steps = {*re.split(r"[/.]", path), *(["index"] if path == "/" else [])}
    return any(_step(name) in steps for name in names)


@dataclass
class Site:
    """All that a content folder publishes: read-only, but for what is left out until it is closed.

    Attributes:
        label: how messages name the folder.
        rendered: its documents, in order of file names; posts newest first, at the end.
        copied: the files that are published as they are.
        withheld: the documents left out until later: by file name, when they appear.
        drafts: the files that say that they are not to be published.
        broken: the files given up on; what is wrong with each is reported.
        read_again: returns the document of a file name as the file now is, or None; what is wrong
            with it is reported to the collector given along.
    """

    config: SiteConfig
    files: ContentFiles
    label: str
    rendered: tuple[Document, ...] = ()
    copied: tuple[str, ...] = ()
    withheld: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    drafts: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    read_again: Callable[[str, Diagnostics], Document | None] = field(
        default=lambda name, diagnostics: None,  # a site made by hand has no files
        repr=False,
    )
    _is_closed = False

    def of_kind(self, *kinds: Kind) -> list[Document]:
        """Return the documents of some kinds, in order."""
        return [document for document in self.rendered if document.kind in kinds]

    def withhold(self, document: Document, until: str = "") -> None:
        """Leave a document out; `until` says when it appears, where that is known."""
        place = self.rendered.index(document)
        self.rendered = self.rendered[:place] + self.rendered[place + 1 :]
        if until:
            self.withheld = MappingProxyType({**self.withheld, document.name: until})
        for computed in ("pages", "posts", "documents", "home"):
            self.__dict__.pop(computed, None)

    def set_aside(self, document: Document) -> None:
        """Leave out a document that is at fault: what is wrong with it is reported."""
        self.withhold(document)
        self.broken |= {document.name}

    def close(self) -> None:
        """End the changes: from now on, each is refused."""
        self._is_closed = True

    def __setattr__(self, name: str, value: object) -> None:
        if self._is_closed:
            raise RuntimeError(CLOSED)
        super().__setattr__(name, value)

    def may_lead_to_broken(self, path: str) -> bool:
        """Return whether an address may be that of a file that is set aside."""
        return may_lead_to(self.broken, path)

    @cached_property
    def pages(self) -> list[Document]:
        """Return the pages, candidates for the menu."""
        return self.of_kind(Kind.PAGE)

    @cached_property
    def posts(self) -> list[Document]:
        """Return the posts, newest first."""
        return self.of_kind(Kind.POST)

    @property
    def listed_posts(self) -> list[Document]:
        """Return the posts that lists show, newest first."""
        return [post for post in self.posts if post.is_listed]

    @property
    def silences(self) -> Silences:
        """Return the rules that its files do not want to be told of."""
        asked = {it.source.label: it.metadata.get("verification") for it in self.rendered}
        label = f"{self.label}/{FILE_NAME}"
        asked[label] = self.config.silence
        return Silences(label, {path: one for path, one in asked.items() if one})

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Return the documents by file name, once the site is loaded."""
        return {document.name: document for document in self.rendered}

    @cached_property
    def home(self) -> Document | None:
        """Return the front page."""
        return next((page for page in self.pages if page.is_home), None)
