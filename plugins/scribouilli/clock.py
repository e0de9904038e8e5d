"""The moment of a build: the clock's, or `SOURCE_DATE_EPOCH` (reproducible-builds.org)."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def build_moment() -> datetime:
    """Return the moment of the build, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def build_day(zone: str) -> date:
    """Return the day of the build in a time zone."""
    return build_moment().astimezone(ZoneInfo(zone)).date()
