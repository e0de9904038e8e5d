"""Which element may be in which: what is wrong with the place of a tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import SupportsIndex

from commands.checks.html import table
from commands.checks.lines import short
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import html as rules


@dataclass(slots=True, eq=False)
class Open:
    """An element whose first tag was read."""

    name: str  # the element's
    tag: str  # the tag as it is written
    nth: int  # how many equal tags stand before it
    is_ours: bool  # a member wrote it
    held: set[str] = field(default_factory=set)  # the names of its children so far

    @property
    def is_custom(self) -> bool:
        """Return whether a script says what is in it."""
        return "-" in self.name or self.name == "template"


class OpenElements(list[Open]):
    """Those that are open, the innermost last: which names they have is known without a search."""

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[str, int] = {}

    def append(self, element: Open) -> None:
        """Open an element."""
        super().append(element)
        self._names[element.name] = self._names.get(element.name, 0) + 1

    def pop(self, index: SupportsIndex = -1, /) -> Open:
        """Close one, the innermost."""
        element = super().pop(index)
        self._forget(element.name)
        return element

    def remove(self, element: Open) -> None:
        """Close one."""
        super().remove(element)
        self._forget(element.name)

    def _forget(self, name: str) -> None:
        self._names[name] -= 1
        if not self._names[name]:
            del self._names[name]

    def hold(self, names: Set[str]) -> bool:
        """Return whether an element of one of some names is open."""
        return not self._names.keys().isdisjoint(names)


# What the theme writes once, and what to do (HTML Standard, sections 4.1, 4.2, 4.3.1 and 4.4.14).
OF_THE_PAGE = {
    "html": "Retirez-le : chaque page a déjà le sien.",
    "head": "Retirez-le : chaque page a déjà le sien.",
    "body": "Retirez-le : chaque page a déjà le sien.",
    "title": "Écrivez plutôt « title: » en haut du fichier.",
    "base": "Retirez-le : il changerait où mènent les liens.",
    "main": "Chaque page a déjà le sien : mettez <section> à sa place.",
}


_ONE = "#one"  # in what an element holds: the one that it may
_HIDDEN = re.compile(r"""(?i)\stype\s*=\s*["']?hidden\b""")
_SELECTED, _MULTIPLE = (
    re.compile(rf"(?i)\s{word}(?=[\s=/>])") for word in ("selected", "multiple")
)
_IN_PHRASES = table.PHRASING_ONLY - {"p"}
_NOT_IN_ITSELF = frozenset("a button form label html head body".split())
_LINKS = frozenset({"a", "button"})
# What is wrong, without its place, and the other element that is at fault unless Markdown made it.
Misplaced = tuple[Diagnostic, Open | None]


def place_diagnostics(tag: Open, holders: OpenElements, is_whole: bool) -> Iterator[Misplaced]:
    """Give what is wrong with the place of a tag.

    Args:
        holders: the elements that are open around it, the nearest last.
        is_whole: whether the text is a page of its own.
    """
    holder = holders[-1] if holders else None
    around = short(holder.tag) if holder else ""
    shown, wanted = short(tag.tag), table.PARENTS.get(tag.name)
    if wanted and not (holder and (holder.is_custom or _may_hold(holder, tag.name, holders))):
        yield rules.MISSING_PARENT(tag=shown, parents=_any_of(wanted - {"div", "menu"})), None
    elif holder and holder.name in table.CHILDREN and tag.name not in table.CHILDREN[holder.name]:
        children = _any_of(table.CHILDREN[holder.name] - table.HELPERS)
        yield rules.UNEXPECTED_CHILD(tag=shown, holder=around, children=children), holder
    elif tag.name in OF_THE_PAGE and not is_whole and not holders.hold({"template"}):
        yield rules.ELEMENT_OF_THE_THEME(tag=shown, hint=OF_THE_PAGE[tag.name]), None
    if holder:
        if tag.name in holder.held and tag.name in table.ONLY_ONE.get(holder.name, ()):
            yield rules.ELEMENT_GIVEN_AGAIN(tag=shown, holder=around, name=tag.name), None
        elif _is_late(tag.name, holder):
            yield rules.LATE_CHILD(tag=shown, holder=around), None
        holder.held.add(tag.name)
    yield from _one_too_many(tag, holders)
    yield from _nesting_diagnostics(tag, holders)


def _one_too_many(tag: Open, holders: OpenElements) -> Iterator[Misplaced]:
    """Give the second field of a label, the second choice of a list that takes one.

    Source: HTML Standard, sections 4.10.4 (`<label>`) and 4.10.7 (`selected`).
    """
    is_field = tag.name in table.LABELABLE and not _HIDDEN.search(tag.tag)
    is_choice = tag.name == "option" and _SELECTED.search(tag.tag)
    name = "label" if is_field else "select" if is_choice else ""
    if not name or not holders.hold({name}):
        return
    holder = next(one for one in reversed(holders) if one.name == name)
    if is_choice and _MULTIPLE.search(holder.tag):
        return
    if _ONE in holder.held:
        hint = "Gardez-y un seul « selected »." if is_choice else "Donnez à chacun son <label>."
        shown, around = short(tag.tag), short(holder.tag)
        again = rules.ELEMENT_GIVEN_AGAIN(tag=shown, holder=around, name=tag.name, hint=hint)
        yield again, None
    holder.held.add(_ONE)


def _may_hold(holder: Open, name: str, holders: OpenElements) -> bool:
    """Return whether an element may be right in its holder: in a `<div>`, that of a list alone."""
    is_apart = holder.name == "div" and name in table.AROUND
    return holder.name in table.PARENTS[name] and (
        not is_apart or holders.hold(table.AROUND[name] | {"template"})
    )


def _is_late(name: str, holder: Open) -> bool:
    """Return whether an element should have come before what is in its holder already."""
    others = table.BEFORE.get(holder.name, {}).get(name)
    held = holder.held - {"script", "template"}
    return others is not None and bool(held & others if others else held)


def lack_of(element: Open) -> Diagnostic | None:
    """Return what an element lacks, once it is closed."""
    child, needed = table.MUST_HOLD.get(element.name, ("", frozenset()))
    is_empty_list = element.name == "dl" and not element.held
    if not child or element.held & needed or is_empty_list:
        return None
    return rules.MISSING_CHILD(child=child, holder=short(element.tag))


def _nesting_diagnostics(tag: Open, holders: OpenElements) -> Iterator[Misplaced]:
    refused = _refused_around(tag.name)
    if not holders.hold(refused):
        return
    for holder in reversed(holders):
        if holder.name in table.APART:
            return
        if holder.name in refused:
            shown, around = short(tag.tag), short(holder.tag)
            forbidden = rules.FORBIDDEN_NESTING(tag=shown, holder=around, name=holder.name)
            in_phrase = holder.name in _IN_PHRASES and tag.name in table.BLOCKS
            yield forbidden, holder if in_phrase else None
            return


@lru_cache(maxsize=512)
def _refused_around(name: str) -> frozenset[str]:
    refused = _NOT_IN_ITSELF & {name}
    refused |= _IN_PHRASES if name in table.BLOCKS else set()
    return refused | (_LINKS if name in table.INTERACTIVE else set())


def _any_of(names: Iterable[str]) -> str:
    return " ou ".join(f"<{name}>" for name in sorted(names))
