"""What templates show of an event: words and addresses, reckoned from the data and the hour."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote_plus

from content_types.events.event import CANCELLED, FULL, POSTPONED, Event, Occurrence
from content_types.events.moments import as_utc
from core.clock import iso
from core.french.dates import french_date
from core.french.event_dates import month_year, spoken_hour, spoken_occurrence, weekday
from jekyll.front_matter.moments import Moment

EVENT_CALENDAR = "evenement.ics"
MAP = "https://www.openstreetmap.org/search?query="
_POSTAL_CODE = re.compile(r"\b[0-9]{5}\b")
_STATUS_WORDS = {
    FULL: "C’est complet.",
    POSTPONED: "Cet événement est reporté : la nouvelle date sera annoncée ici.",
    CANCELLED: "Cet événement est annulé.",
}
_STATES = {FULL: "full", POSTPONED: "postponed", CANCELLED: "cancelled"}


@dataclass(frozen=True)
class OccurrenceView:
    """One date, ready for display.

    Attributes:
        spoken: in French words.
        start_iso: for machines, as it is told: a day, or an hour with its offset.
        start_utc, over_iso: the UTC moments at which it begins, and from which it is over.
        state: when the site is built: "" to come, "now", "over".
        lasts: how long.
        day, month, month_key, year: « 6 », « septembre 2025 », « 2025-09 », « 2025 ».
    """

    spoken: str
    start_iso: str
    start_utc: str
    over_iso: str
    state: str
    lasts: timedelta
    day: str
    month: str
    month_key: str
    year: str


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
        """Return the text that stands for the poster: as written, or the event's name and date."""
        return self.event.image_alt or f"Affiche : {self.event.title}, {self.occurrences[0].spoken}"

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
        occurrences=[view_occurrence(occurrence, now) for occurrence in event.occurrences],
        state=state_at(event, now),
        map_href=_map_href(event),
        image_href=link(event.image) if event.image else "",
        calendar_href=f"{event.href}{EVENT_CALENDAR}",
        over_iso=utc_iso(event.over_at),
        registration_closes_iso=utc_iso(closes) if closes else "",
        registration_words=_registration_words(event),
    )


def view_occurrence(occurrence: Occurrence, now: datetime) -> OccurrenceView:
    """Return one date as templates show it at a UTC moment."""
    begins, over = as_utc(occurrence.start), occurrence.over_at
    day = occurrence.first_day
    return OccurrenceView(
        spoken=spoken_occurrence(occurrence.start, occurrence.end),
        start_iso=iso(occurrence.start),
        start_utc=utc_iso(begins),
        over_iso=utc_iso(over),
        state="over" if over <= now else "now" if begins <= now else "",
        lasts=over - begins,
        day=str(day.day),
        month=month_year(day),
        month_key=f"{day:%Y-%m}",
        year=str(day.year),
    )


def _map_href(event: Event) -> str:
    """Return the address of a map, when the place can be found on one."""
    where = event.address or (event.place if _POSTAL_CODE.search(event.place) else "")
    return MAP + quote_plus(where) if where else ""


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
    return f"Inscriptions jusqu’au {_spoken_limit(until)}"


def _spoken_limit(until: Moment) -> str:
    words = f"{weekday(until)} {french_date(until)}"
    return f"{words}, {spoken_hour(until.time())}" if isinstance(until, datetime) else words
