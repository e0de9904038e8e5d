"""What templates show of an event: words and addresses, reckoned from the data and the hour."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote_plus

from events.event import CANCELLED, FULL, POSTPONED, Event, Occurrence
from events.moments import Moment, is_all_day
from french.dates import french_date
from french.event_dates import month_year, spoken_hour, spoken_occurrence, weekday

EVENT_CALENDAR = "evenement.ics"
MAP = "https://www.openstreetmap.org/search?query="
_STATUS_WORDS = {
    FULL: "C'est complet.",
    POSTPONED: "Cet événement est reporté : la nouvelle date sera annoncée ici.",
    CANCELLED: "Cet événement est annulé.",
}
_STATES = {FULL: "full", POSTPONED: "postponed", CANCELLED: "cancelled"}


@dataclass(frozen=True)
class OccurrenceView:
    """One date, ready for display.

    Attributes:
        spoken: in French words.
        start_iso, over_iso: for machines; the second is the UTC moment from which it is over.
        day, weekday, month: « 6 », « samedi », « septembre 2025 ».
    """

    spoken: str
    start_iso: str
    over_iso: str
    day: str
    weekday: str
    month: str


@dataclass(frozen=True)
class EventView:
    """An event, ready for display; `state` is the registration's when the site is built."""

    event: Event
    occurrences: list[OccurrenceView]
    state: str
    map_href: str
    image_href: str
    calendar_href: str
    over_iso: str
    registration_closes_iso: str
    registration_words: str

    def __getattr__(self, name: str) -> object:
        """Return what the event itself says: its title, its place, its price."""
        return getattr(self.event, name)

    @property
    def image_alt(self) -> str:
        """Return the text that stands for the poster: the event's name and date."""
        return f"Affiche : {self.event.title}, {self.occurrences[0].spoken}"

    @property
    def status_words(self) -> str:
        """Return a sentence on the status, or ""."""
        return _STATUS_WORDS.get(self.event.status, "")

    @property
    def registration_href(self) -> str:
        """Return where one registers while one can, or ""."""
        return self.event.registration if self.state == "open" else ""


def view_event(event: Event, now: datetime, link: Callable[[str], str]) -> EventView:
    """Return an event as templates show it.

    Args:
        event: the event.
        now: the UTC moment of the build.
        link: makes the address of a file of the content.
    """
    closes = event.registration_closes_at
    return EventView(
        event=event,
        occurrences=[view_occurrence(occurrence) for occurrence in event.occurrences],
        state=state_at(event, now),
        map_href=MAP + quote_plus(event.address or event.place) if event.address else "",
        image_href=link(event.image) if event.image else "",
        calendar_href=f"{event.href}{EVENT_CALENDAR}",
        over_iso=utc_iso(event.over_at),
        registration_closes_iso=utc_iso(closes) if closes else "",
        registration_words=_registration_words(event),
    )


def view_occurrence(occurrence: Occurrence) -> OccurrenceView:
    """Return one date as templates show it."""
    return OccurrenceView(
        spoken=spoken_occurrence(occurrence.start, occurrence.end),
        start_iso=occurrence.start.isoformat(),
        over_iso=utc_iso(occurrence.over_at),
        day=str(occurrence.first_day.day),
        weekday=weekday(occurrence.first_day),
        month=month_year(occurrence.first_day),
    )


def utc_iso(moment: datetime) -> str:
    """Return a moment in UTC, as `Date.parse` reads it everywhere."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def state_at(event: Event, now: datetime) -> str:
    """Return the state of an event at a moment, for its button."""
    if event.status in (POSTPONED, CANCELLED):
        return _STATES[event.status]
    if event.over_at <= now:
        return "over"
    if event.status in _STATES:
        return _STATES[event.status]
    closes = event.registration_closes_at
    if closes is None:
        return "free"
    return "open" if closes > now else "closed"


def _registration_words(event: Event) -> str:
    until = event.registration_until
    if not event.registration or until is None:
        return ""
    return f"Inscriptions jusqu'au {_spoken_limit(until)}"


def _spoken_limit(until: Moment) -> str:
    words = f"{weekday(until)} {french_date(until)}"
    return words if is_all_day(until) else f"{words}, {spoken_hour(until.time())}"


@dataclass
class Month:
    """The events to come of one month."""

    title: str
    events: list[EventView] = field(default_factory=list)


@dataclass
class Year:
    """The events over of one year."""

    year: int
    events: list[EventView] = field(default_factory=list)


@dataclass(frozen=True)
class Agenda:
    """All the events: to come by month, soonest first; past by year, latest first."""

    href: str
    upcoming: list[Month]
    past: list[Year]
    calendar_href: str
    webcal_href: str
    feed_href: str
    title: str = "Agenda"
    description: str = "Les rendez-vous à venir, mois par mois, et ceux des années passées."


def upcoming_events(views: Iterable[EventView], now: datetime) -> list[EventView]:
    """Return the events not over at a moment, soonest first."""
    coming = [view for view in views if view.event.over_at > now]
    return sorted(coming, key=lambda view: (_next(view, now), view.event.key))


def _next(view: EventView, now: datetime) -> datetime:
    occurrence = view.event.next_after(now)
    return occurrence.over_at if occurrence else view.event.over_at


def by_month(views: Iterable[EventView], now: datetime) -> list[Month]:
    """Group events to come by the month of their next date."""
    months: dict[str, Month] = {}
    for view in upcoming_events(views, now):
        title = month_year(view.event.next_after(now).first_day)
        months.setdefault(title, Month(title)).events.append(view)
    return list(months.values())


def by_year(views: Iterable[EventView], now: datetime) -> list[Year]:
    """Group events over by the year of their last date."""
    past = [view for view in views if view.event.over_at <= now]
    years: dict[int, Year] = {}
    for view in sorted(past, key=lambda v: (v.event.over_at, v.event.key), reverse=True):
        year = view.event.occurrences[-1].last_day.year
        years.setdefault(year, Year(year)).events.append(view)
    return list(years.values())
