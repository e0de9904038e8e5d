"""Rules of recurrence: dates written by hand, and what a reader of calendars finds."""

import re
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events

from content_types.events.event import Event
from content_types.events.event_file import read_event
from content_types.events.ical import event_calendar
from content_types.events.rule import rule
from core.clock import ZONE
from core.diagnostics import Diagnostics
from jekyll.front_matter import Value, parse_mapping
from support import PROJECT, paris, utc

LABEL = "content/_evenements/2026-12-03-cafe.md"


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(utc(2026, 11, 29, 12).timestamp())))


def event(front: str) -> Event:
    diagnostics = Diagnostics()
    values = parse_mapping(front, LABEL, diagnostics, first_line=2)
    read = read_event(values, LABEL, "/cafe/", "cafe", "Café", diagnostics)
    assert not diagnostics.errors, [str(one) for one in diagnostics.found]
    assert read
    return read


def shown(read: Event) -> list[tuple[datetime, datetime]]:
    """Return what a calendar shows of an event until the last date that the site lists."""
    data = event_calendar([read], name="A", origin="", site_key="a.example")
    calendar = icalendar.Calendar.from_ical(data)
    last = max(one.over_at for one in read.occurrences) + timedelta(days=1)
    found = recurring_ical_events.of(calendar).between(datetime(2020, 1, 1, tzinfo=UTC), last)
    return sorted((one.start.astimezone(UTC), one.end.astimezone(UTC)) for one in found)


