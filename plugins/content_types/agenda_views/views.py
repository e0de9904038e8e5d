"""The views of the agenda: all of it, that of an actor, of a town, of a month… Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from content_types.agenda_views import facets
from content_types.events.agenda import Group, Line, month_groups, year_groups
from content_types.events.event import Event

# How many dates a page shows, to come and over: the first page is for a phone on a bad line.
FIRST, OTHERS = (40, 12), (100, 30)
# Facets of a kind that have a page: those of the most dates. A week further on is in its month.
MOST = {facets.TOWN: 40, facets.SUBJECT: 40, facets.WEEK: 8, facets.MONTH: 36}
EMBEDDED = 20
YEARS = f"{facets.ROOT}annees/"
CALENDAR_NAME, EMBED_NAME = "agenda.ics", "integrer/"
# The paths, as a regular expression, of what other sites may show in a frame.
EMBEDDABLE = rf"{facets.ROOT}(?:[^/]+/)?{EMBED_NAME}(?:index\.html)?"


@dataclass(frozen=True)
class View:
    """A page of the agenda, and what else is offered of the same dates.

    Attributes:
        path, href: its address, without and with the base path.
        title: as a visitor reads it.
        facet: by what its dates were found; None for all of them, and for those of a year.
        coming, over: its dates, soonest first, latest first.
        limits: how many of both its page shows; None for all.
        way: the titles and addresses of the pages above it.
    """

    path: str
    href: str
    title: str
    facet: facets.Facet | None = None
    coming: list[Line] = field(default_factory=list)
    over: list[Line] = field(default_factory=list)
    limits: tuple[int, int] | None = OTHERS
    way: tuple[tuple[str, str], ...] = ()

    @property
    def description(self) -> str:
        """Return what it shows, in a line."""
        if self.path == facets.ROOT:
            return "Les rendez-vous à venir, mois par mois, et ceux des années passées."
        return f"{self.title} : les rendez-vous à venir, mois par mois."

    @cached_property
    def upcoming(self) -> list[Group]:
        """Return the dates to come that the page shows, those under way then by month."""
        return month_groups(self.coming[: self.limits[0]] if self.limits else self.coming)

    @cached_property
    def past(self) -> list[Group]:
        """Return the dates over that the page shows, by year."""
        return year_groups(self.over[: self.limits[1]] if self.limits else self.over)

    @property
    def more_coming(self) -> int:
        """Return how many dates to come the page leaves out."""
        return max(0, len(self.coming) - self.limits[0]) if self.limits else 0

    @property
    def more_over(self) -> int:
        """Return how many dates over the page leaves out."""
        return max(0, len(self.over) - self.limits[1]) if self.limits else 0

    @cached_property
    def embedded(self) -> list[Line]:
        """Return the dates that another site shows of it: those to which one can go."""
        return list(islice((line for line in self.coming if line.takes_place), EMBEDDED))

    @property
    def is_lasting(self) -> bool:
        """Return whether one can subscribe to it: it is not of a week, a month or a year."""
        return self.path == facets.ROOT or (
            self.facet is not None and self.facet.kind not in (facets.WEEK, facets.MONTH)
        )

    @cached_property
    def has_feed(self) -> bool:
        """Return whether a feed announces its events: those that have a page of their own."""
        lines = (line for lines in (self.coming, self.over) for line in lines)
        pages = self.is_lasting and any(not line.event.event.origin for line in lines)
        return self.path == facets.ROOT or pages

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

    @property
    def events(self) -> list[Event]:
        """Return its events, each once, in the order of their keys."""
        found = {line.event.event.key: line.event.event for line in [*self.coming, *self.over]}
        return [event for _, event in sorted(found.items())]


@dataclass(frozen=True)
class Agenda:
    """All the views.

    Attributes:
        whole: that of all dates.
        by_facet: those of facets, by kind, in the order of their names (of their dates, for weeks
            and months).
        years: those of what is over, latest first.
        left_out: how many facets of each kind are too many to have a page.
    """

    whole: View
    by_facet: dict[str, list[View]]
    years: list[View]
    left_out: dict[str, int]

    @property
    def all(self) -> list[View]:
        """Return every view, that of all dates first."""
        return [
            self.whole,
            *(view for kind in self.by_facet.values() for view in kind),
            *self.years,
        ]

    @property
    def filters(self) -> list[tuple[str, str, list[View]]]:
        """Return, by kind, its name and the views of it that lead to something to come."""
        kept = {kind: [it for it in views if it.coming] for kind, views in self.by_facet.items()}
        return [(kind, facets.KINDS[kind][0], views) for kind, views in kept.items() if views]

    def view_of(self, facet: facets.Facet) -> View | None:
        """Return the view of a facet, where it has one."""
        return self._views.get(facet)

    @cached_property
    def _views(self) -> dict[facets.Facet, View]:
        return {view.facet: view for view in self.all if view.facet}

    def programmes(self) -> dict[str, list[Line]]:
        """Return the dates of each month that has some to come, those over too, by its name."""
        names = [view.facet.slug for view in self.by_facet.get(facets.MONTH, []) if view.facet]
        found: dict[str, list[Line]] = {name: [] for name in names}
        for line in [*reversed(self.whole.over), *self.whole.coming]:
            first, last = line.date.month_key, line.date.days[1].isoformat()[:7]
            for name in [first] if first == last else names:
                if first <= name <= last and name in found:
                    found[name].append(line)
        return found


def make_agenda(
    coming: Sequence[Line],
    over: Sequence[Line],
    reader: facets.FacetReader,
    title: str,
    href: Callable[[str], str],
) -> Agenda:
    """Return the agenda of dates to come, soonest first, and over, latest first."""
    whole = View(
        facets.ROOT, href(facets.ROOT), title, coming=list(coming), over=list(over), limits=FIRST
    )
    found: dict[facets.Facet, View] = {}
    way = ((title, whole.href),)
    for lines, name in ((coming, "coming"), (over, "over")):
        for line in lines:
            for facet in reader.of(line):
                if facet not in found:
                    limits = None if facet.kind in (facets.WEEK, facets.MONTH) else OTHERS
                    told = f"{title} : {facet.name}"
                    found[facet] = View(
                        facet.path, href(facet.path), told, facet, limits=limits, way=way
                    )
                getattr(found[facet], name).append(line)
    by_facet, left_out = _chosen(found.values())
    years = [
        View(path, href(path), f"{title} de {group.key}", over=group.lines, limits=None, way=way)
        for group in year_groups(over)
        for path in [f"{YEARS}{group.key}/"]
    ]
    return Agenda(whole, by_facet, years, left_out)


def _chosen(views: Iterable[View]) -> tuple[dict[str, list[View]], dict[str, int]]:
    """Return the views that have a page, by kind and in order, and how many more there are."""
    by_kind: dict[str, list[View]] = defaultdict(list)
    for view in views:
        if view.facet and (view.coming or view.facet.kind not in (facets.WEEK, facets.MONTH)):
            by_kind[view.facet.kind].append(view)
    chosen: dict[str, list[View]] = {}
    left_out: dict[str, int] = {}
    for kind in facets.KINDS:
        of_time, most = kind in (facets.WEEK, facets.MONTH), MOST.get(kind)
        every = sorted(by_kind[kind], key=lambda view: _slug(view) if of_time else _weight(view))
        kept = every[:most]
        if len(every) > len(kept) and not of_time:
            left_out[kind] = len(every) - len(kept)
        chosen[kind] = kept if of_time or kind == facets.HOW else sorted(kept, key=_slug)
    return {kind: kept for kind, kept in chosen.items() if kept}, left_out


def _slug(view: View) -> str:
    return view.facet.slug if view.facet else ""


def _weight(view: View) -> tuple[int, int, str]:
    return (-len(view.coming), -len(view.over), _slug(view))
