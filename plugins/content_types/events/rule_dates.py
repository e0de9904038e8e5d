"""The keys of an event that takes place several times: by a rule, or by a list of dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from content_types.events.event_dates import DatesReader, dates_items
from content_types.events.event_keys import DATE, EventKeys
from content_types.events.left_out import left_out
from content_types.events.local_time import as_utc, day_of, later_moment
from content_types.events.occurrence import Occurrence
from content_types.events.repetition import MONTHS_AHEAD, Repetition, repetition
from content_types.events.rule import rule
from core.clock import Moment, iso
from core.diagnostics import Diagnostics
from core.diagnostics.catalog import events as rules
from core.french.event_dates import spoken_occurrence
from jekyll.front_matter import Field, Value
from jekyll.front_matter.form import FIRST, Form
from jekyll.front_matter.yaml_values import written

TIMES = {
    "chaque": Field(
        rule,
        None,
        "Quand cela revient, en toutes lettres ; « debut » est alors la première date.",
        form=Form("Revient", "chaque samedi", FIRST, "une seule fois"),
    ),
    "jusqu_au": Field(
        later_moment,
        None,
        "Le dernier jour où cela revient, compris.",
        form=Form(
            "Revient jusqu'au",
            place=FIRST,
            after="chaque",
            otherwise=f"sans fin, et le site montre les {MONTHS_AHEAD} mois à venir",
        ),
    ),
    "sauf": Field(
        left_out,
        (),
        "Ce qui est sauté : des jours, des périodes, des mois.",
        form=Form("Sauf", "[2026-12-26, août]", FIRST, after="chaque"),
    ),
    "dates": Field(
        dates_items,
        (),
        "Toutes les dates, à la place de « debut » et de « fin » ; avec « chaque », "
        "celles qui changent.",
        form=Form(
            "Plusieurs dates",
            instead=("debut", "fin", "reporte_du"),
            unless="chaque",
            fields=DATE.fields,
        ),
    ),
}


def report_without_a_rule(
    values: Mapping[str, Value], label: str, diagnostics: Diagnostics
) -> None:
    """Report the keys of a rule that are there without one."""
    for key in ("jusqu_au", "sauf"):
        if key in values and "chaque" not in values:
            diagnostics.add(rules.WITHOUT_A_RULE(key=key).at(label, values[key].line))


def read_by_rule(
    reader: DatesReader, values: Mapping[str, Value], read: EventKeys, now: datetime
) -> tuple[Repetition | None, tuple[Occurrence, ...]]:
    """Return what comes back by a rule, and its dates in order; none when one is not right.

    Args:
        reader: reads `debut`, `fin` and the items of `dates`, and tells what is wrong with them.
        values: the front matter, by documented keys.
    """
    base = reader.pair(values, read, reader.start_line)
    if "reporte_du" in values:
        reader.report(values["reporte_du"].line, rules.MOVED_BY_NO_RULE())
    elif read["chaque"] and "jusqu_au" in values and (read["chaque"].until or read["chaque"].count):
        reader.report(values["jusqu_au"].line, rules.RULE_WITH_TWO_ENDS())
    elif read["chaque"] and base and not (read["jusqu_au"] is None and "jusqu_au" in values):
        found = repetition(read["chaque"], base, read["jusqu_au"], read["sauf"], now)
        if found and found.dates:
            _report(reader, found, base, values)
            return found, _dates(replace(reader, usual=found), found, values, read)
        start = spoken_occurrence(day_of(base.start))
        reader.report(values["chaque"].line, rules.RULE_WITHOUT_A_DATE(start=start))
    return None, ()


def _report(
    reader: DatesReader, found: Repetition, base: Occurrence, values: Mapping[str, Value]
) -> None:
    first = found.first
    if first.first_day != base.first_day:
        told = rules.RULE_WITH_ANOTHER_FIRST_DATE(
            start=written(values["debut"]),
            first=spoken_occurrence(first.first_day),
            right=iso(first.start)[:16].replace("T", " "),
        )
        reader.report(values["debut"].line, told)
    for one, other in pairwise(found.dates):
        if one.end is not None and one.over_at > as_utc(other.start):
            spoken = [spoken_occurrence(each.start, each.end) for each in (one, other)]
            overlap = rules.DATES_THAT_OVERLAP(first=spoken[0], second=spoken[1])
            reader.report(values["fin"].line, overlap)
            break
    for vain in found.left_out_in_vain:
        reader.report(values["sauf"].line, rules.LEFT_OUT_IN_VAIN(words=vain.words))


def _dates(
    reader: DatesReader, found: Repetition, values: Mapping[str, Value], read: EventKeys
) -> tuple[Occurrence, ...]:
    """Return the dates of a rule, those that `dates` changes or adds in their place."""
    changed: list[Occurrence] = []
    lines: dict[Moment, int] = {}
    items = reader.items(values["dates"], read["dates"]) if "dates" in values else []
    for item, one in zip(read["dates"], items, strict=bool(items)):
        if one is None:
            return ()
        day = day_of(one.moved_from or one.start)
        usual = found.on(day)
        slot = usual.start if usual else None
        if slot is None and (one.moved_from or one.status):
            reader.report(item.line, rules.NOT_A_DATE_OF_THE_RULE(day=spoken_occurrence(day)))
            return ()
        if slot in lines:
            twice = rules.SAME_START(start=spoken_occurrence(day), line=lines[slot])
            reader.report(item.line, twice)
            return ()
        if slot:
            lines[slot] = item.line
        changed.append(replace(one, slot=slot, moved_from=one.moved_from and slot))
    dates = [one for one in found.dates if one.slot not in lines] + changed
    return tuple(sorted(dates, key=lambda one: as_utc(one.start)))
