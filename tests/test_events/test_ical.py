"""Calendars, read back by `recurring-ical-events`, which tells what a calendar shows when."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from content_types.events.event import CANCELLED, FULL, POSTPONED, Event
from content_types.events.ical import event_calendar
from content_types.events.occurrence import Occurrence
from core.clock import ZONE
from support import utc

ORIGIN, SITE = "https://coop.example", "coop.example"


def local(*when: int, fold: int = 0) -> datetime:
    return datetime(*when, tzinfo=ZONE, fold=fold)


def an_event(*occurrences: Occurrence, **more: object) -> Event:
    fields = {"title": "Fête", "href": "/evenements/fete/", "key": "2026-03-12-fete"} | more
    return Event(occurrences=occurrences or (Occurrence(date(2026, 3, 12)),), **fields)


def written(*events: Event, origin: str = ORIGIN) -> bytes:
    return event_calendar(events, name="Agenda", origin=origin, site_key=SITE)


def parsed(*events: Event) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(written(*events)).walk("VEVENT")


def uids(event: Event) -> list[str]:
    return [str(component["UID"]) for component in parsed(event)]


def shown(data: bytes, first: date, until: date) -> list[tuple]:
    """Return the starts and ends that a calendar shows, in UTC when they have an hour."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, until)
    spans = [(component.start, component.end) for component in found]
    return sorted(
        tuple(m.astimezone(UTC) if isinstance(m, datetime) else m for m in span) for span in spans
    )


SPANS = {
    "winter": (local(2026, 3, 12, 18, 30), local(2026, 3, 12, 20)),
    "summer": (local(2026, 7, 12, 18, 30), local(2026, 7, 12, 20)),
    "over midnight": (local(2026, 3, 12, 21), local(2026, 3, 13, 2)),
    "several days": (local(2026, 3, 12, 9), local(2026, 3, 15, 17)),
    "into summer time": (local(2026, 3, 29, 1), local(2026, 3, 29, 4)),
    "into winter time": (local(2026, 10, 25, 1), local(2026, 10, 25, 4)),
    "the hour that comes twice": (local(2026, 10, 25, 2, 30), local(2026, 10, 25, 2, 30, fold=1)),
    "the second hour alone": (
        local(2026, 10, 25, 2, 15, fold=1),
        local(2026, 10, 25, 2, 45, fold=1),
    ),
}


@pytest.mark.parametrize(("start", "end"), SPANS.values(), ids=SPANS)
def test_hours_come_back(start: datetime, end: datetime):
    data = written(an_event(Occurrence(start, end)))
    until = end.date() + timedelta(days=2)
    expected = [(start.astimezone(UTC), end.astimezone(UTC))]
    assert shown(data, start.date() - timedelta(days=1), until) == expected


@pytest.mark.parametrize("last", [None, date(2026, 3, 12), date(2026, 3, 14)])
def test_days_come_back_with_an_end_that_is_not_part_of_them(last: date | None):
    data = written(an_event(Occurrence(date(2026, 3, 12), last)))
    after = (last or date(2026, 3, 12)) + timedelta(days=1)
    assert b"DTSTART;VALUE=DATE:20260312\r\n" in data
    assert shown(data, date(2026, 3, 1), date(2026, 4, 1)) == [(date(2026, 3, 12), after)]


def test_no_end_is_made_up():
    data = written(an_event(Occurrence(local(2026, 3, 12, 18, 30))))
    assert b"DTSTART;TZID=Europe/Paris:20260312T183000\r\n" in data
    assert b"DTEND" not in data and b"\nDURATION" not in data


def test_each_occurrence_across_both_changes_of_hour():
    months = (3, 4, 10, 11)
    data = written(an_event(*(Occurrence(local(2026, m, 28, 18, 30)) for m in months)))
    starts = [start for start, _ in shown(data, date(2026, 1, 1), date(2027, 1, 1))]
    hours = [17, 16, 17, 17]
    expected = [utc(2026, m, 28, h, 30) for m, h in zip(months, hours, strict=True)]
    assert starts == expected


@pytest.mark.parametrize("year", range(1997, 2038))
def test_the_time_zone_is_the_system_s(year: int):
    (zone,) = icalendar.Calendar.from_ical(written(an_event())).walk("VTIMEZONE")
    by_rules = zone.to_tz(lookup_tzid=False)
    day = datetime(year, 1, 1, 12)
    while day.year == year:
        offset = day.replace(tzinfo=ZONE).utcoffset()
        assert day.replace(tzinfo=by_rules).utcoffset() == offset, day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "written_status", "title"),
    [
        ("prévu", "CONFIRMED", "Fête"),
        (FULL, "CONFIRMED", "Complet : Fête"),
        (CANCELLED, "CANCELLED", "Annulé : Fête"),
        (POSTPONED, "TENTATIVE", "Reporté : Fête"),
    ],
)
def test_statuses(status: str, written_status: str, title: str):
    (found,) = parsed(an_event(status=status))
    assert (found["STATUS"], found["SUMMARY"]) == (written_status, title)


def test_revisions_only_grow():
    """Through what docs/evenements.md says to do: announced, postponed, then at a new date."""
    first = an_event()
    postponed = replace(first, status=POSTPONED, changed=date(2026, 2, 1))
    moved = replace(first, changed=local(2026, 2, 20, 9))
    found = [parsed(event)[0] for event in (first, postponed, moved)]
    numbers = [component["SEQUENCE"] for component in found]
    assert numbers == sorted(set(numbers)) and numbers[0] == 0
    assert "LAST-MODIFIED" not in found[0]
    assert found[2]["LAST-MODIFIED"].dt == found[2]["DTSTAMP"].dt == utc(2026, 2, 20, 8)


