"""What every way to publish offers: one interface for rsync and for Git."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Changes:
    """What a publication would change online: paths relative to the site, sorted, with `/`."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Restored:
    """An earlier publication that was put back online."""

    name: str  # which one, in French words
    manifest: dict[str, str]  # those of its files that can be looked at online


class PublishError(Exception):
    """Something that stops a publication: what is wrong and its hint, in French, secrets left out.

    Args:
        message: one or two calm sentences for the member, the last one the hint.
    """


class Target(Protocol):
    """Where a built site goes."""

    def describe(self) -> str:
        """Return where it goes, in French words, without any secret."""

    def compare(self, site: Path) -> Changes:
        """Return what would change; sends nothing. Raises PublishError."""

    def send(self, site: Path) -> None:
        """Put the built folder `site` online in one switch. Raises PublishError."""

    def roll_back(self) -> Restored:
        """Put the earlier publication back online. Raises PublishError."""
