"""Which element may be in which: what is wrong with the place of a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from commands.checks.html_names import short
from commands.checks.html_table import (
    APART,
    BLOCKS,
    CHILDREN,
    HELPERS,
    INTERACTIVE,
    ONLY_ONE,
    PARENTS,
    PHRASING_ONLY,
)
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.html import (
    ELEMENT_GIVEN_AGAIN,
    ELEMENT_OF_THE_THEME,
    FORBIDDEN_NESTING,
    MISSING_PARENT,
    UNEXPECTED_CHILD,
)

# What the theme writes once, and what to do (HTML Standard, sections 4.1, 4.2, 4.3.1 and 4.4.14).
OF_THE_PAGE = {
    "html": "Retirez-le : chaque page a déjà le sien.",
    "head": "Retirez-le : chaque page a déjà le sien.",
    "body": "Retirez-le : chaque page a déjà le sien.",
    "title": "Écrivez plutôt « title: » en haut du fichier.",
    "base": "Retirez-le : il changerait où mènent les liens.",
    "main": "Chaque page a déjà le sien : mettez <section> à sa place.",
}


@dataclass(frozen=True)
class Open:
    """An element that is open.

    Attributes:
        name: the element.
        tag: its start tag as written.
        nth: how many equal tags stand before it.
        is_ours: whether a member wrote it.
        held: what it holds of what may be in it only once.
    """

    name: str
    tag: str
    nth: int
    is_ours: bool
    held: set[str] = field(default_factory=set, compare=False)


# What is wrong, without its place, and the other element that is at fault unless Markdown made it.
Misplaced = tuple[Diagnostic, Open | None]


def place_diagnostics(tag: Open, holders: Sequence[Open], is_whole: bool) -> Iterator[Misplaced]:
    """Give what is wrong with the place of a tag.

    Args:
        tag: the tag.
        holders: the elements that are open around it, the nearest last.
        is_whole: whether the text is a page of its own.
    """
    holder = holders[-1] if holders else None
    shown, wanted = short(tag.tag), PARENTS.get(tag.name)
    if wanted and (holder is None or holder.name not in wanted) and not _is_custom(holder):
        yield MISSING_PARENT(tag=shown, parents=_any_of(wanted - {"div", "menu"})), None
    elif holder and holder.name in CHILDREN and tag.name not in CHILDREN[holder.name]:
        children = _any_of(CHILDREN[holder.name] - HELPERS)
        yield UNEXPECTED_CHILD(tag=shown, holder=short(holder.tag), children=children), holder
    elif tag.name in OF_THE_PAGE and not is_whole and all(h.name != "template" for h in holders):
        yield ELEMENT_OF_THE_THEME(tag=shown, hint=OF_THE_PAGE[tag.name]), None
    if holder and tag.name in ONLY_ONE.get(holder.name, ()):
        if tag.name in holder.held:
            yield ELEMENT_GIVEN_AGAIN(tag=shown, holder=short(holder.tag), name=tag.name), None
        holder.held.add(tag.name)
    yield from _nesting_diagnostics(tag, holders)


def _nesting_diagnostics(tag: Open, holders: Sequence[Open]) -> Iterator[Misplaced]:
    for holder in reversed(holders):
        if holder.name in APART:
            return
        same = holder.name == tag.name and tag.name in ("a", "button", "form", "label")
        in_link = holder.name in ("a", "button") and tag.name in INTERACTIVE
        in_phrase = holder.name in PHRASING_ONLY - {"p"} and tag.name in BLOCKS
        if same or in_link or in_phrase:
            shown, around = short(tag.tag), short(holder.tag)
            forbidden = FORBIDDEN_NESTING(tag=shown, holder=around, name=holder.name)
            yield forbidden, holder if in_phrase else None
            return


def _is_custom(holder: Open | None) -> bool:
    return holder is not None and ("-" in holder.name or holder.name == "template")


def _any_of(names: Iterable[str]) -> str:
    return " ou ".join(f"<{name}>" for name in sorted(names))
