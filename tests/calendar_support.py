"""Calendars that tests write in a line, read as `invoke agenda` reads them."""

from datetime import date

from commands.calendar_fetch.calendar_reader import read_calendar
from commands.calendar_fetch.ics_events import Notes
from content_types.calendars.announcement import Announcement

FIRST, LAST = date(2026, 1, 1), date(2027, 2, 28)


def calendar(*events: str, head: str = "", end: str = "\r\n") -> bytes:
    """Return a calendar of VEVENTs, each written as its lines; one without UID gets one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//FR", *head.split()]
    for number, event in enumerate(events):
        uid = [] if "UID" in event else [f"UID:{number}@coop.example"]
        lines += ["BEGIN:VEVENT", "DTSTAMP:20260101T000000Z", *uid]
        lines += [*event.strip().split("\n"), "END:VEVENT"]
    return end.join([*(line.strip(" ") for line in lines), "END:VCALENDAR", ""]).encode()


def read(*events: str, head: str = "", **more: object) -> tuple[list[Announcement], Notes]:
    """Return what a calendar announces around 2026, and what is told of it."""
    return read_calendar(calendar(*events, head=head), FIRST, LAST, **more)


def told(*events: str, head: str = "", **more: object) -> list[str]:
    """Return when what a calendar announces begins and ends, in words that a test can hold."""
    return [shown(one) for one in read(*events, head=head, **more)[0]]


def shown(one: Announcement) -> str:
    """Return an announcement as `2026-12-03 18:30+01:00 > 2026-12-03 20:00+01:00 annulé`."""
    start, end = (
        it and it.isoformat().replace("T", " ").replace(":00+", "+") for it in (one.start, one.end)
    )
    return f"{start}{f' > {end}' if end else ''}{'' if one.status == 'prévu' else ' annulé'}"
