"""What the keys of an event and the name of its file say against one another. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content_types.events.event import Event
from content_types.events.local_time import as_utc, day_of
from core.clock import Day
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import events as rules
from core.french.dates import french_date
from jekyll.front_matter import Value
from jekyll.front_matter.yaml_values import written

_WEB = ("https://", "http://")
_POSTAL = "Écrivez l'adresse postale, 12 rue de l'Exemple, 34000 Montpellier : le plan en est tiré."


def contradictions(
    event: Event, named: Day | None, values: Mapping[str, Value]
) -> Iterator[tuple[int, Diagnostic]]:
    """Give what cannot be meant, with its line."""
    if (until := values.get("inscription_jusqu_au")) and not event.registration:
        yield until.line, rules.REGISTRATION_WITHOUT_AN_ADDRESS()
    elif until and event.registration_outlasts:
        yield until.line, rules.REGISTRATION_AFTER_THE_END(until=written(until))
    if event.place.startswith(_WEB):
        yield values["lieu"].line, rules.PLACE_ON_THE_WEB(key="lieu", place=event.place)
    if event.address.startswith(_WEB):
        told = rules.PLACE_ON_THE_WEB(key="adresse", place=event.address, hint=_POSTAL)
        yield values["adresse"].line, told
    announced = values.get("publication")
    if announced and event.announced and as_utc(event.announced) >= event.over_at:
        yield announced.line, rules.ANNOUNCED_AFTER_THE_END(at=written(announced))
    if named and "debut" in values and (other := _another_day(event, named)):
        yield values["debut"].line, other


def _another_day(event: Event, named: Day) -> Diagnostic | None:
    """Return what is wrong with a name: it is of no day that the event says, nor said before."""
    spans = [event.first, *event.occurrences]
    days = [day_of(it) for one in spans for it in (one.start, one.end, one.moved_from) if it]
    if named.year not in {day.year for day in days}:
        return rules.ANOTHER_YEAR_IN_NAME(year=str(days[0].year), named=str(named.year))
    if event.announced:
        days.append(day_of(event.announced))
    if days[0] <= named <= event.first.last_day or named in days:
        return None
    return rules.ANOTHER_DAY_IN_NAME(
        day=french_date(days[0]), named=french_date(named), was=str(named)
    )
