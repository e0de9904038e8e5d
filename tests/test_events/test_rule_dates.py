"""The dates of a rule that `dates` changes: cancelled, moved, elsewhere, longer, added."""

from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest
import recurring_ical_events

from content_types.events.agenda import Line
from content_types.events.event import Event
from content_types.events.event_file import read_event
from content_types.events.ical import event_calendar
from content_types.events.structured_data import event_json
from content_types.events.views import view_event
from core.diagnostics import Diagnostics
from jekyll.front_matter import parse_mapping
from support import paris, utc

LABEL = "content/_evenements/2026-12-03-cafe.md"
NOW = utc(2026, 12, 12)
FRONT = """
debut: 2026-12-03 18:30
fin: 20h
lieu: Le Local
chaque: jeudi
jusqu_au: 2027-01-28
sauf: du 24 au 31 décembre 2026
dates:
  - {debut: 2026-12-10, statut: annulé}
  - {debut: 2026-12-18 19:00, reporte_du: 2026-12-17}
  - {debut: 2027-01-07, lieu: La Grange, fin: 22h}
  - {debut: 2027-01-14, statut: complet}
  - 2027-01-23
  - {debut: 2027-01-21 10:00, fin: 11h}
"""


def read(front: str) -> tuple[Event | None, list[str]]:
    diagnostics = Diagnostics()
    values = parse_mapping(front, LABEL, diagnostics, first_line=2)
    found = read_event(values, LABEL, "/cafe/", "cafe", "Café", diagnostics)
    return found, [f"{one.line} {one.code}" for one in diagnostics.found]


@pytest.fixture
def event(monkeypatch: pytest.MonkeyPatch) -> Event:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    found, told = read(FRONT)
    assert told == []
    assert found
    return found


def components(event: Event) -> list[icalendar.Event]:
    data = event_calendar([event], name="A", origin="", site_key="a.example")
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_what_dates_changes_stands_in_the_place_of_a_date(event: Event):
    told = [(f"{it.start:%d %H:%M}", f"{it.end:%H:%M}", it.status) for it in event.occurrences]
    assert told == [
        ("03 18:30", "20:00", ""),
        ("10 18:30", "20:00", "annulé"),
        ("18 19:00", "20:30", ""),
        ("07 18:30", "22:00", ""),
        ("14 18:30", "20:00", "complet"),
        ("21 10:00", "11:00", ""),
        ("23 18:30", "20:00", ""),
        ("28 18:30", "20:00", ""),
    ]
    assert event.occurrences[2].moved_from == paris(2026, 12, 17, 18, 30)
    assert event.occurrences[3].place == "La Grange"


def test_a_calendar_s_reader_shows_the_same(event: Event):
    data = event_calendar([event], name="A", origin="", site_key="a.example")
    calendar = icalendar.Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between(date(2026, 11, 1), date(2027, 3, 1))
    shown = sorted(
        (it.start.astimezone(UTC), it.end.astimezone(UTC), str(it["SUMMARY"])) for it in found
    )
    assert shown == [
        (
            one.start.astimezone(UTC),
            one.end.astimezone(UTC),
            event.title_with(event.status_of(one)),
        )
        for one in event.occurrences
    ]


