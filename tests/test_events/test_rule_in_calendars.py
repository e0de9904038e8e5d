"""What calendars show of a rule, years after the dates that the site lists."""

from datetime import date

import icalendar
import pytest
import recurring_ical_events

from content_types.events.event import Event
from content_types.events.event_file import read_event
from content_types.events.ical import event_calendar
from core.diagnostics import Diagnostics
from jekyll.front_matter import parse_mapping
from support import utc

LABEL = "content/_evenements/2026-12-03-cafe.md"


def _event(front: str) -> Event:
    diagnostics = Diagnostics()
    values = parse_mapping(front, LABEL, diagnostics, first_line=2)
    read = read_event(values, LABEL, "/cafe/", "cafe", "Café", diagnostics)
    assert read, [str(one) for one in diagnostics.found]
    return read


def _days_shown(read: Event) -> list[date]:
    data = event_calendar([read], name="A", origin="", site_key="a.example")
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data))
    return sorted(one.start.date() for one in found.between(date(2026, 12, 1), date(2029, 12, 1)))


YEARS_AFTER = """
2026-12-03 | jeudi | mars
2026-12-03 | un jeudi sur deux | mars
2026-12-03 | premier jeudi, un mois sur deux | juin et août
2026-12-03 | chaque jour, en mars et avril | mars
2027-03-04 | jeudi | mars
2027-03-04 | un jeudi sur trois | mars
2026-12-31 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | mars
2027-03-04 | FREQ=YEARLY;BYMONTH=3,6;BYDAY=1TH | mars
2026-12-03 | FREQ=WEEKLY;COUNT=90 | mars
2026-12-03 | jeudi | du 1er mars 2028 au 31 mars 2028
"""


@pytest.mark.parametrize("row", YEARS_AFTER.strip().splitlines())
def test_a_calendar_leaves_out_what_is_left_out_in_the_years_after(
    row: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(utc(2026, 11, 29, 12).timestamp())))
    first, words, left_out = (part.strip() for part in row.split("|"))
    front = f"debut: {first} 18:30\nchaque: {words}"
    whole, less = (_days_shown(_event(front + more)) for more in ("", f"\nsauf: [{left_out}]"))
    months = (6, 8) if "juin" in left_out else (3,)
    years = [2028] if "2028" in left_out else range(2026, 2030)
    assert less == [it for it in whole if it.month not in months or it.year not in years] != whole
