"""What follows from an event's dates: its days, when it is over, when registration closes."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from content_types.events.agenda import Line, upcoming_lines
from content_types.events.event import Event
from content_types.events.occurrence import Occurrence, occurrence
from content_types.events.views import view_event
from jekyll.front_matter.schema import BadValue
from support import paris, utc

DAY = date(2026, 3, 12)


EVENING = paris(2026, 3, 12, 18, 30)


def event(*occurrences: Occurrence, **more: object) -> Event:
    return Event("Fête", "/fete/", occurrences or (Occurrence(EVENING),), "fete", **more)


@pytest.mark.parametrize(
    ("one", "last_day", "over_at"),
    [
        pytest.param(Occurrence(DAY), DAY, utc(2026, 3, 12, 23), id="a day"),
        pytest.param(
            Occurrence(DAY, date(2026, 3, 14)), date(2026, 3, 14), utc(2026, 3, 14, 23), id="days"
        ),
        pytest.param(Occurrence(EVENING), DAY, utc(2026, 3, 12, 23), id="no end told"),
        pytest.param(
            Occurrence(EVENING, paris(2026, 3, 12, 21)), DAY, utc(2026, 3, 12, 20), id="an evening"
        ),
        pytest.param(
            Occurrence(EVENING, paris(2026, 3, 13, 2)),
            date(2026, 3, 13),
            utc(2026, 3, 13, 1),
            id="over midnight",
        ),
        pytest.param(
            Occurrence(date(2026, 3, 29)), date(2026, 3, 29), utc(2026, 3, 29, 22), id="23 hours"
        ),
        pytest.param(
            Occurrence(date(2026, 10, 25)), date(2026, 10, 25), utc(2026, 10, 25, 23), id="25 hours"
        ),
        pytest.param(
            Occurrence(utc(2026, 7, 13, 22, 30)),
            date(2026, 7, 14),
            utc(2026, 7, 14, 22),
            id="told in another zone",
        ),
    ],
)
def test_when_it_is_over(one: Occurrence, last_day: date, over_at: datetime):
    assert (one.last_day, one.over_at) == (last_day, over_at)


def test_an_event_is_over_with_its_last_occurrence():
    long, short = Occurrence(DAY, date(2026, 3, 20)), Occurrence(date(2026, 3, 15))
    assert event(long, short).over_at == utc(2026, 3, 20, 23)


@pytest.mark.parametrize(
    ("registration", "until", "closes_at"),
    [
        pytest.param("", DAY, None, id="no registration"),
        pytest.param("https://a.fr", None, utc(2026, 3, 12, 23), id="no limit: the end"),
        pytest.param("https://a.fr", date(2026, 3, 10), utc(2026, 3, 10, 23), id="a day, included"),
        pytest.param("https://a.fr", paris(2026, 3, 10, 12), utc(2026, 3, 10, 11), id="an hour"),
        pytest.param("https://a.fr", date(2026, 4, 1), utc(2026, 3, 12, 23), id="after the end"),
    ],
)
def test_when_registration_closes(
    registration: str, until: date | None, closes_at: datetime | None
):
    told = event(registration=registration, registration_until=until)
    assert told.registration_closes_at == closes_at


@pytest.mark.parametrize(
    ("end", "read"),
    [
        pytest.param(None, None, id="no end"),
        pytest.param(time(21), paris(2026, 3, 12, 21), id="an hour of the same day"),
        pytest.param(paris(2026, 3, 13, 2), paris(2026, 3, 13, 2), id="another day"),
    ],
)
def test_an_end(end: datetime | time | None, read: datetime | None):
    assert occurrence(EVENING, end) == Occurrence(EVENING, read)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(DAY, time(21), "Un seul des deux a une heure", id="an hour for a day"),
        pytest.param(DAY, paris(2026, 3, 12, 21), "Un seul des deux", id="an hour at the end"),
        pytest.param(EVENING, DAY, "Un seul des deux", id="an hour at the start"),
        pytest.param(EVENING, EVENING, "après le début", id="its own end"),
        pytest.param(DAY, date(2026, 3, 11), "après le début", id="the day before"),
        pytest.param(EVENING, time(2), "écrivez 2026-03-13 02:00", id="after midnight"),
        pytest.param(paris(2026, 3, 29, 1), time(2, 30), "l'heure d'été", id="in the gap"),
    ],
)
def test_an_end_that_is_refused(start: date, end: date | time, expected: str):
    with pytest.raises(BadValue, match=expected):
        occurrence(start, end)


def test_order_is_computed_in_utc():
    twice = paris(2026, 10, 25, 2, 30)
    assert occurrence(twice, twice.replace(fold=1, minute=15)).over_at == utc(2026, 10, 25, 1, 15)


HELD, FULL_ONE, OFF, LATE = (
    Occurrence(date(2026, month, 12), status=status)
    for month, status in ((3, ""), (4, "complet"), (5, "annulé"), (6, "reporté"))
)


@pytest.mark.parametrize(
    ("dates", "now", "state", "words"),
    [
        ((HELD, FULL_ONE, OFF), (3, 1), "free", ""),
        ((HELD, FULL_ONE, OFF), (4, 1), "full", "C’est complet."),
        ((HELD, FULL_ONE, OFF), (5, 1), "cancelled", "Les dates à venir sont annulées."),
        ((HELD, OFF, LATE), (4, 1), "postponed", "Les dates à venir sont reportées"),
        ((HELD, OFF), (6, 1), "over", ""),
        ((OFF,), (3, 1), "cancelled", "Cet événement est annulé."),
        ((OFF, replace(OFF, start=DAY)), (6, 1), "cancelled", "Cet événement est annulé."),
    ],
)
def test_the_state_is_that_of_the_dates_to_come(
    dates: tuple[Occurrence, ...], now: tuple[int, int], state: str, words: str
):
    view = view_event(event(*dates), utc(2026, *now), str)
    assert view.state == state
    assert view.status_words.startswith(words) and bool(view.status_words) == bool(words)


def test_registration_closes_with_the_last_date_that_takes_place():
    told = event(HELD, OFF, registration="https://a.fr")
    assert told.registration_closes_at == HELD.over_at


def test_another_place_has_its_own_address_or_none():
    here = {"place": "Halle", "address": "1 rue A"}
    elsewhere = replace(HELD, place="Grange")
    told = event(HELD, elsewhere, **here)
    assert [told.place_of(one) for one in told.occurrences] == [
        ("Halle", "1 rue A"),
        ("Grange", ""),
    ]
    assert (told.has_one_place, event(HELD, OFF, **here).has_one_place) == (False, True)


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ((HELD,), [""]),
        ((HELD, FULL_ONE), ["et une autre date", "et une autre date"]),
        ((HELD, OFF), ["", "et une autre date"]),
        ((HELD, FULL_ONE, LATE, replace(HELD, start=DAY)), ["et d’autres dates"] * 4),
    ],
)
def test_other_dates_in_words(dates: tuple[Occurrence, ...], words: list[str]):
    view = view_event(event(*dates), utc(2026, 1, 1), str)
    assert [Line(view, one).other_dates for one in view.occurrences] == words


def test_a_moved_date_is_looked_for_at_both():
    moved = Occurrence(paris(2026, 4, 2, 20), moved_from=EVENING)
    lines = upcoming_lines([view_event(event(moved), utc(2026, 1, 1), str)])
    assert [(one.date.status, one.takes_place, one.other_dates) for one in lines] == [
        ("reporté", False, ""),
        ("prévu", True, ""),
    ]
    assert [one.date.note.replace("\u00a0", " ") for one in lines] == [
        "au jeudi 2 avril 2026, à 20 h",
        "Reporté : initialement le jeudi 12 mars 2026, à 18 h 30",
    ]
