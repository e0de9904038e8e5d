"""An event that a calendar announces, among those that have a file: lists, and `.ics`."""

import icalendar

from content_types.events.agenda import next_lines, upcoming_lines
from content_types.events.event import Credit, Event, Origin
from content_types.events.ical import event_calendar
from content_types.events.occurrence import Occurrence
from content_types.events.views import EventView, view_event
from support import paris, utc

CREDIT = Credit("La Source", "/communs/energie/la-source/")
NOW = utc(2026, 12, 1)


def announced(day: int, *credits: Credit, **more: object) -> Event:
    occurrence = Occurrence(paris(2026, 12, day, 18, 30))
    fields = {"origin": Origin("7@source.example"), "announced_by": credits or (CREDIT,)} | more
    return Event(
        f"Atelier {day}", "https://source.example/7", (occurrence,), f"{day:012}", **fields
    )


def views(*events: Event) -> list[EventView]:
    return [view_event(event, NOW, str) for event in events]


def test_a_calendar_keeps_what_names_an_event_in_its_own():
    date_of_a_series = Origin("8@source.example", paris(2026, 12, 10, 18, 30), 3)
    events = [announced(3), announced(12, origin=date_of_a_series), announced(20, origin=Origin())]
    made = event_calendar(events, name="Agenda", origin="https://x.example", site_key="x.example")
    found = icalendar.Calendar.from_ical(made).walk("VEVENT")
    uids = ["7@source.example", "8@source.example", "000000000020@x.example"]
    assert [str(one["UID"]) for one in found] == uids
    assert [str(one["URL"]) for one in found] == ["https://source.example/7"] * 3
    moved = found[1]
    assert (moved["RECURRENCE-ID"].dt, moved["SEQUENCE"]) == (paris(2026, 12, 10, 18, 30), 3)


def test_one_calendar_does_not_take_all_of_the_front_page():
    other, own = Credit("Autre", "/autre/"), announced(9, origin=None, announced_by=())
    featured = announced(20, is_featured=True)
    events = [*map(announced, range(2, 7)), announced(8, other, CREDIT), own, featured]
    days = [line.date.day for line in next_lines(upcoming_lines(views(*events)))]
    assert days == ["20", "2", "3", "8", "9"]


def test_a_line_is_found_by_its_anchor():
    assert [view.anchor for view in views(announced(3), announced(4, origin=None))] == [
        "e-000000000003",
        "",
    ]
