"""When the same content gives another site: a post of tomorrow appears, an event is over."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from datetime import time as clock_time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:  # Pelican comes with it
    from jekyll.plugin.extension_points import SiteContext


_A_LONG_TIME = 3650 * 86_400  # seconds


def next_change(site: SiteContext, now: float) -> float:
    """Return when the content of a site read at a moment gives another.

    Args:
        now: the moment, in seconds since 1970, as what is returned.
    """
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return now + _A_LONG_TIME
    zone = site.site.config.timezone or ZoneInfo(site.settings["TIMEZONE"])
    tomorrow = datetime.fromtimestamp(now, zone).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, clock_time(), zone)  # when posts appear
    moments = {midnight, *site.changes_at}
    return min(moment.timestamp() for moment in moments if moment.timestamp() > now)
