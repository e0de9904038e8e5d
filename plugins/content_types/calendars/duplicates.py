"""Which events that are announced several times are one. Pure.

One is another when both have the same UID and date of a series, and either the title or the moment;
or when they begin together under the same title, at places of which neither contradicts the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from content_types.events.local_time import as_utc
from core.clock import Moment
from core.names import name_key

# What is written in a title for want of a status.
_STATUSES = re.compile(r"^(?:annulee?|complet|reportee?|cancell?ed)\b *| *\b(?:annulee?|complet)$")
_PARTS = re.compile(r"[,;(\n]| [-–—] ")
_NOISE = frozenset("le la les l the france".split())


@dataclass(frozen=True)
class Told:
    """One date of an event, as somebody tells it.

    Attributes:
        title, start: what two tellings have in common.
        place: where, as it is written: a name, an address, or both.
        names: what names it in calendars: a UID and the date of a series, several or none.
        source: what is given back: who tells it, and what.
    """

    title: str
    start: Moment
    place: str
    names: tuple[tuple[str, Moment | None], ...]
    source: object


@dataclass
class Same:
    """Tellings that are one: the first is the one that is shown."""

    told: list[Told] = field(default_factory=list)


def put_together(tellings: Iterable[Told]) -> list[Same]:
    """Return what is told, each once; of those that are one, the first comes first."""
    found: list[Same] = []
    by_name: dict[object, Same] = {}
    by_moment: dict[object, list[Same]] = defaultdict(list)
    for one in tellings:
        moment = (title_key(one.title), _instant(one.start))
        same = _by_name(one, by_name) or _by_place(one, by_moment[moment])
        if same is None:
            same = Same()
            found.append(same)
        same.told.append(one)
        for name in one.names:
            by_name.setdefault((name[0], _instant(name[1])), same)
        if same not in by_moment[moment]:
            by_moment[moment].append(same)
    return found


def _by_name(one: Told, known: dict[object, Same]) -> Same | None:
    for uid, recurrence_id in one.names:
        same = known.get((uid, _instant(recurrence_id))) if uid else None
        if same and any(_is_alike(one, it) for it in same.told):
            return same
    return None


def _is_alike(one: Told, other: Told) -> bool:
    """Return whether two of one UID may be one: programs number theirs 1, 2, 3."""
    if title_key(one.title) == title_key(other.title):
        return True
    return _instant(one.start) == _instant(other.start)


def _by_place(one: Told, candidates: Sequence[Same]) -> Same | None:
    """Return the only telling whose place may be that of another; of several, none is sure."""
    near = [it for it in candidates if all(are_near(one.place, x.place) for x in it.told)]
    return near[0] if len(near) == 1 else None


def _instant(moment: Moment | None) -> object:
    return as_utc(moment) if isinstance(moment, datetime) else moment


def title_key(title: str) -> str:
    """Return what two ways of writing a title have in common, without a status in it."""
    key = name_key(title)
    return _STATUSES.sub("", key) or key


def are_near(place: str, other: str) -> bool:
    """Return whether two places may be one: equal, one in the other, or one not told.

    >>> are_near("La Halle", "Halle, 34000 Montpellier"), are_near("Halle, Lunel", "Halle, Sète")
    (True, False)
    """
    (head, all_words), (other_head, other_words) = _place(place), _place(other)
    if not all_words or not other_words:
        return True
    short, long = sorted((all_words, other_words), key=len)
    if f" {' '.join(short)} " in f" {' '.join(long)} ":
        return True
    return head == other_head and set(short) <= set(long)


def _place(place: str) -> tuple[list[str], list[str]]:
    words = [_words(part) for part in _PARTS.split(place)]
    return words[0], [word for part in words for word in part]


def _words(text: str) -> list[str]:
    return [it for it in name_key(text).split() if it not in _NOISE] if text.strip() else []
