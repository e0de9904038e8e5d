"""By what a date of an event is found: who, what, where, when. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from content_types.commons.actor import Actor, Commons
from content_types.events.agenda import Line
from content_types.events.structured_data import price_number
from content_types.events.towns import town_of
from content_types.events.visit import ACCESS
from core.clock import Day
from core.french.dates import french_date
from core.french.event_dates import month_year
from core.names import file_stem, name_key

ROOT = "/agenda/"
ACTOR, UNIVERSE, TOWN, SUBJECT, HOW, FOR, WEEK, MONTH = (
    "acteur univers ville mot-cle comment accessibilite semaine mois".split()
)
# Each kind: what the list of its links is called, and its folder in `ROOT`.
KINDS = {
    ACTOR: ("Qui", ""),
    UNIVERSE: ("Univers", "univers/"),
    TOWN: ("Où", "a/"),
    SUBJECT: ("Quoi", "mots-cles/"),
    HOW: ("Comment", ""),
    FOR: ("Accessible", "accessibilite/"),
    WEEK: ("Semaine du", "semaines/"),
    MONTH: ("Mois", "mois/"),
}
ONLINE, FREE = "en-ligne", "gratuits"
# Names in `ROOT` that no actor takes.
RESERVED = {
    *(folder.rstrip("/") for _, folder in KINDS.values() if folder),
    *(ONLINE, FREE, "annees", "integrer", "programme"),
}
_MONTHS_OF_A_LONG_EVENT = 12
_SAINT = re.compile(r"\bst(e?)\b")


@dataclass(frozen=True, order=True)
class Facet:
    """One thing by which dates are found, such as an actor, a town or a month.

    Attributes:
        kind: one of `KINDS`.
        slug: what names it in addresses.
        name: what a visitor reads.
    """

    kind: str
    slug: str
    name: str = field(compare=False)

    @property
    def path(self) -> str:
        """Return the address of its page, unescaped, without the base path."""
        return f"{ROOT}{KINDS[self.kind][1]}{self.slug}/"


@lru_cache(maxsize=4096)
def town_slug(town: str) -> str:
    """Return what names a town in addresses, however its name is written.

    >>> town_slug("St-Jean de Védas") == town_slug("Saint-Jean-de-Védas")
    True
    """
    return file_stem(_SAINT.sub(r"saint\1", name_key(town)))


class FacetReader:
    """Says by what each date is found.

    Args:
        commons: the actors and the universes.
        lines: all dates: towns that one address names are known in the others.
        today: the day of the build; weeks and months before it are no facets.
        taken: names in `ROOT` that are pages of events.
    """

    def __init__(
        self, commons: Commons, lines: Iterable[Line], today: Day, taken: Iterable[str] = ()
    ):
        self._commons, self._today = commons, today
        self._taken = {*taken, *RESERVED}
        self._found: dict[int, tuple[Line, list[Facet]]] = {}
        self._universes = {one.key: one for one in commons.universes.values()}
        towns = [actor.town for actor in commons.actors.values()]
        towns += [town_of(line.date.address or line.date.place) for line in lines]
        self._towns: dict[str, str] = {}
        for town in sorted(filter(None, towns), key=len):  # « Saint-Jean » rather than « St Jean »
            self._towns[town_slug(town)] = town
        self._slugs = self._actor_slugs(commons.actors)

    def _actor_slugs(self, actors: Mapping[str, Actor]) -> dict[str, str]:
        """Return the name of each actor's page in `ROOT`: its file's, its folder's too if taken."""
        slugs: dict[str, str] = {}
        for _, actor in sorted(actors.items()):
            slug = file_stem(actor.key)
            if slug in self._taken or re.fullmatch(r"[\d-]+", slug):
                slug = file_stem(f"{actor.universes[0]} {actor.key}")
            self._taken.add(slug)
            slugs[actor.href] = slug
        return slugs

    def of_actor(self, actor: Actor) -> Facet:
        """Return the facet of an actor."""
        return Facet(ACTOR, self._slugs[actor.href], actor.name)

    def of(self, line: Line) -> list[Facet]:
        """Return the facets of a date, each once."""
        if id(line) not in self._found:
            every = [*self._who(line), *self._what(line), *self._when(line)]
            self._found[id(line)] = (line, list(dict.fromkeys(every)))
        return self._found[id(line)][1]

    def _who(self, line: Line) -> Iterator[Facet]:
        event = line.event.event
        names = [*event.organisers, *(credit.name for credit in event.announced_by)]
        for actor in filter(None, map(self._commons.named, names)):
            yield self.of_actor(actor)
            for key in actor.universes:
                if key in self._universes:
                    yield Facet(UNIVERSE, file_stem(key), self._universes[key].title)

    def _what(self, line: Line) -> Iterator[Facet]:
        event = line.event.event
        if town := self.town(line):
            yield Facet(TOWN, town_slug(town), town)
        for tag in event.tags:
            yield Facet(SUBJECT, file_stem(tag), tag)
        if event.online:
            yield Facet(HOW, ONLINE, "en ligne")
        if price_number(event.price) == "0":
            yield Facet(HOW, FREE, "gratuit")
        for one in event.visit.access:
            yield Facet(FOR, file_stem(one), ACCESS[one])

    def town(self, line: Line) -> str:
        """Return the town where a date is, or ""."""
        address, place = line.date.address, line.date.place
        actor = self._commons.named(place) if place and not address else None
        words = [town_of(address or place), actor.town if actor else ""]
        words += [text.rpartition(",")[2].strip() for text in (address, place)]
        return next(
            (self._towns[s] for s in map(town_slug, filter(None, words)) if s in self._towns), ""
        )

    def _when(self, line: Line) -> Iterator[Facet]:
        """Yield the weeks and the months, from that of the build on, over which a date lasts."""
        first, last = line.days
        day, last = (
            max(first, self._today),
            min(last, first + timedelta(31 * _MONTHS_OF_A_LONG_EVENT)),
        )
        while day <= last:
            yield month_of(day)
            yield week_of(day)
            day += timedelta(days=1)


@lru_cache(maxsize=4096)
def month_of(day: date) -> Facet:
    """Return the month of a day."""
    return Facet(MONTH, f"{day:%Y-%m}", month_year(day))


@lru_cache(maxsize=4096)
def week_of(day: date) -> Facet:
    """Return the week of a day (ISO 8601), which begins on a Monday."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Facet(WEEK, f"{year}-{week:02}", f"semaine du {french_date(monday)}")
