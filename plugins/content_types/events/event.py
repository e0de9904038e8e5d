"""What an event is: pure data, and the states that follow from it and from the hour it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from content_types.events.local_time import as_utc, day_of
from content_types.events.occurrence import Occurrence
from content_types.events.repetition import Repetition
from content_types.events.visit import Visit
from core.clock import Moment


class Credit(NamedTuple):
    """Somebody whose calendar announces an event."""

    name: str  # as visitors read it
    href: str  # the address of their page, with the site's base path


@dataclass(frozen=True)
class Origin:
    """What names an event in the calendar it comes from."""

    uid: str = ""  # the calendar's own (RFC 5545, 3.8.4.7), or "" when it has none that lasts
    recurrence_id: Moment | None = None  # which date of a series it is (3.8.4.4), or None
    sequence: int = 0  # how often it was changed (3.8.7.4)


PLANNED, FULL, POSTPONED, CANCELLED = "prévu", "complet", "reporté", "annulé"
STATUSES = (PLANNED, FULL, POSTPONED, CANCELLED)
_PREFIXES = {FULL: "Complet : ", POSTPONED: "Reporté : ", CANCELLED: "Annulé : "}


@dataclass(unsafe_hash=True)  # not frozen: thousands are made, in half the time
class Event:
    """An event as its file tells it."""

    title: str  # plain text
    # The address of its page, with the site's base path; of an announced one, a page of another
    # site, or "".
    href: str
    occurrences: tuple[Occurrence, ...]  # when it takes place, at least once, in order
    key: str  # what names it for ever, for calendars: its file's first name
    place: str = ""  # the name of the place, or ""
    address: str = ""  # its postal address, or ""
    online: str = ""  # the URL where it is followed online, or ""
    registration: str = ""  # the URL where one registers, or ""
    # The last moment to register (a day is included), or None.
    registration_until: Moment | None = None
    price: str = ""  # as written, or ""
    # What one needs to know to come: accessibility, ages, languages, shared seats.
    visit: Visit = field(default_factory=Visit)
    status: str = PLANNED  # one of `STATUSES`
    organisers: tuple[str, ...] = ()  # names
    image: str = ""  # the poster's path in the content (`images/affiche.jpg`), or ""
    image_alt: str = ""  # what the poster shows, or ""
    tags: tuple[str, ...] = ()  # key words
    lang: str = ""  # the language of its words (BCP 47), or "" when they are French
    summary: str = ""  # one or two sentences, or ""
    announced: Moment | None = None  # when the announcement appears
    changed: Moment | None = None  # when it was last changed, or None
    comes_back: bool = False  # its dates are a list, which others may join and leave
    repetition: Repetition | None = None  # the rule by which it comes back, or None
    announced_by: tuple[Credit, ...] = ()  # whose calendars announce it too, or alone
    # What names it in a calendar, when it has no file, nor page, of its own.
    origin: Origin | None = None
    is_featured: bool = False  # the home page announces it before the others

    @property
    def anchor(self) -> str:
        """Return the id of its line in lists, when it has no page; or ""."""
        return f"e-{self.key}" if self.origin else ""

    def occurrence_keys(self, occurrences: Iterable[Occurrence]) -> Iterator[str]:
        """Yield what names each of some dates of the event for ever.

        That of an event with one date is its key: a new title, hour or day moves it in the
        calendars that have it. Those of a list carry their day, so that dates that join the list
        or leave it do not rename the others; when two share a day, the later ones carry their rank.
        """
        ranks: Counter[date] = Counter()
        for occurrence in occurrences:
            day = day_of(occurrence.moved_from or occurrence.start)
            ranks[day] += 1
            is_one_of_many = self.comes_back or len(self.occurrences) > 1
            suffix = f"-{day:%Y%m%d}" if is_one_of_many else ""
            yield self.key + suffix + (f"-{ranks[day]}" if ranks[day] > 1 else "")

    def status_of(self, occurrence: Occurrence) -> str:
        """Return the status of one date: its own, or the event's."""
        return occurrence.status or self.status

    def takes_place(self, occurrence: Occurrence) -> bool:
        """Return whether one can go there at a date."""
        return self.status_of(occurrence) not in (CANCELLED, POSTPONED)

    def place_of(self, occurrence: Occurrence) -> tuple[str, str]:
        """Return the name and the address of where one date is: another place has its own."""
        if occurrence.place or occurrence.address:
            return occurrence.place, occurrence.address
        return self.place, self.address

    @cached_property
    def common_status(self) -> str:
        """Return the status that all dates have; `PLANNED` when they have several."""
        found = {self.status_of(occurrence) for occurrence in self.occurrences}
        return found.pop() if len(found) == 1 else PLANNED

    def title_with(self, status: str) -> str:
        """Return the title as calendars and feeds need it: many show nothing else."""
        return _PREFIXES.get(status, "") + self.title

    @property
    def title_with_status(self) -> str:
        """Return the title with the status of all dates."""
        return self.title_with(self.common_status)

    @property
    def first(self) -> Occurrence:
        """Return the first occurrence, however long ago a rule gave it."""
        return self.repetition.first if self.repetition else self.occurrences[0]

    def nearest(self, now: datetime, most: int) -> tuple[Occurrence, ...]:
        """Return the next dates that a rule gives, or else its last; all, without a rule."""
        if not self.repetition:
            return self.occurrences
        coming = [one for one in self.occurrences if one.over_at > now]
        return tuple(coming[:most]) or self.occurrences[-1:]

    @property
    def announced_date(self) -> Occurrence:
        """Return the first occurrence that takes place, or else the first."""
        return next(filter(self.takes_place, self.occurrences), self.first)

    @cached_property
    def has_one_place(self) -> bool:
        """Return whether all dates are in one place."""
        return len({self.place_of(occurrence) for occurrence in self.occurrences}) == 1

    @property
    def over_at(self) -> datetime:
        """Return the UTC moment from which all of it is over."""
        return max(occurrence.over_at for occurrence in self.occurrences)

    @property
    def changes_at(self) -> set[datetime]:
        """Return the UTC moments at which what is shown of it changes."""
        moments = {at for one in self.occurrences for at in (as_utc(one.start), one.over_at)}
        announced = as_utc(self.announced) if self.announced else None
        grows = self.repetition.grows_at if self.repetition else None
        reported = (self.registration_closes_at, announced, grows)
        return moments.union(moment for moment in reported if moment)

    @property
    def is_registered_by_mail(self) -> bool:
        """Return whether one registers by writing a mail."""
        return self.registration.startswith("mailto:")

    @property
    def registration_closes_at(self) -> datetime | None:
        """Return the UTC moment from which one cannot register; None without registration."""
        if not self.registration:
            return None
        held = filter(self.takes_place, self.occurrences)
        over_at = max((occurrence.over_at for occurrence in held), default=self.over_at)
        until = self.registration_until
        return over_at if until is None else min(Occurrence(until, until).over_at, over_at)

    @property
    def registration_outlasts(self) -> bool:
        """Return whether one is asked to register after all of it is over."""
        until = self.registration_until
        if until is None:
            return False
        if isinstance(until, datetime):
            return as_utc(until) > self.over_at
        return until > max(occurrence.last_day for occurrence in self.occurrences)
