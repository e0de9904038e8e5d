"""The plugin: the files of `_communs/` become the commons when the site is read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from content_types.commons.actor import Actor, Commons, Universe
from content_types.commons.community import CommonsEntry, put_together, read_mentions
from content_types.commons.files import NEWS, read_actor, read_universe
from content_types.events.event import Event
from content_types.events.plugin import Events, OrganiserUrls
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.commons import OUTSIDE_OF_A_UNIVERSE, UNIVERSE_WITHOUT_A_FILE
from core.diagnostics.catalog.settings import JOIN_BUTTON_NOWHERE
from jekyll.addresses.urls import quote_path
from jekyll.front_matter import Value
from jekyll.front_matter.data_types import given
from jekyll.liquid.link_tags import Linker
from jekyll.liquid.renderer import BadTag
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.config import FILE_NAME
from jekyll.site.content_files import COMMONS_FOLDER
from jekyll.site.model import Document, Kind, Site
from jekyll.site.settings import COMMONS

FOLDER = f"{COMMONS_FOLDER}/"
ROOT = "/communs/"


@dataclass(frozen=True)
class CommonsNews:
    """The actors that each article names, by the article's file."""

    by_name: dict[str, list[Actor]] = field(default_factory=dict)


def read_commons(context: SiteContext) -> None:
    """Read the commons of a site just loaded, and the actors that its articles name."""
    site, diagnostics = context.site, context.diagnostics
    part = site.config.settings.parts[COMMONS]
    commons = CommonsReader(site, context.base_path, diagnostics).read()
    context.put(commons)
    events = context.get(Events).by_name
    context.put(OrganiserUrls(_organiser_urls(commons, events.values())))
    _look_at_organisers(site, commons, events, diagnostics)
    context.put(CommonsNews(_read_news(site, commons, diagnostics) if commons.actors else {}))
    join = site.config.settings.join
    if join and join.line and not commons.universes:
        hint = None if part.is_on else "Retirez cette ligne, ou « communs: non »."
        told = JOIN_BUTTON_NOWHERE(hint=hint)
        diagnostics.add(told.at(f"{site.label}/{FILE_NAME}", join.line))
    if commons.universes:
        title = site.config.settings.label(COMMONS)
        context.announce(ROOT, "la page des communs", title, part.order)


def _organiser_urls(commons: Commons, events: Iterable[Event]) -> dict[str, str]:
    """Return the addresses of the organisers that are actors: their sites, or else their pages."""
    names = {name for event in events for name in event.organisers}
    known = {name: commons.named(name) for name in sorted(names)}
    return {name: actor.site or actor.href for name, actor in known.items() if actor}


def _look_at_organisers(
    site: Site, commons: Commons, events: Mapping[str, Event], diagnostics: Diagnostics
) -> None:
    """Report the organisers of events that are nearly actors."""
    for document in site.rendered:
        if commons.actors and document.name in events:
            label, names = document.source.label, events[document.name].organisers
            entry = CommonsEntry(document.name, label, document.values, None)
            read_mentions({"organisateurs": names}, entry.line, label, commons, diagnostics)


class CommonsReader:
    """Reads the commons of a site."""

    def __init__(self, site: Site, base: str, diagnostics: Diagnostics):
        self.site, self.diagnostics = site, diagnostics
        self.linker = Linker(site, base)

    def read(self) -> Commons:
        """Return the commons; actors of a universe that is not published are left out."""
        documents = [d for d in self.site.rendered if d.name.startswith(FOLDER)]
        universes = [d for d in documents if _is_universe(d.name)]
        published = {_folder(document.name) for document in universes}
        drafts = {_folder(n) for n in self.site.files.names if _is_universe(n)} - published
        actors: list[Document] = []
        for document in documents:
            if _folder(document.name) in drafts:
                self.site.withhold(document)
            elif not _is_universe(document.name) and self._is_in_place(document, published):
                actors.append(document)
        made = [self._universe(document) for document in universes]
        entries = [entry for entry in map(self._actor, actors) if entry]
        return put_together(made, entries, drafts, self.diagnostics)

    def _is_in_place(self, document: Document, universes: set[str]) -> bool:
        """Return whether a file is right inside a universe's folder, or tell that it is not."""
        folder, label = _folder(document.name), document.source.label
        if folder in universes:
            return True
        if not folder or "/" in folder:
            base, hint = posixpath.basename(document.name), None
            if base.startswith("index."):
                hint = "Supprimez-le : chaque univers a le sien, dans son dossier."
            example = f"{FOLDER}{min(universes, default='energie')}/{base}"
            self.diagnostics.add(OUTSIDE_OF_A_UNIVERSE(example=example, hint=hint).at(label))
        else:
            missing = UNIVERSE_WITHOUT_A_FILE(name=folder, folder=f"{FOLDER}{folder}")
            self.diagnostics.add(missing.at(posixpath.dirname(label)))
        return False

    def _entry_of(self, document: Document) -> tuple[str, Mapping[str, Value], str]:
        """Return how messages name a file, its front matter, and its page's address."""
        label = document.source.label
        return label, document.values, self.linker.base_path + quote_path(document.path)

    def _universe(self, document: Document) -> CommonsEntry[Universe]:
        label, values, href = self._entry_of(document)
        key, heading = _folder(document.name), document.title if document.titled_by_text else ""
        made = read_universe(values, label, key, href, self.diagnostics, heading)
        return CommonsEntry(document.name, label, values, made)

    def _actor(self, document: Document) -> CommonsEntry[Actor] | None:
        label, values, href = self._entry_of(document)
        key = posixpath.splitext(posixpath.basename(document.name))[0]
        made = read_actor(values, label, key, href, _folder(document.name), self.diagnostics)
        if made is None:
            return None
        entry = CommonsEntry(document.name, label, values, made)
        try:
            self.linker.link(made.logo) if made.logo else None
        except BadTag as bad:
            self.diagnostics.add(bad.diagnostic.at(label, entry.line("logo")))
            return replace(entry, made=replace(made, logo=""))
        return entry


def _folder(name: str) -> str:
    """Return the folder of a file of `_communs/`, relative to it."""
    return posixpath.dirname(name.removeprefix(FOLDER))


def _is_universe(name: str) -> bool:
    base = posixpath.splitext(posixpath.basename(name))[0]
    folder = _folder(name) if name.startswith(FOLDER) else ""
    return base == "index" and bool(folder) and "/" not in folder


def _read_news(site: Site, commons: Commons, diagnostics: Diagnostics) -> dict[str, list[Actor]]:
    """Return the actors that each article of the lists names, by the article's file."""
    found: dict[str, list[Actor]] = {}
    for post in [document for document in site.rendered if document.kind is Kind.POST]:
        values, label = given(post.values), post.source.label
        if NEWS.fields.keys().isdisjoint(values):
            continue
        keys = NEWS.read(values, label, diagnostics)
        entry = CommonsEntry(post.name, label, post.values, None)
        named = {"acteurs": keys["acteurs"], "organisateurs": keys["organisateurs"]}
        mentioned = read_mentions(named, entry.line, label, commons, diagnostics)
        if post.is_listed:
            found[post.name] = mentioned
    return found
