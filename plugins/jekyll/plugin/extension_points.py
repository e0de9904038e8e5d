"""What a plugin may hook into, beside Pelican's own signals. Read this file, then write yours.

A plugin connects to `site_loaded`: its receiver gets the `SiteContext` of the site just read, looks
at it, and adds what is its own. Then the context is closed, and generators, whose settings lead to
it (`site_context`), only read it. Each run of Pelican has a context of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pelican.plugins.signals import signal  # blinker's, its receivers in order

from core.diagnostics import Diagnostics
from jekyll.addresses.urls import base_path, quote_path
from jekyll.plugin.plugin_order import NoSite
from jekyll.rendering.renderer import BodyPass, PlainPass, Renderer
from jekyll.site.model import CLOSED, Document, Kind, Site

if TYPE_CHECKING:
    from engine.deferred_writer.workers import Gathered
    from jekyll.linking.redirects import Redirect

# Sent with the `SiteContext`, in the order of PLUGINS, before the diagnostics told stop the build.
site_loaded = signal("site_loaded")

T = TypeVar("T")
KEY = "SITE_CONTEXT"


@dataclass(frozen=True)
class Generated:
    """A page or a file that a plugin writes from no file of its own."""

    path: str  # its address, beginning with `/`
    what: str  # what it is, in French, for the message on two sources of one address
    menu_title: str = ""  # its title in the menu, or "" to stay out of it
    menu_order: float | int | None = None  # its place there, as `order` of a page; None for the end
    is_listed: bool = True  # search engines may find it


class Change(NamedTuple):
    """What a plugin by others has made of a document that links name by its address."""

    href: str  # its address of now, with the base path; "" when lists have it no more
    save_as: str  # the file of the output that answers there
    titles: Mapping[str, str]  # its title of now, by the one that it had


def as_it_is(html: str, document: Document) -> str:
    """Return HTML as it is: the `PlainPass` of what concerns no text proved to be plain."""
    del document
    return html


class SiteContext:
    """One site, once its files are read.

    Attributes:
        site: its documents and its files.
        siteurl: its address, without last slash; "" or a folder where no host is given.
        base_path: the folder part of it, "" or `/projet`.
        diagnostics: where a receiver tells what it finds wrong.
        settings: Pelican's, as they are now: a view that changes none.
        renderer: makes bodies; there once the context is closed.
    """

    renderer: Renderer
    _is_closed = False

    def __init__(
        self, site: Site, siteurl: str, diagnostics: Diagnostics, settings: dict[str, Any]
    ) -> None:
        self.site, self.siteurl, self.diagnostics = site, siteurl, diagnostics
        self.base_path = base_path(siteurl)
        self.settings = MappingProxyType(settings)
        self._generated: list[Generated] = []
        self._body_passes: list[tuple[BodyPass, PlainPass | None]] = []
        self._gathered: list[Gathered] = []
        self._changes_at: set[datetime] = set()
        self._metadata: dict[str, dict[str, Any]] = {}
        self._articles: set[str] = set()
        self._parts: dict[type, object] = {}
        self._redirects: tuple[Redirect, ...] = ()
        self._changes: dict[str, Change] = {}

    def __setattr__(self, name: str, value: object) -> None:
        self._refuse_if_closed()
        super().__setattr__(name, value)

    def __delattr__(self, name: str) -> None:
        self._refuse_if_closed()
        super().__delattr__(name)

    def __repr__(self) -> str:
        """Return a short form: Pelican prints its settings, and this is one of them."""
        return f"<SiteContext of {self.site.label}: {len(self.site.rendered)} documents>"

    # What receivers of `site_loaded` add.

    def announce(
        self,
        path: str,
        what: str,
        menu_title: str = "",
        menu_order: float | int | None = None,
        *,
        is_listed: bool = True,
    ) -> None:
        """Say that a page or a file will be written (see `Generated`)."""
        self._refuse_if_closed()
        self._generated.append(Generated(path, what, menu_title, menu_order, is_listed))

    def add_body_pass(self, change: BodyPass, plain: PlainPass | None = None) -> None:
        """Add a pass over bodies; `plain`, where it is given, saves plain texts from trees."""
        self._refuse_if_closed()
        self._body_passes.append((change, plain))

    def add_changes(self, moments: Iterable[datetime]) -> None:
        """Add moments, with their zones, at which the same files give another site."""
        self._refuse_if_closed()
        self._changes_at.update(moments)

    def gather(self, one: Gathered) -> None:
        """Have what learns things while files are made bring them back from each process."""
        self._refuse_if_closed()
        self._gathered.append(one)

    def make_article(self, document: Document, **metadata: Any) -> None:
        """Have Pelican read a document as an article; `date` is needed (see its documentation)."""
        self._refuse_if_closed()
        self._articles.add(document.name)
        self.add_metadata(document, **metadata)

    def add_metadata(self, document: Document, **metadata: Any) -> None:
        """Have Pelican's article or page of a document bear more: each name is an attribute."""
        self._refuse_if_closed()
        self._metadata.setdefault(document.name, {}).update(metadata)

    def put(self, part: object) -> None:
        """Add a plugin's own facts, found again by their class."""
        self._refuse_if_closed()
        self._parts[type(part)] = part

    # What everyone reads.

    def get(self, kind: type[T]) -> T:
        """Return a plugin's facts; or, without that plugin, those of a new one."""
        part = self._parts.get(kind)
        return part if isinstance(part, kind) else kind()

    @property
    def generated(self) -> list[Generated]:
        """Return what plugins write from no file of its own, by address."""
        return sorted(self._generated, key=lambda page: page.path)

    def is_announced(self, path: str) -> bool:
        """Return whether a plugin writes at an address."""
        return any(one.path == path for one in self._generated)

    @property
    def body_passes(self) -> tuple[tuple[BodyPass, PlainPass | None], ...]:
        """Return the passes over bodies, in order."""
        return tuple(self._body_passes)

    @property
    def gathered(self) -> tuple[Gathered, ...]:
        """Return what learns things while files are made, in whatever process."""
        return tuple(self._gathered)

    @property
    def changes_at(self) -> frozenset[datetime]:
        """Return the moments at which the same files give another site."""
        return frozenset(self._changes_at)

    def is_article(self, document: Document) -> bool:
        """Return whether Pelican reads a document as an article."""
        return document.kind is Kind.POST or document.name in self._articles

    def metadata_of(self, document: Document) -> dict[str, Any]:
        """Return what plugins add to Pelican's metadata of a document."""
        return dict(self._metadata.get(document.name, {}))

    def href(self, path: str) -> str:
        """Return a path of the site, unescaped, as links write it."""
        return self.base_path + quote_path(path)

    def absolute(self, href: str) -> str:
        """Return an address of the site with its host, where one is known."""
        return self.siteurl.removesuffix(self.base_path) + href

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """Return the old addresses and where they lead, once the context is closed."""
        return tuple(replace(one, href=self.now(one.href)) for one in self._redirects)

    def now(self, href: str) -> str:
        """Return where an address of the site, with its base path, has been moved to, if it was."""
        path = re.split("[?#]", href, maxsplit=1)[0]
        now = self._changes[path].href if path in self._changes else ""
        return now + href[len(path) :] if now else href

    def follow(self, changes: Mapping[str, Change]) -> None:
        """Have addresses and texts follow what plugins by others have changed since it was read."""
        self._changes.update(changes)
        self.renderer.begin_again()

    @property
    def has_host(self) -> bool:
        """Return whether the site's host is known."""
        return "://" in self.siteurl

    def close(self, renderer: Renderer, redirects: Iterable[Redirect]) -> None:
        """End the additions, and all changes."""
        self.renderer, self._redirects = renderer, tuple(redirects)
        self._is_closed = True
        self.site.close()

    def _refuse_if_closed(self) -> None:
        if self._is_closed:
            raise RuntimeError(CLOSED)


def site_context(settings: Mapping[str, Any]) -> SiteContext:
    """Return the context of the site of Pelican's settings, or raise NoSite."""
    if KEY not in settings:
        raise NoSite(KEY)
    context: SiteContext = settings[KEY]
    return context
