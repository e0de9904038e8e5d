"""Calendars to subscribe to or to import: iCalendar (RFC 5545).

The bytes follow from the events alone: no clock, no random number, so that two builds of the same
content make the same file. That is why two properties are as they are:

- DTSTAMP (RFC 5545, 3.8.7.2) is when the event was changed or, when that is not given, when it was
  announced, or else when it begins.
- LAST-MODIFIED (3.8.7.3) and SEQUENCE (3.8.7.4) are from the day that the file says it was changed
  (`modifie`). The true moment of a revision would need a history, which a file's content does not
  hold; and readers pass over what comes with a lesser number than they have seen, so that a number
  computed from a status, which may come back, would do harm.

METHOD is absent too: the file is a calendar, not a message between calendars, and PUBLISH would
make ORGANIZER, an e-mail address, compulsory (RFC 5546, 3.2.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import chain
from urllib.parse import quote

from content_types.events.calendar_lines import PARIS, as_bytes, moments, rule, text
from content_types.events.event import CANCELLED, POSTPONED, Event
from content_types.events.local_time import as_utc, day_of
from content_types.events.occurrence import Occurrence
from content_types.events.repetition import Repetition
from core.clock import ZONE, Moment
from core.french.event_dates import spoken_occurrence

PRODUCT = "-//La méridionale des coopératives//Agenda//FR"
_STATUSES = {CANCELLED: "CANCELLED", POSTPONED: "TENTATIVE"}
# Sites are built at night; some programs follow this, others ask when they like.
_ASKED_AGAIN = "PT12H"
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_LAST_HOUR = time(23, 59, 59)
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_URI_SAFE = ":/?#[]@!$&'()*+,;=%~"


def event_calendar(
    events: Iterable[Event | bytes], *, name: str, origin: str, site_key: str
) -> bytes:
    """Return a calendar of events.

    Args:
        events: in the order in which they are written; or their components, once they are made.
        name: what calendars call it, once subscribed to.
        origin: the site's scheme and host, for the events' links; "" leaves the links out.
        site_key: what makes identifiers unique in the world: the site's host, for ever.
    """
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"NAME:{text(_line(name))}",  # RFC 7986, 5.1
        f"X-WR-CALNAME:{text(_line(name))}",  # the same, for calendars older than it
        f"REFRESH-INTERVAL;VALUE=DURATION:{_ASKED_AGAIN}",  # RFC 7986, 5.7
        f"X-PUBLISHED-TTL:{_ASKED_AGAIN}",  # the same
        # Always: a calendar has one component or more (RFC 5545, 3.6), one of no event too.
        *PARIS,
    ]
    parts = (
        it if isinstance(it, bytes) else event_components(it, origin=origin, site_key=site_key)
        for it in events
    )
    return b"".join([as_bytes(head), *parts, b"END:VCALENDAR\r\n"])


def event_components(event: Event, *, origin: str, site_key: str) -> bytes:
    """Return what calendars have of an event (see `event_calendar`)."""
    return as_bytes(chain(*_components(event, site_key, origin)))


def _components(event: Event, site_key: str, origin: str) -> Iterator[list[str]]:
    """Yield the VEVENTs of an event: one a date, or one for all those that a rule gives.

    With that one go those of its dates that are changed, under the same UID (3.8.4.4).
    """
    by_rule = [one for one in event.occurrences if one.slot]
    others = [one for one in event.occurrences if not one.slot]
    if event.repetition:
        uid, series = _uid(event.key, site_key), event.repetition
        yield _component(event, series.first, uid, origin, _series(series))
        for one in by_rule:
            if one.slot and not series.gives(one):
                yield _component(event, one, uid, origin, slot=one.slot)
    slot = event.origin.recurrence_id if event.origin else None
    for uid, one in zip(_uids(event, others, site_key), others, strict=True):
        yield _component(event, one, uid, origin, slot=_in_calendars(slot) if slot else None)


def _series(repetition: Repetition) -> Iterator[str]:
    """Yield what makes a VEVENT all that a rule gives (3.8.5.3), but what is left out (3.8.5.1)."""
    # Months are left out of the rule, which has no end where the dates that are listed have one.
    months = {month for one in repetition.left_out for month in one.months}
    parts: dict[str, str | Moment] = {**repetition.rule.without_months(months).parts}
    if repetition.rule.count:
        parts["COUNT"] = str(repetition.rule.count)
    elif until := repetition.until:
        # In UTC where the start has an hour, a day where it has none (3.3.10).
        last = until if isinstance(until, datetime) else datetime.combine(until, _LAST_HOUR, ZONE)
        parts["UNTIL"] = day_of(until) if repetition.first.is_all_day else as_utc(last)
    yield f"RRULE:{rule(parts)}"
    if left_out := repetition.exceptions:
        yield moments("EXDATE", left_out)


def _uid(name: str, site_key: str) -> str:
    return _line(f"{name}@{site_key}").replace(" ", "-")


def _uids(event: Event, occurrences: Iterable[Occurrence], site_key: str) -> Iterator[str]:
    """Yield an identifier for each occurrence (RFC 5545, 3.8.4.7; RFC 7986, 5.3).

    An event that comes from a calendar keeps the identifier of that one: who follows both sees it
    once.
    """
    if event.origin:
        yield event.origin.uid or f"{event.key}@{site_key}"
        return
    for key in event.occurrence_keys(occurrences):
        yield _uid(key, site_key)


def _component(
    event: Event,
    occurrence: Occurrence,
    uid: str,
    origin: str,
    series: Iterable[str] = (),
    slot: Moment | None = None,
) -> list[str]:
    """Return one VEVENT (RFC 5545, 3.6.1)."""
    url, status = _address(event, origin), event.status_of(occurrence)
    where = ", ".join(filter(None, map(_line, event.place_of(occurrence)))) or _uri(event.online)
    description = "\n".join(_description(event, occurrence, url))
    stamp = as_utc(event.changed or event.announced or occurrence.start)
    return [
        "BEGIN:VEVENT",
        f"SUMMARY:{text(_line(event.title_with(status)))}",
        *_span(occurrence),
        moments("DTSTAMP", [stamp]),
        f"UID:{text(uid)}",
        *([moments("RECURRENCE-ID", [slot])] if slot else ()),
        f"SEQUENCE:{_sequence(event)}",
        *series,
        # What calendars show beside the title (3.8.1.2, 3.8.1.5, 3.8.1.7 and 3.8.4.6).
        *([f"CATEGORIES:{','.join(text(_line(tag)) for tag in event.tags)}"] if event.tags else ()),
        *([f"DESCRIPTION:{text(description)}"] if description else ()),
        *([moments("LAST-MODIFIED", [as_utc(event.changed)])] if event.changed else ()),
        *([f"LOCATION:{text(where)}"] if where else ()),
        f"STATUS:{_STATUSES.get(status, 'CONFIRMED')}",
        # The agenda says what happens, not that those who subscribe to it are taken (3.8.2.7).
        "TRANSP:TRANSPARENT",
        *([f"URL:{url}"] if url else ()),
        "END:VEVENT",
    ]


def _sequence(event: Event) -> int:
    """Return a number that never grows less: the minutes from an epoch of ours to the change."""
    if event.origin:
        return event.origin.sequence
    if event.changed is None:
        return 0
    return max(0, int((as_utc(event.changed) - _EPOCH).total_seconds() // 60))


def _address(event: Event, origin: str) -> str:
    """Return where the event is told: a page of the site, or of another one."""
    if event.origin:
        return _uri(event.href)
    return _uri(f"{origin.rstrip('/')}{event.href}") if origin else ""


def _span(occurrence: Occurrence) -> Iterator[str]:
    """Yield the start and the end (RFC 5545, 3.6.1 and 3.8.2.2).

    A day's end is the day after, since DTEND is not part of the event. With an hour and no end
    told, there is no DTEND: the event is then a point in time, and no end is made up.
    """
    if not isinstance(occurrence.start, datetime):
        yield moments("DTSTART", [occurrence.start])
        yield moments("DTEND", [occurrence.last_day + timedelta(days=1)])
        return
    reported = (occurrence.start, occurrence.end)
    hours = [moment for moment in reported if isinstance(moment, datetime)]
    zone = UTC if any(map(_is_second_of_two, hours)) else ZONE
    for key, hour in zip(("DTSTART", "DTEND"), hours, strict=False):
        yield moments(key, [hour.astimezone(zone)])


def _in_calendars(moment: Moment) -> Moment:
    """Return a moment in the zone that it is written in."""
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(UTC if _is_second_of_two(moment) else ZONE)


def _is_second_of_two(moment: datetime) -> bool:
    """Return whether an hour comes twice in autumn: the first is meant (3.3.5), unless in UTC."""
    local = moment.astimezone(ZONE)
    return bool(local.fold) and local.utcoffset() != local.replace(fold=0).utcoffset()


def _description(event: Event, occurrence: Occurrence, url: str) -> Iterator[str]:
    """Yield the lines of the description, in French."""
    if occurrence.moved_from:
        yield f"Reporté : initialement le {spoken_occurrence(occurrence.moved_from)}"
    if event.summary:
        yield _line(event.summary)
    if event.organisers:
        yield f"Organisation : {', '.join(map(_line, event.organisers))}"
    if event.announced_by:
        yield f"Annoncé par : {', '.join(_line(it.name) for it in event.announced_by)}"
    if event.price:
        yield f"Tarif : {_line(event.price)}"
    for name, words in event.visit.facts():
        yield _line(f"{name} : {words}")
    if event.online:
        yield f"En ligne : {_uri(event.online)}"
    if url:
        yield f"Plus d'informations : {url}"


def _line(text: str) -> str:
    """Return a text as one line: what would end a line, or cannot be in one, becomes a space."""
    if not text.isprintable() or "  " in text:
        text = _CONTROLS.sub(" ", text)
    return text.strip()


def _uri(address: str) -> str:
    """Return an address in the characters of RFC 3986, whatever was written in it."""
    return quote(address.strip(), safe=_URI_SAFE)
