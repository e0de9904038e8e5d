"""The dates that a rule of recurrence gives, within bounds; expanded by `dateutil`. Pure.

Hours are the site's: they are the same on both sides of a change of hour, and one that the clocks
skip is read an hour later (RFC 5545, 3.3.5).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import islice

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from content_types.events.left_out import LeftOut
from content_types.events.local_time import LAST_YEAR, as_utc
from content_types.events.occurrence import Occurrence
from content_types.events.rule import Rule
from core.clock import ZONE, Day, Moment
from core.french.dates import french_date
from core.french.event_dates import spoken_hours
from core.french.lists import french_list
from core.french.rules import spoken_rule

MONTHS_AHEAD = 12
MOST_DATES = 400
_AHEAD = relativedelta(months=MONTHS_AHEAD)
_FARTHEST = Day(date(LAST_YEAR, 12, 31))
_SEARCHED = relativedelta(years=10)  # for a first date


@dataclass(frozen=True)
class Repetition:
    """A rule of recurrence, and the dates that it gives."""

    rule: Rule
    first: Occurrence  # its first date, whose hours and length are those of all
    until: Moment | None  # the last moment that may be a date, a day included; or None
    left_out: tuple[LeftOut, ...]  # what it leaves out
    shown_until: Day  # the last day of which dates are listed

    @property
    def words(self) -> str:
        """Return how often it comes back: « chaque premier jeudi du mois »."""
        return spoken_rule(self.rule.parts, self.first.first_day)

    @property
    def spoken(self) -> str:
        """Return how often and at what hours: « chaque lundi, de 18 h à 20 h »."""
        hours = spoken_hours(self.first.start, self.first.end)
        return ", ".join(filter(None, [self.words, hours]))

    def sentence(self, today: Day) -> str:
        """Return all that it says, in one sentence; what is left out, unless it is past."""
        left_out = [one.words for one in self.left_out if not one.last or one.last >= today]
        parts = [
            self.spoken,
            f"jusqu’au {french_date(self.until)}" if self.until else "",
            f"sauf {french_list(left_out)}" if left_out else "",
        ]
        words = ", ".join(filter(None, parts))
        return f"{words[0].upper()}{words[1:]}."

    @cached_property
    def dates(self) -> tuple[Occurrence, ...]:
        """Return the dates until `shown_until`: the latest, when there are too many."""
        kept = [one for one in self._listed if not self._leaves_out(one)]
        return tuple(map(self._date, kept[-MOST_DATES:]))

    @property
    def exceptions(self) -> list[Moment]:
        """Return when the dates that are left out would begin: all those of days and of counts.

        The months of a rule without a count end at `shown_until`.
        """
        days = [one.last for one in self.left_out if one.last]
        last = _FARTHEST if self.rule.count and self.left_out else max([self.shown_until, *days])
        found = [one for one in self._until(last) if self._leaves_out(one)]
        return [self._date(one).start for one in found[-MOST_DATES:]]

    @property
    def left_out_in_vain(self) -> list[LeftOut]:
        """Return the days left out, among those listed, on which the rule gives no date."""
        days = sorted({Day(one.date()) for one in self._listed})
        past = [one for one in self.left_out if one.last and one.last <= self.shown_until]
        return [one for one in past if not _any_between(days, one)]

    def gives(self, occurrence: Occurrence) -> bool:
        """Return whether a date is as the rule gives it, and nothing of it was changed."""
        slot = occurrence.slot
        return slot is not None and occurrence == replace(self.starting(slot), slot=slot)

    def on(self, day: Day) -> Occurrence | None:
        """Return the date of the rule on a day, however far, or None."""
        starts = self._listed if day <= self.shown_until else self._until(day)
        found = [one for one in starts if one.date() == day and not self._leaves_out(one)]
        return self._date(found[0]) if found else None

    @property
    def grows_at(self) -> datetime:
        """Return the UTC moment from which dates of one more day are listed."""
        return as_utc(Day(self.shown_until + timedelta(days=1) - _AHEAD))

    def starting(self, start: Moment) -> Occurrence:
        """Return a date of the usual length, at the usual hour of a day that has none."""
        usual = self.first.start
        if isinstance(usual, datetime) and not isinstance(start, datetime):
            start = _zoned(datetime.combine(start, usual.time()))
        if self.first.end is None or isinstance(start, datetime) != isinstance(usual, datetime):
            return Occurrence(start)
        at_its_hour = datetime.combine(start, _local(usual).time())
        is_usual = not isinstance(start, datetime) or _zoned(at_its_hour) == start
        local = at_its_hour if is_usual else _local(start)
        lasts = _local(self.first.end) - _local(usual)
        if not isinstance(start, datetime):
            return Occurrence(start, Day((local + lasts).date()))
        end = _zoned(local + lasts)
        return Occurrence(start, end if as_utc(end) > as_utc(start) else start + lasts)

    @cached_property
    def _listed(self) -> list[datetime]:
        return self._until(self.shown_until)

    def _until(self, last: Day) -> list[datetime]:
        return list(_starts(self.rule, self.first.start, _last(self.until, last)))

    def _leaves_out(self, start: datetime) -> bool:
        day = start.date()
        return day in self._days_out or any(Day(day) in one for one in self._spans_out)

    @cached_property
    def _days_out(self) -> frozenset[date]:
        return frozenset(one.first for one in self.left_out if one.first and one.first == one.last)

    @cached_property
    def _spans_out(self) -> tuple[LeftOut, ...]:
        return tuple(one for one in self.left_out if not one.first or one.first != one.last)

    def _date(self, start: datetime) -> Occurrence:
        moment = Day(start.date()) if self.first.is_all_day else _zoned(start)
        return replace(self.starting(moment), slot=moment)


def repetition(
    rule: Rule, base: Occurrence, until: Moment | None, left_out: tuple[LeftOut, ...], now: datetime
) -> Repetition | None:
    """Return what a rule makes of a date, None when it gives none.

    A date that the rule does not give is not one: the first that it gives from then on is the
    first, and what it counts (« un mardi sur deux ») is counted from there (RFC 5545, 3.8.5.3).

    Args:
        base: the first date, as written.
        until: the last moment that may be a date, a day included; or None for the rule's own.
        left_out: what it leaves out.
        now: the moment of the build, from which endless rules are followed for `MONTHS_AHEAD`.
    """
    each = replace(rule, text=re.sub(r"INTERVAL=\d+", "INTERVAL=1", rule.text))
    start = next(_starts(each, base.start, _local(base.start) + _SEARCHED), None)
    if start is None:
        return None
    found = Repetition(rule, base, until or rule.until, left_out, base.first_day)
    first = replace(found._date(start), slot=None)
    ahead = max(now.astimezone(ZONE).date() + _AHEAD, first.first_day)
    last = _last(found.until, Day(ahead)).date()
    return replace(found, first=first, shown_until=Day(last))


def _starts(rule: Rule, first: Moment, last: datetime) -> Iterator[datetime]:
    """Return the starts that a rule gives from one on until an end, all in the site's hours."""
    return islice(rrulestr(rule.text, dtstart=_local(first)).replace(until=last), rule.count)


def _any_between(days: list[Day], left_out: LeftOut) -> bool:
    """Return whether one of some days, in order, is left out by a span of days."""
    assert left_out.first is not None
    place = bisect_left(days, left_out.first)
    return place < len(days) and days[place] in left_out


def _last(until: Moment | None, last: Day) -> datetime:
    """Return the sooner of two ends, in the site's hours."""
    ends = [one if isinstance(one, datetime) else _end_of(one) for one in (until, last) if one]
    return min(_local(end) if end.tzinfo else end for end in ends)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max)


def _local(moment: Moment) -> datetime:
    """Return a moment without its zone, in the site's hours; a day begins at its midnight."""
    if isinstance(moment, datetime):
        return moment.astimezone(ZONE).replace(tzinfo=None, fold=0)
    return datetime.combine(moment, time())


def _zoned(local: datetime) -> datetime:
    return local.replace(tzinfo=ZONE).astimezone(UTC).astimezone(ZONE)
