"""The views of the agenda: all of it, that of an actor, of a town, of a month… Pure.

They hold few objects beside the lines that they show: once these are HTML, a view can be kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import cast

from content_types.agenda_views import facets
from content_types.agenda_views.papers import Programme
from content_types.events.agenda import Group, Line, Lines, month_groups, next_lines, year_groups
from content_types.events.event import Event

# How many dates a page shows, to come and over: the first page is for a phone on a bad line.
FIRST, OTHERS = (40, 12), (100, 30)
# Facets of a kind that have a page: those of the most dates. A week further on is in its month.
MOST = {facets.TOWN: 40, facets.SUBJECT: 40, facets.WEEK: 8, facets.MONTH: 36}
EMBEDDED = 20
ON_ITS_PAGE = (20, 10)  # how many dates an actor's own page shows, to come and over
_OF_TIME = (facets.WEEK, facets.MONTH)
YEARS = f"{facets.ROOT}annees/"
CALENDAR_NAME, EMBED_NAME = "agenda.ics", "integrer/"
# The paths, as a regular expression, of what other sites may show in a frame.
EMBEDDABLE = rf"{facets.ROOT}(?:[^/]+/)?{EMBED_NAME}(?:index\.html)?"
Dates = tuple[list[Line], list[Line]]  # to come, soonest first, and over, latest first


@dataclass
class View:
    """A page of the agenda, and what else is offered of the same dates.

    Attributes:
        path, href: its address, without and with the base path.
        title: as a visitor reads it.
        coming, over: how many dates it has.
        upcoming: those to come that its page shows: those under way, then by month.
        past: those over that its page shows, by year.
        embedded: those that another site shows of it: those to which one can go.
        nearest: those that the page of an actor shows of its own.
        calendar: its events, each once, in the order of their keys; or their components.
        own_hrefs: the addresses of those that have a page of their own: its feed announces them.
        facet: by what its dates were found; None for all of them, and for those of a year.
        limits: how many dates to come, and over, its page shows; None for all.
        way: the titles and addresses of the pages above it.
    """

    path: str
    href: str
    title: str
    coming: int
    over: int
    upcoming: list[Group]
    past: list[Group]
    embedded: Lines
    nearest: Lines
    calendar: Sequence[Event | bytes]
    own_hrefs: set[str]
    facet: facets.Facet | None = None
    limits: tuple[int, int] | None = OTHERS
    way: tuple[tuple[str, str], ...] = ()

    @property
    def description(self) -> str:
        """Return what it shows, in a line."""
        if self.path == facets.ROOT:
            return "Les rendez-vous à venir, mois par mois, et ceux des années passées."
        return f"{self.title} : les rendez-vous à venir, mois par mois."

    @property
    def more_coming(self) -> int:
        """Return how many dates to come the page leaves out."""
        return max(0, self.coming - self.limits[0]) if self.limits else 0

    @property
    def more_over(self) -> int:
        """Return how many dates over the page leaves out."""
        return max(0, self.over - self.limits[1]) if self.limits else 0

    @property
    def is_lasting(self) -> bool:
        """Return whether one can subscribe to it: it is not of a week, a month or a year."""
        return self.path == facets.ROOT or (
            self.facet is not None and self.facet.kind not in _OF_TIME
        )

    @property
    def has_feed(self) -> bool:
        """Return whether a feed announces its events: those that have a page of their own."""
        return self.path == facets.ROOT or (self.is_lasting and bool(self.own_hrefs))

    @property
    def is_embeddable(self) -> bool:
        """Return whether it has a page for other sites to show."""
        return self.path == facets.ROOT or (
            self.facet is not None and self.facet.kind == facets.ACTOR
        )

    @property
    def actor_name(self) -> str:
        """Return the name of the actor whose dates it shows, which its lines need not repeat."""
        return self.facet.name if self.facet and self.facet.kind == facets.ACTOR else ""


@dataclass
class Agenda:
    """All the views, and what else is made of the dates.

    Attributes:
        whole: that of all dates.
        by_facet: those of facets, by kind, in the order of their names (of their dates, for weeks
            and months).
        years: those of what is over, latest first.
        left_out: how many facets of each kind are too many to have a page.
        of_actors: those of actors, by the address of the actor's own page.
        next_lines: what the home page announces.
        programmes: the sheets of months, by their names.
        files: what is not a page, by its address.
    """

    whole: View
    by_facet: dict[str, list[View]]
    years: list[View]
    left_out: dict[str, int]
    of_actors: dict[str, View]
    next_lines: list[Line]
    programmes: dict[str, Programme] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def all(self) -> list[View]:
        """Return every view, that of all dates first."""
        return [
            self.whole,
            *(view for kind in self.by_facet.values() for view in kind),
            *self.years,
        ]

    @property
    def months(self) -> list[str]:
        """Return the names of the months that have something to come: `2026-12`."""
        return [view.facet.slug for view in self.by_facet.get(facets.MONTH, []) if view.facet]

    @property
    def filters(self) -> list[tuple[str, str, list[View]]]:
        """Return, by kind, its name and the views of it that lead to something to come."""
        kept = {kind: [it for it in views if it.coming] for kind, views in self.by_facet.items()}
        return [(kind, facets.KINDS[kind][0], views) for kind, views in kept.items() if views]


def make_agenda(
    dates: Dates, reader: facets.FacetReader, title: str, href: Callable[[str], str]
) -> Agenda:
    """Return the agenda of dates."""
    way = ((title, href(facets.ROOT)),)
    found: dict[facets.Facet, Dates] = {}
    for number, lines in enumerate(dates):
        for line in lines:
            for facet in reader.of(line):
                found.setdefault(facet, ([], []))[number].append(line)
    chosen, left_out = _chosen(found)

    def view_of(facet: facets.Facet) -> View:
        limits = None if facet.kind in _OF_TIME else OTHERS
        told = f"{title} : {facet.name}"
        return _view(facet.path, href(facet.path), told, found[facet], facet, limits, way)

    years = [
        _view(
            path,
            href(path),
            f"{title} de {group.key}",
            ([], cast(list[Line], group.lines)),
            None,
            None,
            way,
        )
        for group in year_groups(dates[1])
        for path in [f"{YEARS}{group.key}/"]
    ]
    by_facet = {kind: list(map(view_of, kept)) for kind, kept in chosen.items()}
    views = {view.facet: view for view in by_facet.get(facets.ACTOR, [])}
    of_actors = {actor: views[it] for actor, it in reader.of_actors.items() if it in views}
    whole = _view(facets.ROOT, href(facets.ROOT), title, dates, None, FIRST, ())
    return Agenda(whole, by_facet, years, left_out, of_actors, next_lines(dates[0]))


def _view(
    path: str,
    href: str,
    title: str,
    dates: Dates,
    facet: facets.Facet | None,
    limits: tuple[int, int] | None,
    way: tuple[tuple[str, str], ...],
) -> View:
    (coming, over), (first, last) = dates, limits or (None, None)
    events = {line.event.event.key: line.event.event for line in [*coming, *over]}
    return View(
        path,
        href,
        title,
        len(coming),
        len(over),
        month_groups(coming[:first]),
        year_groups(over[:last]),
        list(islice((line for line in coming if line.takes_place), EMBEDDED)),
        coming[: ON_ITS_PAGE[0]] + over[: ON_ITS_PAGE[1]],
        [event for _, event in sorted(events.items())],
        {event.href for event in events.values() if not event.origin},
        facet,
        limits,
        way,
    )


def _chosen(
    found: Mapping[facets.Facet, Dates],
) -> tuple[dict[str, list[facets.Facet]], dict[str, int]]:
    """Return the facets that have a page, by kind and in order, and how many more there are."""

    def weight(facet: facets.Facet) -> tuple[int, int, str]:
        return (-len(found[facet][0]), -len(found[facet][1]), facet.slug)

    by_kind: dict[str, list[facets.Facet]] = defaultdict(list)
    for facet, (coming, _) in found.items():
        if coming or facet.kind not in _OF_TIME:
            by_kind[facet.kind].append(facet)
    chosen: dict[str, list[facets.Facet]] = {}
    left_out: dict[str, int] = {}
    for kind in filter(by_kind.__contains__, facets.KINDS):
        of_time, most = kind in _OF_TIME, MOST.get(kind)
        every = sorted(by_kind[kind], key=attrgetter("slug") if of_time else weight)
        kept = every[:most]
        if len(every) > len(kept) and not of_time:
            left_out[kind] = len(every) - len(kept)
        is_ordered = of_time or kind == facets.HOW
        chosen[kind] = kept if is_ordered else sorted(kept, key=attrgetter("slug"))
    return chosen, left_out
