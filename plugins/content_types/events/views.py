"""What templates show of an event: words and addresses, computed from the data and the hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

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


@dataclass(unsafe_hash=True)  # not frozen: thousands are made, in half the time
class EventView:
    """An event, ready for display."""

    event: Event
    occurrences: list[OccurrenceView]  # its dates
    old_dates: list[OccurrenceView]  # those from which it was moved, each with what says to when
    image_href: str
    calendar_href: str
    now: datetime = field(compare=False)  # when the site is built

    def __getattr__(self, name: str) -> object:
        """Return what the event itself says: its title, its price, its common status."""
        return getattr(self.__dict__.get("event"), name)  # it has none yet, as `pickle` makes it

    @property
    def image_alt(self) -> str:
        """Return the text that stands for the poster: as written, or the event's name and date."""
        return self.event.image_alt or f"Affiche : {self.event.title}, {self.spoken}"

    @property
    def spoken(self) -> str:
        """Return when it takes place in few words: how often, or its first date."""
        by_rule = self.event.repetition
        return by_rule.spoken if by_rule else self.occurrences[0].spoken

    @cached_property
    def state(self) -> str:
        """Return the state of the event when the site is built, for its button."""
        return state_at(self.event, self.now)

    @property
    def over_iso(self) -> str:
        """Return the UTC moment from which all of it is over."""
        return max(one.over_iso for one in self.occurrences)

    @property
    def registration_closes_iso(self) -> str:
        """Return the UTC moment from which one cannot register; or ""."""
        closes = self.event.registration_closes_at
        return utc_iso(closes) if closes else ""

    @property
    def registration_words(self) -> str:
        """Return until when one registers, or ""."""
        until = self.event.registration_until
        if not self.event.registration or until is None:
            return ""
        return f"Inscriptions jusqu’au {_spoken_limit(until)}"

    @property
    def rule_words(self) -> str:
        """Return when and until when it comes back, and what is left out; or ""."""
        by_rule = self.event.repetition
        return by_rule.sentence(day_of(self.now)) if by_rule else ""

    @cached_property
    def near_dates(self) -> list[OccurrenceView]:
        """Return the dates that its page shows at once."""
        near = set(map(id, self.event.nearest(self.now, NEAR_DATES)))
        pairs = zip(self.event.occurrences, self.occurrences, strict=True)
        return [shown for one, shown in pairs if id(one) in near]

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
        now: the UTC moment of the build.
        link: makes the address of a file of the content.
    """
    shown = [view_occurrence(event, one, now) for one in event.occurrences]
    image_href = link(event.image) if event.image else ""
    old_dates, calendar_href = list(_old_dates(event, now)), f"{event.href}{EVENT_CALENDAR}"
    return EventView(event, shown, old_dates, image_href, calendar_href, now)


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


def _spoken_limit(until: Moment) -> str:
    words = f"{weekday(until)} {french_date(until)}"
    return f"{words}, {spoken_hour(until.time())}" if isinstance(until, datetime) else words
