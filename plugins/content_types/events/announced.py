"""What an event has that comes from a calendar of a cooperative's own, instead of a file. Pure."""

from dataclasses import dataclass
from typing import NamedTuple

from core.clock import Moment


class Credit(NamedTuple):
    """Somebody whose calendar announces an event.

    Attributes:
        name: as visitors read it.
        href: the address of their page, with the site's base path.
    """

    name: str
    href: str


@dataclass(frozen=True)
class Origin:
    """What names an event in the calendar it comes from.

    Attributes:
        uid: the calendar's own (RFC 5545, 3.8.4.7), or "" when it has none that lasts.
        recurrence_id: which date of a series it is (3.8.4.4), or None.
        sequence: how often it was changed (3.8.7.4).
    """

    uid: str = ""
    recurrence_id: Moment | None = None
    sequence: int = 0
