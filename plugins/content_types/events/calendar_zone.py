"""Europe/Paris as calendars write it (RFC 5545, 3.6.5). Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from core.clock import ZONE

_SUMMER, _WINTER = timedelta(hours=2), timedelta(hours=1)


def paris() -> Timezone:
    """Return the rules of Europe/Paris since 1996 (RFC 5545, 3.6.5).

    They are those of the European Union (directive 2000/84/EC): the last Sundays of March and of
    October, at 1 h UTC. The tests compare them with the system's, should they ever change.
    """
    zone = Timezone()
    zone.add("TZID", ZONE.key)
    summer = (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), _WINTER, _SUMMER)
    winter = (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), _SUMMER, _WINTER)
    for rule, name, start, before, after in (summer, winter):
        rule.add("TZNAME", name)
        rule.add("DTSTART", start)
        rule.add("RRULE", vRecur(FREQ="YEARLY", BYMONTH=start.month, BYDAY="-1SU"))
        rule.add("TZOFFSETFROM", before)
        rule.add("TZOFFSETTO", after)
        zone.add_component(rule)
    return zone
