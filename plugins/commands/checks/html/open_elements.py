"""The elements that are open at a place of some HTML."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import SupportsIndex


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