def test_identifiers_outlive_changes():
    event = an_event(Occurrence(local(2026, 3, 12, 18)))
    moved = replace(event, title="Bal", status=POSTPONED, occurrences=an_event().occurrences)
    assert uids(event) == uids(moved) == ["2026-03-12-fete@coop.example"]
    series = [Occurrence(local(2026, 4, 2, h)) for h in (10, 14)] + [Occurrence(date(2026, 5, 2))]
    grown = replace(event, occurrences=(*event.occurrences, *series), comes_back=True)
    assert uids(grown) == [
        "2026-03-12-fete-20260312@coop.example",
        "2026-03-12-fete-20260402@coop.example",
        "2026-03-12-fete-20260402-2@coop.example",
        "2026-03-12-fete-20260502@coop.example",
    ]
    shrunk = replace(grown, occurrences=grown.occurrences[-1:])
    assert uids(shrunk) == uids(grown)[-1:]
    same_day = an_event(*(Occurrence(local(2026, 3, 12, h)) for h in (10, 14, 18)))
    assert len(set(uids(same_day))) == 3


def test_each_date_has_its_status_its_place_and_its_name_for_ever():
    dates = (
        Occurrence(date(2026, 3, 12), status=CANCELLED),
        Occurrence(date(2026, 4, 2), moved_from=local(2026, 3, 26, 18)),
        Occurrence(date(2026, 5, 2), place="Grange"),
    )
    found = parsed(an_event(*dates, place="Halle", address="1 rue A", comes_back=True))
    assert [str(one["UID"])[16:24] for one in found] == ["20260312", "20260326", "20260502"]
    assert [one["STATUS"] for one in found] == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert [one["SUMMARY"] for one in found] == ["Annulé : Fête", "Fête", "Fête"]
    assert [one["LOCATION"] for one in found] == ["Halle, 1 rue A", "Halle, 1 rue A", "Grange"]
    assert found[1]["DESCRIPTION"].startswith("Reporté : initialement le jeudi 26 mars 2026, à 18")


def test_the_stamp_follows_from_the_content():
    assert parsed(an_event())[0]["DTSTAMP"].dt == utc(2026, 3, 11, 23)
    assert parsed(an_event(announced=date(2026, 1, 5)))[0]["DTSTAMP"].dt == utc(2026, 1, 4, 23)


def test_what_calendars_show():
    event = an_event(
        place="Halle Tropisme",
        address="121 rue de Fontcouverte, 34070 Montpellier",
        online="https://visio.example/é",
        organisers=("Scopyleft", "Enercoop"),
        price="12 €",
        summary="On se retrouve.",
    )
    (found,) = parsed(event)
    assert found["LOCATION"] == "Halle Tropisme, 121 rue de Fontcouverte, 34070 Montpellier"
    assert found["URL"] == "https://coop.example/evenements/fete/"
    assert found["TRANSP"] == "TRANSPARENT"
    assert found["DESCRIPTION"].split("\n") == [
        "On se retrouve.",
        "Organisation : Scopyleft, Enercoop",
        "Tarif : 12 €",
        "En ligne : https://visio.example/%C3%A9",
        "Plus d'informations : https://coop.example/evenements/fete/",
    ]
    assert parsed(replace(event, place="", address=""))[0]["LOCATION"].startswith("https://visio")


def test_without_an_origin_there_are_no_links():
    data = written(an_event(), origin="")
    assert b"URL" not in data and b"DESCRIPTION" not in data


def test_a_calendar_of_no_event_is_one():
    calendar = icalendar.Calendar.from_ical(written())
    assert (calendar["VERSION"], calendar["X-WR-CALNAME"]) == ("2.0", "Agenda")
    assert "METHOD" not in calendar and "PRODID" in calendar
    assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]


def test_the_name_of_a_calendar_is_a_text_too():
    data = event_calendar([], name="Bals, fêtes ; danses", origin="", site_key=SITE).decode()
    assert "\r\nNAME:Bals\\, fêtes \\; danses\r\nX-WR-CALNAME:Bals\\, fêtes" in data


def test_the_same_events_make_the_same_bytes():
    assert written(an_event()) == written(an_event())


HOSTILE = [
    "Fête\r\nATTENDEE:mailto:x@y.example",
    "Fête\nEND:VEVENT\nBEGIN:VEVENT",
    "Fête\rSTATUS:CANCELLED",
    "Fête\x85X:1\u2028Y:2\x00\x0b",
    "</script><b>;,:\\ \\n \\",
    'CN="x":^n^^\\;',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(text: str):
    usual = parsed(an_event(place="a", address="a", summary="a", price="a", organisers=("a",)))
    fields = dict.fromkeys(("title", "place", "address", "summary", "price", "online"), text)
    found = parsed(an_event(organisers=(text,), **fields))
    assert [sorted(component) for component in found] == [sorted(usual[0])]
    assert found[0]["SUMMARY"] == re.sub(r"[\x00-\x20\x7f-\x9f\u2028]+", " ", text).strip()


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.sampled_from(["", "é", "€", "🌻"]))
def test_any_title_comes_back_from_short_lines(title: str, letter: str):
    data = written(an_event(title=title + letter * 120))
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    expected = re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", title + letter * 120).strip()
    assert found["SUMMARY"] == expected
