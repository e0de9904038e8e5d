"""What is learnt while work is done, in whatever process it is done."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Fact = TypeVar("Fact")


class Known(dict[Key, Fact]):
    """Facts that each process brings back."""

    def taken(self) -> dict[Key, Fact]:
        """Return what was learnt, for another process."""
        return dict(self)

    def merge(self, taken: dict[Key, Fact]) -> None:
        """Add what another process learnt."""
        self.update(taken)
