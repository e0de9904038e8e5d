"""What templates show of one date of an event, computed from the data and the hour. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from urllib.parse import quote_plus

from content_types.events.event import PLANNED, Event
from content_types.events.local_time import as_utc
from content_types.events.occurrence import Occurrence, place_and_town
from core.clock import ZONE, Day, iso
from core.french.event_dates import END_OF_NIGHT, figure_of, month_year, spoken_occurrence

MAP = "https://www.openstreetmap.org/search?query="
_POSTAL_CODE = re.compile(r"\b[0-9]{5}\b")


@dataclass(unsafe_hash=True)  # not frozen: thousands are made, in half the time
class OccurrenceView:
    """One date, ready for display."""

    status: str  # one of `STATUSES`
    takes_place: bool  # one can go there
    place: str  # where it is, as the address
    address: str
    label: str  # its status, where it is not that of the event; or ""
    note: str  # that it was moved, and from when, or to when; or ""
    spoken: str  # in French words
    # For machines, as it is given: a day, or an hour with its offset; or "".
    start_iso: str
    end_iso: str
    # The UTC moments at which it begins, and from which it is over.
    start_utc: str
    over_iso: str
    state: str  # when the site is built: "" to come, "now", "over"
    lasts: timedelta  # how long
    day: str  # what its figure shows: « 6 »
    last_day: str  # « –8 », or ""
    month: str  # « septembre 2025 »
    month_key: str
    year: str

    @cached_property
    def days(self) -> tuple[Day, Day]:
        """Return its first and last day; a night belongs to the evening that began it."""
        first = Day(date.fromisoformat(self.start_iso[:10]))
        over = datetime.fromisoformat(self.over_iso).astimezone(ZONE)
        return first, max(first, Day((over - timedelta(hours=END_OF_NIGHT.hour)).date()))

    @cached_property
    def where(self) -> str:
        """Return where it is, in few words; or ""."""
        return place_and_town(self.place, self.address)

    @cached_property
    def map_href(self) -> str:
        """Return the address of a map of it, when it can be found on one; or ""."""
        where = self.address or (self.place if _POSTAL_CODE.search(self.place) else "")
        return MAP + quote_plus(where) if where else ""


def view_occurrence(event: Event, occurrence: Occurrence, now: datetime) -> OccurrenceView:
    """Return one date of an event as templates show it at a UTC moment."""
    begins, over = as_utc(occurrence.start), occurrence.over_at
    day, (place, address) = occurrence.first_day, event.place_of(occurrence)
    status = event.status_of(occurrence)
    figure = figure_of(occurrence.start, occurrence.end)
    return OccurrenceView(
        status=status,
        takes_place=event.takes_place(occurrence),
        place=place,
        address=address,
        label="" if status == PLANNED or status == event.common_status else status.capitalize(),
        note=_note(occurrence),
        spoken=spoken_occurrence(occurrence.start, occurrence.end),
        start_iso=iso(occurrence.start),
        end_iso=iso(occurrence.end) if occurrence.end else "",
        start_utc=utc_iso(begins),
        over_iso=utc_iso(over),
        state="over" if over <= now else "now" if begins <= now else "",
        lasts=over - begins,
        day=figure[0],
        last_day=figure[1],
        month=month_year(day),
        month_key=day.isoformat()[:7],
        year=str(day.year),
    )


def _note(occurrence: Occurrence) -> str:
    moved_from = occurrence.moved_from
    return f"Reporté : initialement le {spoken_occurrence(moved_from)}" if moved_from else ""


def utc_iso(moment: datetime) -> str:
    """Return a moment in UTC, as `Date.parse` reads it everywhere."""
    return moment.astimezone(UTC).isoformat()[: len("2026-12-03T18:30:00")] + "Z"
