"""What an event has that comes from a calendar of a cooperative's own, instead of a file. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from core.clock import Moment


class Credit(NamedTuple):
    """Somebody whose calendar announces an event."""

    name: str  # as visitors read it
    href: str  # the address of their page, with the site's base path


@dataclass(frozen=True)
class Origin:
    """What names an event in the calendar it comes from."""

    uid: str = ""  # the calendar's own (RFC 5545, 3.8.4.7), or "" when it has none that lasts
    recurrence_id: Moment | None = None  # which date of a series it is (3.8.4.4), or None
    sequence: int = 0  # how often it was changed (3.8.7.4)