# The first date, the rule, its end and what it leaves out; then its dates, from the month on.
TABLE = """
2026-12-03 | premier jeudi du mois | 2027-11-30 | | 12-03 01-07 02-04 03-04 04-01 05-06 06-03 07-01 08-05 09-02 10-07 11-04
2026-12-07 | Le premier lundi de chaque mois | 2027-03-31 | | 12-07 01-04 02-01 03-01
2026-12-08 | deuxième mardi du mois | 2027-06-30 | | 12-08 01-12 02-09 03-09 04-13 05-11 06-08
2026-12-19 | troisième samedi | 2027-05-31 | | 12-19 01-16 02-20 03-20 04-17 05-15
2026-12-27 | quatrième dimanche du mois | 2027-05-31 | | 12-27 01-24 02-28 03-28 04-25 05-23
2026-12-31 | 5e jeudi du mois | 2027-10-31 | | 12-31 04-29 07-29 09-30
2026-12-31 | DERNIER JEUDI DU MOIS | 2027-05-31 | | 12-31 01-28 02-25 03-25 04-29 05-27
2026-12-18 | avant-dernier vendredi du mois | 2027-04-30 | | 12-18 01-22 02-19 03-19 04-23
2026-12-05 | 1er et 3e samedi | 2027-02-28 | | 12-05 12-19 01-02 01-16 02-06 02-20
2026-12-05 | les premiers et troisièmes samedis du mois | 2027-01-31 | | 12-05 12-19 01-02 01-16
2026-12-01 | premier mardi et troisième jeudi du mois | 2027-02-28 | | 12-01 12-17 01-05 01-21 02-02 02-18
2026-12-31 | le 31 du mois | 2027-10-31 | | 12-31 01-31 03-31 05-31 07-31 08-31 10-31
2026-12-29 | le 29 de chaque mois | 2027-03-31 | | 12-29 01-29 03-29
2023-12-29 | le 29 de chaque mois | 2024-03-31 | | 12-29 01-29 02-29 03-29
2026-12-31 | le dernier jour du mois | 2027-03-31 | | 12-31 01-31 02-28 03-31
2026-12-01 | le 1er et le 15 du mois | 2027-01-31 | | 12-01 12-15 01-01 01-15
2027-01-31 | chaque mois | 2027-06-30 | | 01-31 03-31 05-31
2026-12-10 | tous les trois mois | 2027-11-30 | | 12-10 03-10 06-10 09-10
2026-12-03 | un premier jeudi sur deux | 2027-06-30 | | 12-03 02-04 04-01 06-03
2026-12-03 | premier jeudi du mois, un mois sur deux | 2027-06-30 | | 12-03 02-04 04-01 06-03
2026-12-01 | premier samedi de juin | | | 06-05
2027-03-01 | tous les lundis du mois de mars | | | 03-01 03-08 03-15 03-22 03-29
2027-01-31 | Mensuelle | 2027-06-30 | | 01-31 03-31 05-31
2026-12-03 | hebdomadaire | 2026-12-17 | | 12-03 12-10 12-17
2026-12-07 | lundi/mercredi | 2026-12-14 | | 12-07 12-09 12-14
2026-12-05 | 1 fois par mois, le premier samedi | 2027-02-28 | | 12-05 01-02 02-06
2026-12-03 | premier jeudi du mois, de septembre à juin | 2027-10-31 | | 12-03 01-07 02-04 03-04 04-01 05-06 06-03 09-02 10-07
2026-12-07 | chaque lundi | 2026-12-31 | | 12-07 12-14 12-21 12-28
2026-12-02 | Tous les mercredis | 2026-12-16 | | 12-02 12-09 12-16
2026-12-03 | lundi et jeudi | 2026-12-17 | | 12-03 12-07 12-10 12-14 12-17
2026-12-04 | lundi au vendredi | 2026-12-07 | | 12-04 12-07
2026-12-04 | du lundi au vendredi | 2026-12-09 | | 12-04 12-07 12-08 12-09
2026-12-05 | chaque week-end | 2026-12-13 | | 12-05 12-06 12-12 12-13
2026-12-01 | un mardi sur deux | 2027-01-31 | | 12-01 12-15 12-29 01-12 01-26
2026-12-01 | un lundi sur deux | 2027-01-10 | | 12-07 12-21 01-04
2026-12-03 | toutes les deux semaines | 2027-01-15 | | 12-03 12-17 12-31 01-14
2026-12-03 | tous les quinze jours | 2027-01-15 | | 12-03 12-17 12-31 01-14
2026-12-03 | lundi et jeudi, une semaine sur deux | 2026-12-31 | | 12-03 12-14 12-17 12-28 12-31
2027-02-26 | chaque jour | 2027-03-02 | | 02-26 02-27 02-28 03-01 03-02
2026-12-01 | un jour sur deux | 2026-12-06 | | 12-01 12-03 12-05
2024-06-21 | chaque année | | | 06-21 06-21 06-21 06-21
2026-12-01 | chaque 21 juin | | | 06-21
2026-12-03 | tous les jeudis | 2027-01-31 | 2026-12-24, 31/12/2026, 14 janvier 2027 | 12-03 12-10 12-17 01-07 01-21 01-28
2026-12-03 | tous les jeudis | 2027-01-15 | du 20 décembre 2026 au 4 janvier 2027 | 12-03 12-10 12-17 01-07 01-14
2026-12-03 | tous les jeudis | 2027-01-15 | du 20 décembre au 4 janvier 2027 | 12-03 12-10 12-17 01-07 01-14
2026-12-03 | tous les jeudis | 15 janvier | 24, 31 décembre et 7 janvier | 12-03 12-10 12-17 01-14
2026-12-03 | [lundi, jeudi] | 2026-12-17 | le 7 et le 10 décembre | 12-03 12-14 12-17
2026-12-03 | tous les jeudis | 2027-01-08 | du 24 au 31 décembre 2026 | 12-03 12-10 12-17 01-07
2027-06-03 | premier jeudi du mois | 2027-10-08 | juillet et août | 06-03 09-02 10-07
2026-12-03 | premier jeudi du mois | 2027-04-08 | de janvier à mars | 12-03 04-01
2026-12-01 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | | | 08-13
2026-12-03 | RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T173000Z | | | 12-03 12-10 12-17
2026-12-03 | FREQ=WEEKLY;COUNT=3 | | 2026-12-10 | 12-03 12-17
"""  # noqa: E501


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_the_dates_are_those_written_by_hand(row: str):
    first, words, until, left_out, days = (part.strip() for part in row.split("|"))
    front = f"debut: {first} 18:30\nfin: 20h\nchaque: {words}"
    front += f"\njusqu_au: {until}" if until else ""
    read = event(front + (f"\nsauf: [{left_out}]" if left_out else ""))
    assert [f"{one.start:%m-%d}" for one in read.occurrences] == days.split()
    hours = {f"{moment:%H:%M}" for one in read.occurrences for moment in (one.start, one.end)}
    assert hours == {"18:30", "20:00"}
    spans = [(one.start.astimezone(UTC), one.end.astimezone(UTC)) for one in read.occurrences]
    assert shown(read) == spans


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        pytest.param("2027-03-27 02:30", "4h", ["01:30", "01:30", "00:30"], id="skipped in March"),
        pytest.param("2027-10-30 02:30", "4h", ["00:30", "00:30", "01:30"], id="twice in October"),
        pytest.param("2027-03-27 18:30", "19h", ["17:30", "16:30", "16:30"], id="evenings"),
    ],
)
def test_the_local_hour_is_the_same_after_a_change_of_hour(start: str, end: str, hours: list[str]):
    read = event(f"debut: {start}\nfin: {start[:10]} {end}\nchaque: jour\njusqu_au: 2027-11-01")
    first = read.occurrences[:3]
    assert [f"{one.start.astimezone(UTC):%H:%M}" for one in first] == hours
    assert shown(read)[:3] == [
        (one.start.astimezone(UTC), one.end.astimezone(UTC)) for one in first
    ]


def test_the_guide_s_words_are_understood():
    guide = (PROJECT / "docs/evenements.md").read_text(encoding="utf-8")
    table = guide.split("| Ce qui revient | Ce qu'on écrit dans `chaque` |")[1].split("\n\n")[0]
    words = re.findall("`([^`]+)`", table)
    assert len(words) > 20
    assert [one for one in words if not rule(Value(one, 1)).text] == []


