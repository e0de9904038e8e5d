"""What the commons are made of: universes, and the actors in them. Pure data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from content_types.commons.calendar_source import CalendarSource
from core.names import name_key

COOPERATIVE, PARTNER, SUPPORT = "coopérative", "partenaire", "soutien"
ROLES = (COOPERATIVE, PARTNER, SUPPORT)
PLURALS = {COOPERATIVE: "Coopératives", PARTNER: "Partenaires", SUPPORT: "Soutiens"}

ASSOCIATION, LOCAL_BUSINESS = "association", "commerce"
TYPES = (ASSOCIATION, LOCAL_BUSINESS)

# Each has its two shades, light and dark, in theme/static/css/commons.css.
COLOURS = ("midi", "mer", "terre", "garrigue", "lavande", "figue", "pin", "nuit")


@dataclass(frozen=True)
class Universe:
    """A universe of commons, as its file tells it."""

    key: str  # its folder's name
    title: str  # plain text
    href: str  # the address of its page, with the site's base path
    order: float | None = None  # its place; None comes last
    colour: str = COLOURS[0]  # one of `COLOURS`


@dataclass(frozen=True)
class Actor:
    """A cooperative, a partner or a support, as its file tells it."""

    key: str  # its file's name, without folder nor ending: what its place in the picture follows
    name: str  # plain text
    href: str  # the address of its page, with the site's base path
    role: str  # one of `ROLES`
    universes: tuple[str, ...]  # the keys of the universes it is in, its folder's first
    site: str = ""  # the URL of its own site, or ""
    logo: str = ""  # an image's path in the content (`images/logo.svg`), or ""
    town: str = ""  # where it is, or ""
    address: str = ""  # the same
    since: str = ""  # since when, as a visitor reads it (« 2005 », « 6 septembre 2025 »), or ""
    kind: str = ""  # one of `TYPES`, or ""
    calendars: tuple[CalendarSource, ...] = ()  # those of its own that the site follows


@dataclass(frozen=True)
class Commons:
    """The universes, in order, and the actors: both by their file in the content."""

    universes: Mapping[str, Universe] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)

    def at(self, now: Callable[[str], str]) -> Commons:
        """Return them at other addresses: `now` returns the one that takes another's place."""
        universes = {name: replace(it, href=now(it.href)) for name, it in self.universes.items()}
        actors = {name: replace(it, href=now(it.href)) for name, it in self.actors.items()}
        return Commons(universes, actors)

    def of(self, universe: Universe) -> list[Actor]:
        """Return the actors of a universe, by role then by name."""
        inside = (actor for actor in self.actors.values() if universe.key in actor.universes)
        return sorted(inside, key=lambda a: (ROLES.index(a.role), name_key(a.name), a.key))

    def named(self, name: str) -> Actor | None:
        """Return the actor that a text names, whatever its capitals, accents and signs."""
        return self._by_name.get(name_key(name))

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        return {name_key(actor.name): actor for actor in self.actors.values()}
