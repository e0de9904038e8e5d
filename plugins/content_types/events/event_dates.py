"""The keys of an event's file that tell when it takes place, and what is wrong with them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypedDict

from content_types.events.event import POSTPONED, STATUSES
from content_types.events.event_keys import DATE, START, DateKeys, EventKeys, near_schema
from content_types.events.local_time import as_utc, day_of
from content_types.events.occurrence import Occurrence, occurrence
from content_types.events.repetition import Repetition
from core.clock import Day, Moment
from core.diagnostics import ERROR, Diagnostic, Diagnostics, typo
from core.diagnostics.catalog import events as rules
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE, UNKNOWN_KEY
from jekyll.front_matter import Schema, Value
from jekyll.front_matter.form import reads
from jekyll.front_matter.lenient_values import key_name, plain
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.yaml_values import written

DAY_IN_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-[^/]*$")
_KEYS_OF_A_DATE = (
    "Une date n'a que « debut », « fin », « statut », « lieu », « adresse », « reporte_du »."
)
# What people write for the new date, where the old one is meant to stay in `debut`.
MOVED_TO_KEYS = frozenset("reporte_au reportee_au reporte_le deplace_au nouvelle_date".split())
_WITH_A_STATUS = re.compile(
    r"(?P<start>[0-9].*?)[ ,;:(–—-]+(?P<status>annul|repor|compl)[^ )]*\)?", re.IGNORECASE
)
_MEANT_FOR_A_START = frozenset(
    "jour quand when start_date startdate date_debut date_de_debut debut_date".split()
)
ONE_DATE_A_LINE = "Une date par ligne : - 2026-03-12, ou - {debut: 2026-03-12 18:30, fin: 21h}"


@reads("dates", "[2027-01-16 18:30, 2027-02-13 18:30]")
def dates_items(value: Value) -> list[Value]:
    """Read a list, whose items are read one by one."""
    if not isinstance(value.content, list):
        raise BadValue(ONE_DATE_A_LINE)
    return value.content


class _DatesItem(TypedDict):
    dates: Moment | None


_DATES_ITEM: Schema[_DatesItem] = Schema({"dates": START})


def _hint_for(key: str, value: Value) -> str:
    """Return what to write for a key that no date has: it may be a day, or what befalls it."""
    said = plain(str(value.content or ""))
    for status in STATUSES:
        if value.is_null and plain(status).startswith(plain(key)[:5]):
            return f"Écrivez « statut: {status} »."
        if key[:1].isdigit() and said and plain(status).startswith(said[:5]):
            return f"Écrivez « - {{debut: {key}, statut: {status}}} »."
    meant = typo(key, DATE.fields)
    return f"Vouliez-vous dire « {meant} » ? {_KEYS_OF_A_DATE}" if meant else _KEYS_OF_A_DATE


def day_in_name(label: str) -> Day | None:
    """Return the day that the name of a file begins with, if it exists."""
    in_name = DAY_IN_NAME.search(label)
    try:
        return Day(date.fromisoformat(in_name[1])) if in_name else None
    except ValueError:
        return None


def _start_of(item: Value) -> Value:
    if not isinstance(item.content, dict):
        return item
    return next(one for key, one in item.content.items() if DATE.name_of(key) == "debut")


@dataclass(frozen=True)
class DatesReader:
    """Reads when an event takes place, and tells what is wrong with it."""

    label: str
    day_in_name: Day | None
    diagnostics: Diagnostics
    start_line: int = 1  # of a `debut` that may be empty
    usual: Repetition | None = None  # gives a date what it does not tell

    def read(self, values: Mapping[str, Value], read: EventKeys) -> tuple[Occurrence, ...]:
        """Return the occurrences in order, or none when one of them is not right."""
        given = [key for key in ("debut", "fin", "reporte_du", "dates") if key in values]
        found: list[Occurrence | None] = []
        if "dates" not in given:
            found = [self.pair(values, read, self.start_line)]
        elif len(given) > 1:
            self._clash(values["dates"], given[0], values[given[0]])
        else:
            found = self.items(values["dates"], read["dates"])
        right = [one for one in found if one]
        in_order = sorted(right, key=lambda one: as_utc(one.start))
        return tuple(in_order) if len(right) == len(found) else ()

    def report(self, line: int, diagnostic: Diagnostic) -> None:
        """Report what is wrong on a line."""
        self.diagnostics.add(diagnostic.at(self.label, line))

    def _clash(self, dates: Value, other: str, value: Value) -> None:
        clash = rules.DATES_AND_ANOTHER_KEY(key=other, line=value.line, example=ONE_DATE_A_LINE)
        self.report(dates.line, clash)

    def items(self, value: Value, items: Iterable[Value]) -> list[Occurrence | None]:
        """Return the occurrences of the items of `dates`; two may not begin together."""
        if value.content == []:
            self.report(value.line, rules.MISSING_DATE(example=ONE_DATE_A_LINE))
        found: list[Occurrence | None] = []
        lines: dict[object, int] = {}
        for item in items:
            one = self._item(item)
            start = (one.is_all_day, as_utc(one.start)) if one else item.line
            if start in lines:
                reported = written(_start_of(item))
                self.report(item.line, rules.SAME_START(start=reported, line=lines[start]))
                one = None
            elif one:
                lines[start] = item.line
            found.append(one)
        return found

    def _item(self, item: Value) -> Occurrence | None:
        """Return the occurrence of one item of `dates`."""
        if item.is_null:
            self.report(item.line, rules.MISSING_DATE(example=ONE_DATE_A_LINE))
            return None
        if isinstance(item.content, str) and (found := _WITH_A_STATUS.fullmatch(item.content)):
            status = next(it for it in STATUSES if plain(it).startswith(found["status"].lower()))
            hint = f"Écrivez {{debut: {found['start']}, statut: {status}}}."
            bad = IMPOSSIBLE_VALUE(key="dates", value=written(item), hint=hint)
            self.report(item.line, bad)
            return None
        if not isinstance(item.content, dict):
            known = near_schema(_DATES_ITEM, self.day_in_name)
            start = known.read({"dates": item}, self.label, self.diagnostics)["dates"]
            return self._occurrence(start, None) if start else None
        for key, value in item.content.items():
            if self.is_moved_to(key, value):
                return None
            if DATE.name_of(key) is None:
                unknown = UNKNOWN_KEY(key=key, hint=_hint_for(key, value)).with_severity(ERROR)
                self.report(value.line, unknown)
                return None
        values = DATE.named(item.content, self.label, self.diagnostics)
        read = near_schema(DATE, self.day_in_name).read(values, self.label, self.diagnostics)
        one = self.pair(values, read, item.line)
        if one is None:
            return None
        status = "" if one.moved_from and read["statut"] == POSTPONED else read["statut"]
        return replace(one, status=status, place=read["lieu"], address=read["adresse"])

    def is_moved_to(self, key: str, value: Value) -> bool:
        """Return whether a key is meant for the new date of what is moved, and tell it."""
        if is_one := key_name(key) in MOVED_TO_KEYS:
            self.report(value.line, rules.MOVED_TO(key=key))
        return is_one

    def pair(self, values: Mapping[str, Value], read: DateKeys, line: int) -> Occurrence | None:
        """Return the occurrence that `debut` and `fin` tell, None when one is not right."""
        if "debut" not in values:
            meant = next((key for key in values if key_name(key) in _MEANT_FOR_A_START), "")
            hint = f"Écrivez « debut: » à la place de « {meant}: »." if meant else None
            missing = rules.EVENT_WITHOUT_A_START(day=self.day_in_name or "2026-03-12", hint=hint)
            self.report(values[meant].line if meant else line, missing)
            return None
        if read["debut"] is None or (read["fin"] is None and "fin" in values):
            return None  # reported already
        try:
            one = self._occurrence(read["debut"], read["fin"])
            return replace(
                one, moved_from=self._moved_from(values, read["debut"], read["reporte_du"])
            )
        except BadValue as bad:
            end, start = written(values["fin"]), written(values["debut"])
            against = rules.END_AGAINST_START(end=end, start=start, hint=bad.expected)
            self.report(values["fin"].line, against)
            return None

    def _occurrence(self, start: Moment, end: Moment | time | None) -> Occurrence:
        if self.usual is None:
            return occurrence(start, end)
        usual = self.usual.starting(start)
        return usual if end is None else occurrence(usual.start, end)

    def _moved_from(
        self, values: Mapping[str, Value], start: Moment, before: Moment | None
    ) -> Moment | None:
        """Return when it was to begin, unless that is when it begins."""
        if before is None:
            return None
        if before == (start if isinstance(before, datetime) else day_of(start)):
            value = values["reporte_du"]
            self.report(value.line, rules.MOVED_NOWHERE(moved_from=written(value)))
            return None
        return before
