"""What a rule of recurrence leaves out (`sauf`): days, spans of days, months of each year. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content_types.events.local_time import day_of, later_moment, moment
from content_types.events.rule_in_french import (
    DAYS,
    MONTH,
    WEEKDAYS_ARE_CHOSEN,
    plain_words,
    read_months,
)
from core.clock import Day
from core.french.dates import french_date
from core.french.event_dates import spoken_occurrence
from core.french.rules import spoken_months
from jekyll.front_matter import Value
from jekyll.front_matter.form import reads
from jekyll.front_matter.lenient_values import plain
from jekyll.front_matter.schema import BadValue

_EXAMPLE = "[2026-12-24, du 1er juillet au 31 août 2027, août]"
_HINT = (
    "Écrivez des jours ou des périodes, par leurs dates, ou des mois : "
    "sauf: [2026-12-24, du 19 décembre 2026 au 4 janvier 2027, août]."
)
_DAYS = {*DAYS, *(f"{day}s" for day in DAYS)}
_MONTHS = re.compile(
    rf"(?:(?:en|de|d|tout|le mois de) )*{MONTH}(?: (?:et |a |au )?(?:en )?{MONTH})*"
)
_SPAN = re.compile(
    r"(?:du (?P<first>.+?) au|(?P<from>.+?) (?:au|→|–|—)) (?P<last>.+)"
    r"|(?P<iso>\d{4}-\d\d-\d\d) ?/ ?(?P<iso_last>\d{4}-\d\d-\d\d)"
)


@dataclass(frozen=True)
class LeftOut:
    """Days on which a rule gives no date."""

    first: Day | None = None  # a day, included; None for months
    last: Day | None = None  # the same
    months: tuple[int, ...] = ()  # months of each year, from 1

    def __contains__(self, day: Day) -> bool:
        """Return whether a day is left out."""
        if self.first is None or self.last is None:
            return day.month in self.months
        return self.first <= day <= self.last

    @property
    def words(self) -> str:
        """Return it as one says it."""
        if self.first is None or self.last is None:
            return spoken_months(self.months)
        if self.first == self.last:
            return f"le {french_date(self.first)}"
        return spoken_occurrence(self.first, self.last)


@reads("list", _EXAMPLE)
def left_out(value: Value, near: Day | None = None) -> tuple[LeftOut, ...]:
    """Read days, spans of days and months; `near`, the file's day, tells the year of a bare day."""
    found: list[LeftOut] = []
    for words in reversed(list(_items(value))):
        # « 24 et 31 décembre » : the month of a number alone is that of the day after it.
        day = _bare(plain(words), found[-1].last) if found and found[-1].last else words
        found.append(_left_out(Value(day, value.line), near))
    return tuple(reversed(found))


def _items(value: Value) -> Iterator[str]:
    for item in [value] if isinstance(value.content, str) else value.content:
        if not isinstance(item, Value) or not isinstance(item.content, str):
            raise BadValue(_HINT)
        yield from (words.strip() for words in re.split(r",|\bet\b", item.content))


def _left_out(item: Value, near: Day | None) -> LeftOut:
    words = " ".join(plain(str(item.content)).split())
    if _MONTHS.fullmatch(plain_words(words)):
        return LeftOut(months=tuple(read_months(plain_words(words))))
    if " sur " in words:
        raise BadValue("« Un jeudi sur deux » se dit dans « chaque ».")
    if not re.search(r"\d", words):
        raise BadValue(WEEKDAYS_ARE_CHOSEN if set(plain_words(words).split()) & _DAYS else _HINT)
    span = _SPAN.fullmatch(words)
    if not span:
        day = day_of(later_moment(Value(words, item.line), near))
        return LeftOut(day, day)
    last = day_of(later_moment(Value(span["last"] or span["iso_last"], item.line), near))
    words = _bare(span["first"] or span["from"] or span["iso"], last)
    first = day_of(moment(Value(words, item.line), last))
    if first > last:
        raise BadValue(f"La période finit avant de commencer. {_HINT}")
    return LeftOut(first, last)


def _bare(words: str, other: Day) -> str:
    """Return a day, with the month and the year of another when it has none."""
    bare = re.fullmatch(r"(?:[a-z]+ )?(\d{1,2})(?:er)?", words)
    return f"{other:%Y-%m}-{int(bare[1]):02}" if bare else words
