"""How people are asked for a key: what a form, an editor and members' documentation need of it.

A reader says what it reads (`@reads`): what kind of input, an example, the words to choose from. A
key says the rest (`Form`), in French.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

R = TypeVar("R", bound=Callable[..., Any])

FIRST, MORE, NEVER = "first", "more", "never"
_MARK = "reads"


@dataclass(frozen=True)
class Input:
    """What a reader reads."""

    # `line`, `text`, `moment`, `hour` (or a moment), `number`, `choice`, `list`, `switch`,
    # `address`, `postal`, `image`, `dates`, `page`, `language`.
    kind: str = "line"
    example: str = ""  # a value that it takes, as YAML has it
    choices: tuple[str, ...] = ()  # the words that it takes, when it takes no others


@dataclass(frozen=True)
class Form:
    """How people are asked for a key."""

    label: str = ""  # its name in a form, in French
    example: str = ""  # a value, as YAML has it; "" for the reader's
    place: str = MORE  # `FIRST`, shown at once; `MORE`, with the details; `NEVER`, for machines
    otherwise: str = ""  # what is meant when it is absent, in French
    required: bool = False  # no file does without it
    suggest: str = ""  # the list of a site's known values that it takes one or more of
    input: str = ""  # the kind of input, where it is not the reader's
    instead: tuple[str, ...] = ()  # the keys whose place it takes
    unless: str = ""  # the key that lets them stay, when it says something
    after: str = ""  # the key without which it is not shown
    fields: Mapping[str, Any] | None = None  # the keys of each of its items, as `Field`s by key


NO_FORM = Form()


def reads(kind: str, example: str = "", choices: tuple[str, ...] = ()) -> Callable[[R], R]:
    """Mark a reader with what it reads."""

    def mark(read: R) -> R:
        vars(read)[_MARK] = Input(kind, example, choices)
        return read

    return mark


def input_of(read: object) -> Input:
    """Return what a reader reads: a line, unless it says otherwise."""
    found = getattr(read, _MARK, None)
    return found if isinstance(found, Input) else Input()
