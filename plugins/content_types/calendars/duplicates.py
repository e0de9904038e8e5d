"""Which events that are announced several times are one. Pure.

One is another when they begin together under the same title, at places of which neither contradicts
the other; under the same UID and date of a series, one of these two is enough. The names that this
site gives are sure: what has one may have moved, or be called otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content_types.events.local_time import instant
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
        is_ours: its names are those that this site gives.
    """

    title: str
    start: Moment
    place: str
    names: tuple[tuple[str, Moment | None], ...]
    source: object
    is_ours: bool = False


def put_together(tellings: Iterable[Told]) -> list[list[Told]]:
    """Return the tellings of each event; the first of them is the one that is shown."""
    found: list[list[Told]] = []
    by_name: dict[object, list[Told]] = {}
    by_moment: dict[object, dict[int, list[Told]]] = defaultdict(dict)
    for one in tellings:
        near = by_moment[title_key(one.title), instant(one.start)]
        same = _by_name(one, by_name) or _by_place(one, near.values())
        if same is None:
            same = []
            found.append(same)
        same.append(one)
        near[id(same)] = same
        for uid, slot in one.names:
            by_name.setdefault((uid, instant(slot)), same)
    return found


def _by_name(one: Told, known: Mapping[object, list[Told]]) -> list[Told] | None:
    """Return the event of the same name; programs number theirs 1, 2, 3: one is not enough."""
    for uid, slot in one.names:
        same = known.get((uid, instant(slot))) if uid else None
        if same and any(_is_alike(one, it) for it in same):
            return same
    return None


def _is_alike(one: Told, other: Told) -> bool:
    is_one_title = title_key(one.title) == title_key(other.title)
    is_one_moment = instant(one.start) == instant(other.start)
    if one.is_ours and other.is_ours:
        return is_one_title or is_one_moment
    return is_one_moment and (is_one_title or are_near(one.place, other.place))


def _by_place(one: Told, candidates: Iterable[list[Told]]) -> list[Told] | None:
    """Return the only event whose place may be that of a telling; of several, none is sure."""
    near = [same for same in candidates if all(are_near(one.place, it.place) for it in same)]
    return near[0] if len(near) == 1 else None


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