SENTENCES = """
2026-12-03 | premier jeudi du mois | Chaque premier jeudi du mois
2026-12-05 | 1er et 3e samedi | Le premier et le troisième samedi du mois
2026-12-01 | premier mardi et dernier jeudi | Le premier mardi et le dernier jeudi du mois
2026-12-03 | premier jeudi, un mois sur deux | Le premier jeudi du mois, un mois sur deux
2026-12-15 | le 15 du mois | Le 15 de chaque mois
2026-12-15 | chaque mois | Le 15 de chaque mois
2026-12-01 | le 1er et le 15 du mois | Le 1er et le 15 de chaque mois
2026-12-31 | le dernier jour du mois | Le dernier jour de chaque mois
2026-12-03 | chaque semaine | Chaque jeudi
2026-12-03 | lundi, mercredi et jeudi | Les lundis, mercredis et jeudis
2026-12-03 | en semaine | Du lundi au vendredi
2026-12-01 | un mardi sur deux | Un mardi sur deux
2026-12-03 | une semaine sur deux, lundi et jeudi | Les lundis et jeudis, une semaine sur deux
2026-12-03 | tous les jours | Chaque jour
2026-12-03 | tous les trois jours | Un jour sur trois
2026-06-21 | chaque année | Chaque année, le 21 juin
2026-10-03 | premier samedi d'octobre | Chaque année, le premier samedi d’octobre
2026-12-03 | jeudi, d'avril à décembre | Chaque jeudi, d’avril à décembre
2026-12-03 | jeudi, en avril et en décembre | Chaque jeudi, en avril et décembre
2026-12-18 | avant-dernier et dernier vendredi | L’avant-dernier et le dernier vendredi du mois
2026-12-18 | avant-dernier vendredi | Chaque avant-dernier vendredi du mois
2026-10-23 | avant-dernier vendredi d'octobre | Chaque année, l’avant-dernier vendredi d’octobre
2026-12-11 | le 11 du mois | Le 11 de chaque mois
2026-12-03 | FREQ=MONTHLY;BYDAY=TH | Chaque jeudi
2026-12-03 | FREQ=MONTHLY;INTERVAL=2;BYDAY=TH | Chaque jeudi, un mois sur deux
2026-12-03 | FREQ=DAILY;BYDAY=TH,FR | Les jeudis et vendredis
2026-12-13 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | Le 13 de chaque mois, si c’est un vendredi
2026-12-03 | FREQ=YEARLY;BYMONTH=3,6;BYDAY=1TH | Chaque premier jeudi du mois, en mars et juin
2026-12-03 | FREQ=YEARLY;INTERVAL=2 | Un an sur deux, le 3 décembre
2026-12-31 | FREQ=MONTHLY;BYDAY=TH,FR;BYSETPOS=-1 | Chaque mois, certains jeudis et vendredis
2026-12-03 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;BYSETPOS=1 | Une semaine sur deux, certains jeudis
2026-12-03 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO | Chaque année, certains lundis
2026-12-03 | FREQ=MONTHLY;BYMONTHDAY=-3 | Chaque mois, certains jours
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_a_rule_is_said_in_words(row: str):
    first, words, sentence = (part.strip() for part in row.split("|"))
    found = event(f"debut: {first}\nchaque: {words}").repetition
    assert found
    assert found.sentence(date(2026, 11, 29)) == f"{sentence}."


def test_the_sentence_says_the_hours_the_end_and_what_is_left_out():
    found = event(
        "debut: 2026-12-03 18:30\nfin: 20h\nchaque: premier jeudi du mois\njusqu'au: 30 juin 2027\n"
        "sauf: [7 janvier 2027, du 1er au 8 avril 2027, mai]"
    ).repetition
    assert found
    assert found.sentence(date(2027, 2, 1)).replace("\u00a0", " ") == (
        "Chaque premier jeudi du mois, de 18 h 30 à 20 h, jusqu’au 30 juin 2027, "
        "sauf du 1er au 8 avril 2027 et en mai."
    )


def test_an_endless_rule_is_followed_for_a_year():
    read = event("debut: 2026-12-03 18:30\nchaque: jeudi")
    assert read.occurrences[-1].start == paris(2027, 11, 25, 18, 30)
    assert utc(2026, 11, 29, 23) in read.changes_at  # in Paris, the day after: one day more
    assert event("debut: 2020-01-02\nchaque: jeudi").occurrences[-1].start == date(2027, 11, 25)


def test_a_rule_of_each_day_keeps_the_dates_to_come():
    read = event("debut: 2015-01-01\nchaque: jour")
    days = [one.start for one in read.occurrences]
    assert (len(days), days[-1], days[0]) == (400, date(2027, 11, 29), date(2026, 10, 26))
    assert read.first.start == date(2015, 1, 1)


def test_days_without_hours_and_several_days():
    read = event("debut: 2026-12-04\nfin: 2026-12-06\nchaque: premier vendredi du mois")
    assert [(one.start, one.end) for one in read.occurrences[:2]] == [
        (date(2026, 12, 4), date(2026, 12, 6)),
        (date(2027, 1, 1), date(2027, 1, 3)),
    ]
    calendar = event_calendar([read], name="A", origin="", site_key="a.example").decode()
    assert "RRULE:FREQ=MONTHLY;BYDAY=1FR" in calendar
    assert "DTSTART;VALUE=DATE:20261204" in calendar
    assert ZONE.key in calendar
