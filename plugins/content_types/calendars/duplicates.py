"""Which events that are announced several times are one. Pure.

One is another when they begin together under the same title, at places of which neither contradicts
the other; under the same UID and date of a series, one of these two is enough. The names that this
site gives are sure: what has one may have moved, or be called otherwise. Where both say the
same place, a letter more, less or other in a long word of the title is a slip of the pen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from content_types.events.local_time import instant
from core.clock import Moment
from core.names import name_key

# What is written in a title for want of a status.
_STATUSES = re.compile(r"^(?:annulee?|complet|reportee?|cancell?ed)\b *| *\b(?:annulee?|complet)$")
_PARTS = re.compile(r"[,;(\n]| [-–—] ")
# A number and its street are one part.
_NUMBER = re.compile(
    r"(\b\d{1,4}(?: ?(?:bis|ter))?),\s*"
    r"(?=(?:all[ée]e|av|bd|boulevard|chemin|cours|impasse|pl|quai|route|rue)\b)",
    re.IGNORECASE,
)
# « C# » is not « C++ ».
_SIGNS = {"++": "plusplus", "#": "diese"}
_SIGN = re.compile(r"(?<=\b\w)(?:\+\+|#)")
_SHORT = {"av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard", "pl": "place",
          "st": "saint", "ste": "sainte", "imp": "impasse", "chem": "chemin"}  # fmt: skip
_MOST_SLIPS = 5  # letters, or spaces, that are more or less in a title
_LONG_WORD = 5  # letters, of which one may be a slip
_NOISE = frozenset("le la les l de the france".split())
_CODE = re.compile(r"\d{5}")  # of a town, which may be given without it


@dataclass(unsafe_hash=True)  # not frozen: thousands are made, in half the time
class Candidate:
    """One date of an event, as somebody tells it."""

    title: str  # like its start, what two candidates have in common
    start: Moment  # as it is given
    place: str  # where, as it is written: a name, an address, or both
    # What names it in calendars: a UID and the date of a series, several or none.
    names: tuple[tuple[str, Moment | None], ...]
    source: object  # what is given back: who tells it, and what
    is_ours: bool = False  # its names are those that this site gives


def put_together(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the candidates of each event; the first of them is the one that is shown."""
    found: list[list[Candidate]] = []
    by_name: dict[object, list[Candidate]] = {}
    by_moment: dict[object, dict[str, dict[int, list[Candidate]]]] = defaultdict(dict)
    for one in candidates:
        then, title = by_moment[instant(one.start)], title_key(one.title)
        near = then.setdefault(title, {})
        same = _by_name(one, by_name) or _by_place(one, near.values()) or _by_slip(one, title, then)
        if same is None:
            same = []
            found.append(same)
        same.append(one)
        near[id(same)] = same
        for uid, slot in one.names:
            by_name.setdefault((uid, instant(slot)), same)
    return found


def _by_name(one: Candidate, known: Mapping[object, list[Candidate]]) -> list[Candidate] | None:
    """Return the event of the same name; programs number theirs 1, 2, 3: one is not enough."""
    for uid, slot in one.names:
        same = known.get((uid, instant(slot))) if uid else None
        if same and any(_is_alike(one, it, uid) for it in same):
            return same
    return None


def _is_alike(one: Candidate, other: Candidate, uid: str) -> bool:
    is_one_title = title_key(one.title) == title_key(other.title)
    is_one_moment = instant(one.start) == instant(other.start)
    if one.is_ours and other.is_ours:
        return is_one_title or is_one_moment
    is_told = not uid.isdigit() or (one.place and other.place)
    return is_one_moment and (is_one_title or bool(is_told and are_near(one.place, other.place)))


def _by_place(one: Candidate, groups: Iterable[list[Candidate]]) -> list[Candidate] | None:
    """Return the only event whose place may be that of a candidate; of several, none is sure."""
    near = [same for same in groups if all(are_near(one.place, it.place) for it in same)]
    return near[0] if len(near) == 1 else None


def _by_slip(
    one: Candidate, title: str, then: Mapping[str, Mapping[int, list[Candidate]]]
) -> list[Candidate] | None:
    """Return the only event that begins then, there, under nearly the same title."""
    keys = [key for key in then if one.place and _is_slip(title, key)]
    like = [same for key in keys for same in then[key].values()]
    if len(like) != 1 or not all(it.place for it in like[0]):
        return None
    return _by_place(one, like)


def _is_slip(title: str, other: str) -> bool:
    if abs(len(title) - len(other)) > _MOST_SLIPS:
        return False
    words, others = title.split(), other.split()
    if "".join(words) == "".join(others):  # « A.G. » and « AG », « Ciné-débat » and « Cinédébat »
        return title != other and not re.search(r"\d", title)
    if len(words) != len(others):
        return False
    return all(a == b or _is_letter_off(a, b) for a, b in zip(words, others, strict=True))


def _is_letter_off(word: str, other: str) -> bool:
    """Return whether one letter is more, less, or other, in words long enough to tell."""
    short, long = sorted((word, other), key=len)
    if len(short) < _LONG_WORD or len(long) - len(short) > 1 or not f"{word}{other}".isalpha():
        return False
    at = next((n for n, letter in enumerate(short) if letter != long[n]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """Return what two ways of writing a title have in common, without a status in it."""
    key = name_key(_SIGN.sub(lambda sign: _SIGNS[sign[0]], title))
    key = key.replace(" et ", " ")  # « Soupe & bal »
    return _STATUSES.sub("", key) or key


def are_near(place: str, other: str) -> bool:
    """Return whether two places may be one: equal, one in the other, or one not given.

    >>> are_near("La Halle", "Halle, 34000 Montpellier"), are_near("Halle, Lunel", "Halle, Sète")
    (True, False)
    """
    (head, all_words), (other_head, other_words) = _place(place), _place(other)
    if not all_words or not other_words or _in_any_order(all_words) == _in_any_order(other_words):
        return True
    short, long = sorted((all_words, other_words), key=len)
    has_code = any(map(_CODE.fullmatch, short))
    words = [it for it in long if has_code or not _CODE.fullmatch(it)]
    if f" {' '.join(short)} " in f" {' '.join(words)} ":
        return True
    return head == other_head and set(short) <= set(long)


def place_key(place: str) -> str:
    """Return what two ways of writing a place, whole, have in common."""
    return " ".join(_in_any_order(_place(place)[1])[0])


@lru_cache(maxsize=8192)
def _place(place: str) -> tuple[list[str], list[str]]:
    words = [_words(part) for part in _PARTS.split(_NUMBER.sub(r"\1 ", place))]
    return words[0], [word for part in words for word in part]


def _in_any_order(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words of a place in any order, and its numbers in theirs."""
    return sorted(words), [it for it in words if it.isdigit()]


def _words(text: str) -> list[str]:
    words = name_key(text).split() if text.strip() else []
    return [_SHORT.get(it, it) for it in words if it not in _NOISE]
