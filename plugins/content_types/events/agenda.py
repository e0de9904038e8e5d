"""The agenda: a line for each date of each event, in order; pure.

The script of the theme (`theme/static/js/temps.js`) does the same in the page as time passes, from
what the lines carry: the keys and titles of groups are the same in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from operator import attrgetter

from content_types.events.event import Credit
from content_types.events.occurrence_view import OccurrenceView
from content_types.events.views import EventView

NOW_KEY, NOW_TITLE = "0", "En ce moment"
# The home page is built every night; a page that is older than these shows no next event.
NEXT_EVENTS = 8
NEXT_OF_ONE_CALENDAR = 2
_LONG = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """One date of an event, or one from which it was moved."""

    event: EventView
    date: OccurrenceView

    @property
    def takes_place(self) -> bool:
        """Return whether one can go there."""
        return self.date.takes_place

    @property
    def is_now(self) -> bool:
        """Return whether it is under way when the site is built."""
        return self.takes_place and self.date.state == "now"

    @property
    def was_moved(self) -> bool:
        """Return whether another date of the event stands in its place."""
        return bool(self.event.old_dates) and self.date in self.event.old_dates

    @property
    def other_dates(self) -> str:
        """Return how often, or that, the event takes place at other dates too; or ""."""
        by_rule = self.event.event.repetition
        if by_rule:
            return by_rule.words
        held = [one for one in self.event.occurrences if one.takes_place and one is not self.date]
        if not held or self.was_moved:
            return ""
        return "et une autre date" if len(held) == 1 else "et d’autres dates"

    @property
    def order(self) -> tuple[str, str, str]:
        """Return what lines are sorted by: when they begin, then end, then their file's name."""
        return (self.date.start_utc, self.date.over_iso, self.event.event.key)


Lines = list[Line] | str  # or the HTML of them, once it is made


@dataclass
class Group:
    """The lines of a month, of a year, or of the moment; `key` sorts groups."""

    key: str
    title: str
    lines: Lines


def upcoming_lines(views: Iterable[EventView]) -> list[Line]:
    """Return the dates that are not over when the site is built, soonest first."""
    return sorted(_lines(views, are_over=False), key=attrgetter("order"))


def past_lines(views: Iterable[EventView]) -> list[Line]:
    """Return the dates that are over when the site is built, latest first."""
    return sorted(_lines(views, are_over=True), key=attrgetter("order"), reverse=True)


def month_groups(lines: Iterable[Line]) -> list[Group]:
    """Group dates to come, soonest first: those under way, then by the month they begin in."""
    return _grouped(sorted(lines, key=lambda line: not line.is_now), _month_of)


def year_groups(lines: Iterable[Line]) -> list[Group]:
    """Group dates over, latest first, by the year in which they began."""
    return _grouped(lines, lambda one: (one.date.year, f"Archives {one.date.year}"))


def next_lines(coming: Iterable[Line]) -> list[Line]:
    """Return, of dates to come, those that the home page announces: one can go there.

    What has been open for more than a day, such as an exhibition, leaves its place to what begins.
    What is featured comes first; one calendar does not take all the places.
    """
    lines = [line for line in coming if line.takes_place]
    lines.sort(key=lambda line: line.is_now and line.date.lasts > _LONG)
    lines.sort(key=lambda line: not line.event.event.is_featured)
    return list(islice(_in_turn(lines), NEXT_EVENTS))


def _in_turn(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines but those that come after others of the same calendar."""
    counts: Counter[tuple[Credit, ...]] = Counter()
    for line in lines:
        event = line.event.event
        if event.origin and not event.is_featured:
            counts[event.announced_by[:1]] += 1
            if counts[event.announced_by[:1]] > NEXT_OF_ONE_CALENDAR:
                continue
        yield line


def _lines(views: Iterable[EventView], are_over: bool) -> Iterable[Line]:
    for view in views:
        for one in (*view.occurrences, *view.old_dates):
            if (one.state == "over") is are_over:
                yield Line(view, one)


def _month_of(line: Line) -> tuple[str, str]:
    return (NOW_KEY, NOW_TITLE) if line.is_now else (line.date.month_key, line.date.month)


def _grouped(lines: Iterable[Line], group_of: Callable[[Line], tuple[str, str]]) -> list[Group]:
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        found.setdefault(group_of(line), []).append(line)
    return [Group(*group, shown) for group, shown in found.items()]
