"""What templates show of an event: words and addresses, computed from the data and the hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from content_types.events.event import CANCELLED, FULL, POSTPONED, Event
from content_types.events.local_time import day_of
from content_types.events.occurrence import Occurrence
from content_types.events.occurrence_view import OccurrenceView, utc_iso, view_occurrence
from core.clock import Moment
from core.french.dates import french_date, weekday
from core.french.event_dates import spoken_hour, spoken_occurrence

NEAR_DATES = 3
EVENT_CALENDAR = "evenement.ics"
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
class EventView:
    """An event, ready for display."""

    event: Event
    occurrences: list[OccurrenceView]  # its dates
    old_dates: list[OccurrenceView]  # those from which it was moved, each with what says to when
    state: str  # the registration's when the site is built
    image_href: str
    calendar_href: str
    over_iso: str
    registration_closes_iso: str
    registration_words: str
    near_dates: list[OccurrenceView]  # those that its page shows at once
    rule_words: str  # when and until when it comes back, and what is left out; or ""

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
    """Return an event as templates show it."""
    closes = event.registration_closes_at
    shown = {id(one): view_occurrence(event, one, now) for one in event.occurrences}
    return EventView(
        event=event,
        occurrences=list(shown.values()),
        old_dates=list(_old_dates(event, now)),
        state=state_at(event, now),
        image_href=link(event.image) if event.image else "",
        calendar_href=f"{event.href}{EVENT_CALENDAR}",
        over_iso=max(one.over_iso for one in shown.values()),
        registration_closes_iso=utc_iso(closes) if closes else "",
        registration_words=_registration_words(event),
        near_dates=[shown[id(one)] for one in event.nearest(now, NEAR_DATES)],
        rule_words=event.repetition.sentence(day_of(now)) if event.repetition else "",
    )


def _old_dates(event: Event, now: datetime) -> Iterator[OccurrenceView]:
    """Yield the dates from which others were moved, for who looks for the event there."""
    for one in event.occurrences:
        if one.moved_from:
            before = Occurrence(one.moved_from, None, POSTPONED, one.place, one.address)
            words = spoken_occurrence(one.start, one.end)
            note = words if words.startswith("du ") else f"au {words}"
            yield replace(view_occurrence(event, before, now), note=note)


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
