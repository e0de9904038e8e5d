"""By what a date of an event is found: who, what, where, when. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from content_types.commons.actor import Actor, Commons
from content_types.events.agenda import Line
from content_types.events.occurrence import town_of
from content_types.events.occurrence_view import OccurrenceView
from content_types.events.structured_data import price_number
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


@dataclass(frozen=True, eq=False)
class Facet:
    """One thing by which dates are found, as an actor, a town or a month; each is made once."""

    kind: str  # one of `KINDS`
    slug: str  # what names it in addresses
    name: str  # what a visitor reads

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
        lines: all dates: towns that one address names are known in the others.
        today: the day of the build; weeks and months before it are no facets.
        taken: names in `ROOT` that are pages of events.

    Attributes:
        of_actors: the facet of each actor, by the address of its page.
    """

    def __init__(
        self, commons: Commons, lines: Iterable[Line], today: Day, taken: Iterable[str] = ()
    ):
        self._commons, self._today = commons, today
        self._taken = {*taken, *RESERVED}
        self._made: dict[tuple[str, str], Facet] = {}
        self._found: dict[int, tuple[OccurrenceView, list[Facet]]] = {}
        self._who, self._what = lru_cache(None)(self._people), lru_cache(None)(self._subjects)
        self._town = lru_cache(None)(self._town_of)
        self._universes = {one.key: one for one in commons.universes.values()}
        towns = [actor.town for actor in commons.actors.values()]
        towns += [town_of(line.date.address or line.date.place) for line in lines]
        self._towns: dict[str, str] = {}
        for town in sorted(filter(None, towns), key=len):  # « Saint-Jean » rather than « St Jean »
            self._towns[town_slug(town)] = town
        self.of_actors = self._of_actors(commons.actors)

    def _of_actors(self, actors: Mapping[str, Actor]) -> dict[str, Facet]:
        """Return the facet of each actor: its file's name, its folder's too if it is taken."""
        found: dict[str, Facet] = {}
        for _, actor in sorted(actors.items()):
            slug = file_stem(actor.key)
            if slug in self._taken or re.fullmatch(r"[\d-]+", slug):
                slug = file_stem(f"{actor.universes[0]} {actor.key}")
            self._taken.add(slug)
            found[actor.href] = self._facet(ACTOR, slug, actor.name)
        return found

    def _facet(self, kind: str, slug: str, name: str) -> Facet:
        return self._made.setdefault((kind, slug), Facet(kind, slug, name))

    def of(self, line: Line) -> list[Facet]:
        """Return the facets of a date, each once; many dates have the same."""
        if known := self._found.get(id(line.date)):
            return known[1]
        event = line.event.event
        names = (*event.organisers, *(credit.name for credit in event.announced_by))
        how = (bool(event.online), event.price, event.visit.access)
        every = (
            *self._who(names),
            *self._town(line.date.address, line.date.place),
            *self._what(event.tags, *how),
            *_weeks_and_months(self._today, *line.date.days),
        )
        found = list(dict.fromkeys(every))
        self._found[id(line.date)] = line.date, found  # kept: its id stays its own
        return found

    def _people(self, names: tuple[str, ...]) -> list[Facet]:
        found = []
        for actor in filter(None, map(self._commons.named, names)):
            found.append(self.of_actors[actor.href])
            for key in actor.universes:
                if key in self._universes:
                    found.append(self._facet(UNIVERSE, file_stem(key), self._universes[key].title))
        return found

    def _subjects(
        self, tags: tuple[str, ...], is_online: bool, price: str, access: tuple[str, ...]
    ) -> list[Facet]:
        found = [self._facet(SUBJECT, file_stem(tag), tag) for tag in tags]
        if is_online:
            found.append(self._facet(HOW, ONLINE, "en ligne"))
        if price_number(price) == "0":
            found.append(self._facet(HOW, FREE, "gratuit"))
        return found + [self._facet(FOR, file_stem(one), ACCESS[one]) for one in access]

    def _town_of(self, address: str, place: str) -> list[Facet]:
        """Return the town where a date is, if any."""
        actor = self._commons.named(place) if place and not address else None
        words = [town_of(address or place), actor.town if actor else ""]
        words += [text.rpartition(",")[2].strip() for text in (address, place)]
        slugs = (it for it in map(town_slug, filter(None, words)) if it in self._towns)
        return [self._facet(TOWN, slug, self._towns[slug]) for slug in slugs][:1]


@lru_cache(maxsize=4096)
def _weeks_and_months(today: Day, first: Day, last: Day) -> list[Facet]:
    """Return the weeks and the months, from today's on, over which what takes some days lasts."""
    last = min(last, Day(first + timedelta(31 * _MONTHS_OF_A_LONG_EVENT)))
    first = max(first, today)
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    return [facet for day in days for facet in (month_of(day), week_of(day))]


def month_of(day: date) -> Facet:
    """Return the month of a day."""
    return _month(day.replace(day=1))


def week_of(day: date) -> Facet:
    """Return the week of a day (ISO 8601), which begins on a Monday."""
    return _week(day - timedelta(days=day.weekday()))


@cache
def _month(first: date) -> Facet:
    return Facet(MONTH, f"{first:%Y-%m}", month_year(first))


@cache
def _week(monday: date) -> Facet:
    year, week, _ = monday.isocalendar()
    return Facet(WEEK, f"{year}-{week:02}", f"semaine du {french_date(monday)}")
