"""What templates show of an event: words and addresses, computed from the data and the hour."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import quote_plus

from content_types.events.event import CANCELLED, FULL, PLANNED, POSTPONED, Event
from content_types.events.local_time import as_utc, day_of
from content_types.events.occurrence import Occurrence
from core.clock import Moment, iso
from core.french.dates import french_date, weekday
from core.french.event_dates import figure_of, month_year, spoken_hour, spoken_occurrence

NEAR_DATES = 3
EVENT_CALENDAR = "evenement.ics"
MAP = "https://www.openstreetmap.org/search?query="
_POSTAL_CODE = re.compile(r"\b[0-9]{5}\b")
_STATUS_WORDS = {
    "full": "C’est complet.",
    "postponed": "Cet événement est reporté : la nouvelle date sera annoncée ici.",
    "cancelled": "Cet événement est annulé.",
}
# When other dates took place, or had another status.
_REST_WORDS = {
    "postponed": "Les dates à venir sont reportées : les nouvelles seront annoncées ici.",
    "cancelled": "Les dates à venir sont annulées.",
}
_STATES = {FULL: "full", POSTPONED: "postponed", CANCELLED: "cancelled"}


@dataclass(frozen=True)
class OccurrenceView:
    """One date, ready for display.

    Attributes:
        status: one of `STATUSES`.
        takes_place: one can go there.
        place, address: where it is.
        map_href: the address of a map of it, or "".
        label: its status, where it is not that of the event; or "".
        note: that it was moved, and from when, or to when; or "".
        spoken: in French words.
        start_iso, end_iso: for machines, as it is told: a day, or an hour with its offset; or "".
        start_utc, over_iso: the UTC moments at which it begins, and from which it is over.
        state: when the site is built: "" to come, "now", "over".
        lasts: how long.
        day, last_day: what its figure shows, « 6 » and « –8 », or "".
        month, month_key, year: « septembre 2025 », « 2025-09 », « 2025 ».
    """

    status: str
    takes_place: bool
    place: str
    address: str
    map_href: str
    label: str
    note: str
    spoken: str
    start_iso: str
    end_iso: str
    start_utc: str
    over_iso: str
    state: str
    lasts: timedelta
    day: str
    last_day: str
    month: str
    month_key: str
    year: str


@dataclass(frozen=True)
class EventView:
    """An event, ready for display.

    Attributes:
        event: the event.
        occurrences: its dates.
        old_dates: those from which it was moved, each with what says to when.
        state: the registration's when the site is built.
        near_dates: those that its page shows at once.
        rule_words: when and until when it comes back, and what is left out; or "".
    """

    event: Event
    occurrences: list[OccurrenceView]
    old_dates: list[OccurrenceView]
    state: str
    image_href: str
    calendar_href: str
    over_iso: str
    registration_closes_iso: str
    registration_words: str
    near_dates: list[OccurrenceView]
    rule_words: str

    def __getattr__(self, name: str) -> object:
        """Return what the event itself says: its title, its price, its common status."""
        return getattr(self.event, name)

    @property
    def image_alt(self) -> str:
        """Return the text that stands for the poster: as written, or the event's name and date."""
        return self.event.image_alt or f"Affiche : {self.event.title}, {self.spoken}"

    @property
    def spoken(self) -> str:
        """Return when it takes place in few words: how often, or its first date."""
        by_rule = self.event.repetition
        return by_rule.spoken if by_rule else self.occurrences[0].spoken

    @property
    def later_dates(self) -> list[OccurrenceView]:
        """Return the dates that follow those shown at once."""
        last = self.near_dates[-1].start_utc
        return [one for one in self.occurrences if one.start_utc > last]

    @property
    def status_words(self) -> str:
        """Return a sentence on the status, or ""."""
        words = _STATUS_WORDS.get(self.state, "")
        is_whole = _STATES.get(self.event.common_status) == self.state
        return words if is_whole else _REST_WORDS.get(self.state, words)

    @property
    def registration_href(self) -> str:
        """Return where one registers while one can, or ""."""
        return self.event.registration if self.state == "open" else ""

    @property
    def registration_call(self) -> str:
        """Return what the button of registration says."""
        return "S’inscrire par courriel" if self.event.is_registered_by_mail else "S’inscrire"

    @property
    def places(self) -> list[OccurrenceView]:
        """Return a date for each place that a map shows."""
        return list({it.map_href: it for it in self.occurrences if it.map_href}.values())


def view_event(event: Event, now: datetime, link: Callable[[str], str]) -> EventView:
    """Return an event as templates show it.

    Args:
        event: the event.
        now: the UTC moment of the build.
        link: makes the address of a file of the content.
    """
    closes = event.registration_closes_at
    shown = {id(one): view_occurrence(event, one, now) for one in event.occurrences}
    return EventView(
        event=event,
        occurrences=list(shown.values()),
        old_dates=list(_old_dates(event, now)),
        state=state_at(event, now),
        image_href=link(event.image) if event.image else "",
        calendar_href=f"{event.href}{EVENT_CALENDAR}",
        over_iso=utc_iso(event.over_at),
        registration_closes_iso=utc_iso(closes) if closes else "",
        registration_words=_registration_words(event),
        near_dates=[shown[id(one)] for one in event.nearest(now, NEAR_DATES)],
        rule_words=event.repetition.sentence(day_of(now)) if event.repetition else "",
    )


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
        map_href=_map_href(place, address),
        label="" if status in (PLANNED, event.common_status) else status.capitalize(),
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
        month_key=f"{day:%Y-%m}",
        year=str(day.year),
    )


def _old_dates(event: Event, now: datetime) -> Iterator[OccurrenceView]:
    """Yield the dates from which others were moved, for who looks for the event there."""
    for one in event.occurrences:
        if one.moved_from:
            before = Occurrence(one.moved_from, None, POSTPONED, one.place, one.address)
            words = spoken_occurrence(one.start, one.end)
            note = words if words.startswith("du ") else f"au {words}"
            yield replace(view_occurrence(event, before, now), note=note)


def _note(occurrence: Occurrence) -> str:
    moved_from = occurrence.moved_from
    return f"Reporté : initialement le {spoken_occurrence(moved_from)}" if moved_from else ""


def _map_href(place: str, address: str) -> str:
    """Return the address of a map, when the place can be found on one."""
    where = address or (place if _POSTAL_CODE.search(place) else "")
    return MAP + quote_plus(where) if where else ""


def utc_iso(moment: datetime) -> str:
    """Return a moment in UTC, as `Date.parse` reads it everywhere."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def state_at(event: Event, now: datetime) -> str:
    """Return the state of an event at a moment, for its button: that of its dates to come."""
    coming = [occurrence for occurrence in event.occurrences if occurrence.over_at > now]
    statuses = {event.status_of(occurrence) for occurrence in coming or event.occurrences}
    if statuses <= {CANCELLED, POSTPONED}:
        return _STATES[POSTPONED if POSTPONED in statuses else CANCELLED]
    if not coming:
        return "over"
    if statuses <= {FULL, CANCELLED, POSTPONED}:
        return _STATES[FULL]
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