def test_a_changed_date_says_which_it_replaces_and_an_added_one_is_another(event: Event):
    series, *changed, added = components(event)
    assert series["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270128T225959Z;BYDAY=TH"
    left_out = [it.dt for it in series["EXDATE"].dts]
    assert left_out == [paris(2026, 12, 24, 18, 30), paris(2026, 12, 31, 18, 30)]
    assert {str(it["UID"]) for it in (series, *changed)} == {"cafe@a.example"}
    replaced = [it["RECURRENCE-ID"].dt for it in changed]
    assert replaced == [paris(2026, 12, d, 18, 30) for d in (10, 17)] + [
        paris(2027, 1, d, 18, 30) for d in (7, 14, 21)
    ]
    assert str(added["UID"]) == "cafe-20270123@a.example"
    assert changed[0]["STATUS"] == "CANCELLED"
    assert changed[2]["LOCATION"] == "La Grange"


def test_a_calendar_does_not_follow_the_clock(event: Event, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(utc(2027, 1, 20).timestamp())))
    later, _ = read(FRONT)
    assert later
    assert components(later) == components(event)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("dates: [{debut: 2026-12-11, statut: annulé}]", "5 evenement-hors-de-la-regle"),
        ("dates: [{debut: 2026-12-18, reporte_du: 2026-12-16}]", "5 evenement-hors-de-la-regle"),
        (
            "sauf: 2026-12-10\ndates: [{debut: 2026-12-10, statut: annulé}]",
            "6 evenement-hors-de-la",
        ),
        ("dates: [2026-12-11 18:30, 2026-12-11]", "5 evenement-date-en-double"),
        (
            "dates: [{debut: 2026-12-10, statut: annulé}, {debut: 2026-12-11, reporte_du: "
            "2026-12-10}]",
            "5 evenement-date-en-double",
        ),
        ("reporte_du: 2026-12-03", "5 evenement-report-et-regle"),
        ("jusqu_au: 2026-12-02", "4 evenement-aucune-date"),
        ("sauf: [décembre, de janvier à novembre]", "4 evenement-aucune-date"),
        ("sauf: du 4 janvier 2027 au 20 décembre 2026", "5 valeur-impossible"),
        ("sauf: les vacances", "5 valeur-impossible"),
        ("sauf: le dimanche", "5 valeur-impossible"),
        ("sauf: {du: 2026-12-20}", "5 valeur-impossible"),
    ],
)
def test_what_does_not_go_together_is_told(more: str, told: str):
    _, codes = read(f"debut: 2026-12-03 18:30\nfin: 20h\nchaque: jeudi\n{more}")
    assert [code for code in codes if code.startswith(told)], codes


def test_a_first_date_that_the_rule_does_not_give_is_told():
    found, told = read("debut: 2026-12-01\nchaque: jeudi\njusqu_au: 2026-12-31")
    assert told == ["2 evenement-autre-premiere-date"]
    assert found
    assert found.first.start == date(2026, 12, 3)


def test_an_event_that_is_cancelled_is_so_at_each_date(event: Event):
    cancelled = replace(event, status="annulé", occurrences=event.occurrences[:1])
    assert [str(it["STATUS"]) for it in components(cancelled)] == ["CANCELLED"]


def test_pages_show_the_next_dates_and_say_the_rule(event: Event):
    view = view_event(event, NOW, str)
    days = [f"{datetime.fromisoformat(one.start_iso):%d}" for one in view.near_dates]
    later = [f"{datetime.fromisoformat(one.start_iso):%d}" for one in view.later_dates]
    assert (days, later) == (["18", "07", "14"], ["21", "23", "28"])
    assert Line(view, view.near_dates[0]).other_dates == "chaque jeudi"
    over = view_event(event, utc(2028, 1, 1), str)
    assert [one.start_iso for one in over.near_dates] == ["2027-01-28T18:30:00+01:00"]
    assert over.later_dates == []
    assert view.image_alt.replace("\u00a0", " ") == (
        "Affiche : Café, chaque jeudi, de 18 h 30 à 20 h"
    )


def test_search_engines_get_the_dates_that_are_told(event: Event):
    dates = event.nearest(NOW, 2)
    graph = event_json(event, address="https://a.example/cafe/", dates=dates)["@graph"]
    assert [node["startDate"] for node in graph] == [
        "2026-12-18T19:00:00+01:00",
        "2027-01-07T18:30:00+01:00",
    ]
    assert graph[0]["previousStartDate"] == "2026-12-17T18:30:00+01:00"
    assert graph[1]["@id"] == "https://a.example/cafe/#2027-01-07T18:30:00+01:00"
