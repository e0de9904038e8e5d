"""What templates show of the commons: words, addresses, pictures, lists. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from content_types.commons.actor import (
    ASSOCIATION,
    LOCAL_BUSINESS,
    PLURALS,
    ROLES,
    Actor,
    Commons,
    Universe,
)
from content_types.commons.galaxy import Layout, Star, draw_system
from content_types.events.structured_data import postal_json
from core.json_ld import CONTEXT, Node, without_blanks

OPEN_PLACE = "Et vous ?"
# A role has a shape of its own, for colour says nothing to everyone.
SHAPES = dict(zip(ROLES, ("disc", "ring", "diamond"), strict=True))


@dataclass(frozen=True)
class ActorView:
    """An actor, ready for display."""

    actor: Actor  # the actor; what it says of itself is read through
    universes: list[Universe]  # those it is in
    logo_href: str  # the address of its logo, or ""
    site_words: str  # its own site's name, as one says it
    news: list[object] = field(default_factory=list)  # the articles that name it, newest first

    def __getattr__(self, name: str) -> object:
        """Return what the actor itself says: its name, its role, its town."""
        return getattr(self.actor, name)

    @property
    def shape(self) -> str:
        """Return the shape of its body in the picture."""
        return SHAPES[self.actor.role]


@dataclass(frozen=True)
class UniverseView:
    """A universe, ready for display."""

    universe: Universe
    system: Layout  # its picture; each star shows an `ActorView`, the open one the address to join
    groups: list[tuple[str, list[ActorView]]]  # its actors by role, under the role's name

    def __getattr__(self, name: str) -> object:
        """Return what the universe itself says: its title, its colour."""
        return getattr(self.universe, name)

    @property
    def anchor(self) -> str:
        """Return the id of its heading, which holds no space (HTML Standard, section 3.2.6)."""
        return "-".join(self.universe.key.split())

    @property
    def count(self) -> int:
        """Return how many actors it has."""
        return sum(len(actors) for _, actors in self.groups)


@dataclass(frozen=True)
class CommonsView:
    """The page of all the commons."""

    title: str
    href: str  # its address, with the base path
    universes: list[UniverseView]  # in order
    actor_count: int  # how many actors there are, each counted once
    description: str = "Les univers de communs, et les structures qui les composent."

    @property
    def counted(self) -> str:
        """Return how many actors and universes there are, in words."""
        actors = f"{self.actor_count} acteur{'s' if self.actor_count > 1 else ''}"
        return f"{actors} dans {len(self.universes)} univers."

    @property
    def roles(self) -> list[tuple[str, str]]:
        """Return the roles that somebody has, with their shapes, for the picture's key."""
        views = (view for one in self.universes for _, group in one.groups for view in group)
        given = {view.role for view in views}
        return [(role, SHAPES[role]) for role in ROLES if role in given]


def view_actors(commons: Commons, link: Callable[[str], str]) -> dict[str, ActorView]:
    """Return the actors as templates show them, by their file."""
    by_key = {universe.key: universe for universe in commons.universes.values()}
    return {
        name: ActorView(
            actor=actor,
            universes=[by_key[key] for key in actor.universes if key in by_key],
            logo_href=link(actor.logo) if actor.logo else "",
            site_words=(urlsplit(actor.site).hostname or "").removeprefix("www."),
        )
        for name, actor in commons.actors.items()
    }


def view_universe(
    universe: Universe, actors: Iterable[ActorView], join_href: str = ""
) -> UniverseView:
    """Return a universe as templates show it; `join_href` gives its picture the open place."""
    inside = list(actors)
    stars = [Star(view.actor.key, view.actor.name, view) for view in inside]
    open_place = Star(f"{universe.key} ouvert", OPEN_PLACE, join_href) if join_href else None
    by_role = [(PLURALS[role], [a for a in inside if a.role == role]) for role in ROLES]
    groups = [(words, group) for words, group in by_role if group]
    return UniverseView(universe, draw_system(stars, open_place), groups)


# Nothing is guessed: without `type` in its file, an actor is an Organization.
_TYPES = {ASSOCIATION: "NGO", LOCAL_BUSINESS: "LocalBusiness"}


def actor_json(actor: Actor, *, address: str, logo: str = "") -> Node:
    """Return an actor (schema.org/Organization; Google, « Organization »).

    Args:
        address: the address of its page here, with scheme and host: what names it in our data.
        logo: that of its logo, likewise, or "".
    """
    return {
        "@context": CONTEXT,
        **without_blanks(
            {
                "@type": _TYPES.get(actor.kind, "Organization"),
                "@id": f"{address}#acteur",
                "name": actor.name,
                "url": actor.site or address,
                "mainEntityOfPage": address,
                "logo": logo,
                "address": _where(actor),
            }
        ),
    }


def _where(actor: Actor) -> str | Node | None:
    """Return where an actor is, as precisely as it is given."""
    if not actor.address:
        town: Node = {"@type": "PostalAddress", "addressLocality": actor.town}
        return town if actor.town else None
    reported = actor.town.casefold() in actor.address.casefold()
    return postal_json(actor.address if reported else f"{actor.address}, {actor.town}")
