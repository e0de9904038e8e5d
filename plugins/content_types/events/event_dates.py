"""The keys of an event's file that tell when it takes place, and what is wrong with them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from content_types.events.event import PLANNED, STATUSES, Occurrence, occurrence
from content_types.events.moments import as_utc, moment, moment_or_hour
from core.diagnostics import ERROR, Diagnostic, Diagnostics
from core.diagnostics.catalog.events import (
    DATES_AND_ANOTHER_KEY,
    END_AGAINST_START,
    EVENT_WITHOUT_A_START,
    MISSING_DATE,
    SAME_START,
)
from core.diagnostics.catalog.front_matter import UNKNOWN_KEY
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.as_written import plain
from jekyll.front_matter.data_types import given, line, postal_address, word_of
from jekyll.front_matter.schema import BadValue, written

DAY_IN_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-[^/]*$")
_KEYS_OF_A_DATE = "Une date n'a que « debut » et « fin »."
_ONE_DATE_A_LINE = "Une date par ligne : - 2026-03-12, ou - {debut: 2026-03-12 18:30, fin: 21h}"


def dates_items(value: Value) -> list[Value]:
    """Read a list, whose items are read one by one."""
    if not isinstance(value.content, list):
        raise BadValue(_ONE_DATE_A_LINE)
    return value.content


START = Field(
    moment,
    None,
    "Le jour, ou le jour et l'heure. Obligatoire, sauf avec dates.",
    ("date", "start"),
)
END = Field(
    moment_or_hour,
    None,
    "La fin : un jour (compris), ou une heure, avec son jour ou non.",
    ("end",),
)
PLACE = Field(line, "", "Le nom du lieu.", ("place", "location"))
ADDRESS = Field(postal_address, "", "L'adresse postale, pour le plan.", ("address",))
STATUS = Field(word_of(STATUSES), PLANNED, "prévu, complet, reporté ou annulé.")
_DATES_ITEM = Schema({"dates": START})
_DATES_PAIR = Schema({"debut": START, "fin": END})
_MOMENTS = (moment, moment_or_hour)


def near_schema(known: Schema, day: date | None) -> Schema:
    """Return a schema whose moments may leave out their year: that of the file's name is meant."""
    near = {
        key: partial(one.read, near=day)
        for key, one in known.fields.items()
        if one.read in _MOMENTS
    }
    return known.reading(near)


def day_in_name(label: str) -> date | None:
    """Return the day that the name of a file begins with, if it exists."""
    in_name = DAY_IN_NAME.search(label)
    try:
        return date.fromisoformat(in_name[1]) if in_name else None
    except ValueError:
        return None


def _start_of(item: Value) -> Value:
    return given(item.content)["debut"] if isinstance(item.content, dict) else item


@dataclass(frozen=True)
class DatesReader:
    """Reads when an event takes place, and tells what is wrong with it."""

    label: str
    day_in_name: date | None
    diagnostics: Diagnostics

    def read(self, values: Mapping[str, Value], read: Mapping[str, Any]) -> tuple[Occurrence, ...]:
        """Return the occurrences in order, or none when one of them is not right."""
        given = [key for key in ("debut", "fin", "dates") if key in values]
        found: list[Occurrence | None] = []
        if "dates" not in given:
            found = [self._pair(values, read, 1)]
        elif len(given) > 1:
            self._clash(values["dates"], given[0], values[given[0]])
        else:
            found = self._items(values["dates"], read["dates"])
        right = [one for one in found if one]
        in_order = sorted(right, key=lambda one: as_utc(one.start))
        return tuple(in_order) if len(right) == len(found) else ()

    def _report(self, line: int, diagnostic: Diagnostic) -> None:
        self.diagnostics.add(diagnostic.at(self.label, line))

    def _clash(self, dates: Value, other: str, value: Value) -> None:
        clash = DATES_AND_ANOTHER_KEY(key=other, line=value.line, example=_ONE_DATE_A_LINE)
        self._report(dates.line, clash)

    def _items(self, value: Value, items: Iterable[Value]) -> list[Occurrence | None]:
        """Return the occurrences of the items of `dates`; two may not begin together."""
        if value.content == []:
            self._report(value.line, MISSING_DATE(example=_ONE_DATE_A_LINE))
        found: list[Occurrence | None] = []
        lines: dict[Any, int] = {}
        for item in items:
            one = self._item(item)
            start = (one.is_all_day, as_utc(one.start)) if one else item.line
            if start in lines:
                reported = written(_start_of(item))
                self._report(item.line, SAME_START(start=reported, line=lines[start]))
                one = None
            elif one:
                lines[start] = item.line
            found.append(one)
        return found

    def _item(self, item: Value) -> Occurrence | None:
        """Return the occurrence of one item of `dates`."""
        if item.is_null:
            self._report(item.line, MISSING_DATE(example=_ONE_DATE_A_LINE))
            return None
        if not isinstance(item.content, dict):
            known = near_schema(_DATES_ITEM, self.day_in_name)
            start = known.read({"dates": item}, self.label, self.diagnostics)["dates"]
            return occurrence(start) if start else None
        for key, value in item.content.items():
            if plain(key) not in _DATES_PAIR.fields:
                unknown = UNKNOWN_KEY(key=key, hint=_KEYS_OF_A_DATE).with_severity(ERROR)
                self._report(value.line, unknown)
                return None
        pair = given(item.content)
        known = near_schema(_DATES_PAIR, self.day_in_name)
        return self._pair(pair, known.read(pair, self.label, self.diagnostics), item.line)

    def _pair(
        self, values: Mapping[str, Value], read: Mapping[str, Any], line: int
    ) -> Occurrence | None:
        """Return the occurrence that `debut` and `fin` tell, None when one is not right."""
        if "debut" not in values:
            self._report(line, EVENT_WITHOUT_A_START(day=self.day_in_name or "2026-03-12"))
            return None
        if read["debut"] is None or (read["fin"] is None and "fin" in values):
            return None  # told already
        try:
            return occurrence(read["debut"], read["fin"])
        except BadValue as bad:
            end, start = written(values["fin"]), written(values["debut"])
            against = END_AGAINST_START(end=end, start=start, hint=bad.expected)
            self._report(values["fin"].line, against)
            return None
