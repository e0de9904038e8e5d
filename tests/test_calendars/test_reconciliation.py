"""What is announced keeps its name from one reading to the next, whatever its calendar calls it."""

from dataclasses import replace
from datetime import date

import pytest

from calendar_support import read
from commands.calendar_fetch.reconciliation import gone_since, losses, named, wanted
from content_types.calendars.announcement import Announcement, NoAnnouncement, as_data, from_data
from content_types.calendars.stored_calendars import (
    State,
    StoredCalendar,
    read_calendars_file,
    read_states,
    write_calendars,
    write_states,
)
from content_types.commons.calendar_source import CalendarSource
from support import paris, utc

ADDRESS = "https://coop.example/a.ics"
FIRST = Announcement("Fête", paris(2026, 7, 1, 18), uid="a", place="La Halle")
SECOND = Announcement("Atelier", paris(2026, 7, 2, 18), uid="b")


def kept(*found: Announcement, before: tuple[Announcement, ...] = ()) -> list[Announcement]:
    return named(found, before, ADDRESS)


def test_other_uids_give_the_same_events():
    before = tuple(kept(FIRST, SECOND))
    again = kept(
        replace(SECOND, uid="x2"),
        replace(FIRST, uid="x1", title="FÊTE !", place="Halle, 34000 Montpellier"),
        before=before,
    )
    assert [one.id for one in again] == [one.id for one in before]
    assert [one.uid for one in again] == ["a", "b"]
    assert kept(*[replace(it, uid=f"y{it.uid}") for it in before], before=before) == list(before)


def test_one_that_moves_keeps_its_name_by_its_uid():
    before = kept(FIRST)
    moved = kept(replace(FIRST, start=paris(2026, 7, 9, 18)), before=tuple(before))
    assert [one.id for one in moved] == [before[0].id]


def test_two_rooms_stay_two():
    rooms = [replace(FIRST, uid=f"r{n}", place=f"Salle {n}") for n in range(3)]
    before = kept(*rooms)
    again = kept(*[replace(one, uid=f"x{one.uid}") for one in reversed(rooms)], before=before)
    assert again == before
    assert len({one.id for one in before}) == 3


def test_events_without_uid_have_names_too():
    before = kept(replace(FIRST, uid=""), replace(SECOND, uid=""), replace(FIRST, uid=""))
    assert len(before) == 2
    assert kept(*[replace(one, id="") for one in before], before=()) == before


def test_dates_of_a_series_share_a_name_of_theirs():
    found, _ = read("DTSTART;TZID=Europe/Paris:20260701T183000\nRRULE:FREQ=DAILY;COUNT=3")
    dates = kept(*found)
    assert len({one.id for one in dates}) == 3
    assert len({one.series for one in dates}) == 1 and dates[0].series


NOW = utc(2026, 7, 1)


@pytest.mark.parametrize(("day", "is_same"), [(1, True), (2, False)])
def test_what_comes_back_under_another_uid_has_its_name_until_its_day(day: int, is_same: bool):
    before = kept(FIRST)
    gone = gone_since(StoredCalendar(ADDRESS, tuple(before)), [], date(2026, 6, 30))
    assert "Fête" not in str(gone)
    (stored,) = read_calendars_file(write_calendars([StoredCalendar(ADDRESS, (), tuple(gone))]))
    still = gone_since(stored, [], date(2026, 7, day))
    again = replace(FIRST, uid="z", title="FÊTE", place="halle")
    back = named([again], [], ADDRESS, still)
    assert (back[0].id == before[0].id) is is_same
    assert gone_since(replace(stored, gone=tuple(still)), back, date(2026, 7, day)) == []


@pytest.mark.parametrize(
    ("left", "lost"),
    [(0, (10, 10)), (1, (9, 10)), (2, None), (9, None), (10, None)],
)
def test_what_loses_nearly_all_is_not_believed(left: int, lost: tuple[int, int] | None):
    days = [Announcement("Fête", paris(2026, 7, 2 + n, 18), uid=str(n)) for n in range(10)]
    over = [Announcement("Fête", paris(2026, 6, 2 + n, 18), uid=f"p{n}") for n in range(10)]
    before = kept(*days, *over)
    assert losses(kept(*days[:left], before=before), before, NOW) == lost


def test_words_keep_and_leave():
    events = [replace(FIRST, title=it) for it in ("Ateliers vélo", "Réunion interne", "Bal")]
    events.append(replace(FIRST, title="Sieste", categories=("atelier",)))
    keep = CalendarSource(ADDRESS, keep=("atelier", "réunion"), leave=("interne",))
    assert [one.title for one in wanted(events, keep)] == ["Ateliers vélo", "Sieste"]


def test_what_is_written_is_read_back():
    series = replace(SECOND, recurrence_id=paris(2026, 10, 25, 2, 30).replace(fold=1))
    calendars = [StoredCalendar(ADDRESS, tuple(kept(FIRST, series))), StoredCalendar("https://b")]
    text = write_calendars(calendars)
    assert read_calendars_file(text) == calendars
    assert text.count("\n") == 7  # an event a line
    states = {ADDRESS: State("2026-07-01", etag='"1"', is_shrunk=True), "https://b": State()}
    assert read_states(write_states(states)) == states


@pytest.mark.parametrize(
    "changed",
    [
        {"title": ""},
        {"title": None},
        {"start": "demain"},
        {"start": "2026-07-01T18:00:00"},
        {"end": "2026-07-01"},
        {"end": "2026-07-01T17:00:00+02:00"},
        {"url": "javascript:x()"},
        {"status": "peut-être"},
        {"sequence": "1"},
        {"sequence": True},
        {"categories": ["a", 1]},
        {"inconnu": "x"},
    ],
)
def test_what_is_not_as_it_was_written_is_refused(changed: dict[str, object]):
    with pytest.raises(NoAnnouncement):
        from_data(as_data(FIRST) | changed)
