"""A schema: the keys that a kind of file knows, each read by one function into one type.

A bad value is a fault that quotes it and says what would be right. Keys that the schema does not
know are no fault: other tools have theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.diagnostics import WARNING, Diagnostics, slip, suggestion, without_password
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE, KEY_TWICE, UNKNOWN_KEY
from jekyll.front_matter.as_written import plain
from jekyll.front_matter.yaml_values import Value


class BadValue(Exception):
    """A value of a known key that is not one of those it can have."""

    def __init__(self, expected: str):
        super().__init__(expected)
        self.expected = expected


@dataclass(frozen=True)
class Field:
    """One key of front matter.

    Attributes:
        read: makes the value, or raises `BadValue`; or the keys that this one holds.
        default: the value when the key is absent or null.
        meaning: what it is for, in French, for members' documentation.
        is_shared: other tools have a key of that name: what is not read here is no error.
    """

    read: Callable[[Value], Any] | Keys
    default: Any = None
    meaning: str = ""
    is_shared: bool = False

    def take(self, key: str, value: Value, label: str, diagnostics: Diagnostics) -> Any:
        """Return what a value says; a bad one is reported and gives the default."""
        found = Diagnostics()
        try:
            if isinstance(self.read, Keys):
                return self.read.take(key, value, label, found)
            return self.read(value)
        except BadValue as bad:
            _report(key, value, bad, label, found)
            return self.default
        finally:
            told = found.found
            diagnostics.merge(
                [it.with_severity(WARNING) for it in told] if self.is_shared else told
            )


@dataclass(frozen=True, eq=False)
class Keys:
    """What a key holds that holds keys itself: one mapping, or a list of them.

    Attributes:
        fields: the keys inside; accents in them are no matter.
        make: makes the value of theirs, by key, and of the line where they begin.
        example: what to write, in French, in the place of what is none of it.
        required: the keys that may not be missing.
        word: reads what is no mapping.
        is_list: there may be several, in a list; the value is a tuple.
    """

    fields: Mapping[str, Field]
    make: Callable[[dict[str, Any], int], Any]
    example: str
    required: tuple[str, ...] = ()
    word: Callable[[Value], Any] | None = None
    is_list: bool = False

    def take(self, key: str, value: Value, label: str, diagnostics: Diagnostics) -> Any:
        """Return what a value says; what is wrong inside of it is reported and left out.

        Raises:
            BadValue: nothing of it can be read.
        """
        if not self.is_list:
            return self._one(value, label, diagnostics)
        made = []
        for item in value.content if isinstance(value.content, list) else [value]:
            try:
                made.append(self._one(item, label, diagnostics))
            except BadValue as bad:
                _report(key, item, bad, label, diagnostics)
        return tuple(one for one in made if one is not None)

    def _one(self, value: Value, label: str, diagnostics: Diagnostics) -> Any:
        """Return what one mapping says; None when one of its required keys is not read."""
        if not isinstance(value.content, dict):
            if self.word is None or isinstance(value.content, list):
                raise BadValue(self.example)
            return self.word(value)
        inside = unaccented(value.content, self.fields, label, diagnostics)
        if self.fields.keys().isdisjoint(inside):
            raise BadValue(self.example)
        self._report_unknown(inside, label, diagnostics)
        missing = [name for name in self.required if name not in inside or inside[name].is_null]
        if missing:
            raise BadValue(f"Il manque « {missing[0]} ». {self.example}")
        read = Schema(self.fields).read(inside, label, diagnostics)
        is_whole = all(read[name] not in (None, "") for name in self.required)
        return self.make(read, value.line) if is_whole else None

    def _report_unknown(
        self, values: Mapping[str, Value], label: str, diagnostics: Diagnostics
    ) -> None:
        """Warn of the keys inside that are none: no other tool has some here."""
        known = ", ".join(self.fields)
        for name in sorted(values.keys() - self.fields.keys()):
            hint = f"{suggestion(name, self.fields)} Clés connues ici : {known}.".strip()
            unknown = UNKNOWN_KEY(key=name, meant="", hint=hint)
            diagnostics.add(unknown.at(label, values[name].line))


@dataclass(frozen=True)
class Schema:
    """The known keys of a kind of file."""

    fields: Mapping[str, Field] = field(default_factory=dict)

    def read(
        self, values: Mapping[str, Value], label: str, diagnostics: Diagnostics
    ) -> dict[str, Any]:
        """Return a value for each known key; bad ones are reported and get the default."""
        return {
            key: known.default
            if key not in values or values[key].is_null
            else known.take(key, values[key], label, diagnostics)
            for key, known in self.fields.items()
        }

    def others(self, values: Mapping[str, Value]) -> dict[str, Any]:
        """Return the values of the keys that are not known, as data."""
        return {
            key: value.as_data
            for key, value in values.items()
            if key not in self.fields and not value.is_null
        }

    def report_misspelt(
        self,
        values: Mapping[str, Value],
        label: str,
        diagnostics: Diagnostics,
        others: Iterable[str] = (),
    ) -> None:
        """Warn of each unknown key that is very like a known one (`others` are known too)."""
        known = {*self.fields, *others}
        for key, value in values.items():
            meant = None if key in known else slip(key, known - set(values))
            if meant:
                diagnostics.add(UNKNOWN_KEY(key=key, meant=meant).at(label, value.line))


def unaccented(
    values: Mapping[str, Value], known: Iterable[str], label: str, diagnostics: Diagnostics
) -> dict[str, Value]:
    """Return values by key, « réseaux » taken for the known key that it means."""
    names, found = frozenset(known), dict[str, Value]()
    for name, value in values.items():
        meant = plain(name) if plain(name) in names else name
        if meant in found:
            diagnostics.add(KEY_TWICE(key=meant).at(label, value.line))
        found[meant] = value
    return found


def _report(key: str, value: Value, bad: BadValue, label: str, diagnostics: Diagnostics) -> None:
    impossible = IMPOSSIBLE_VALUE(key=key, value=written(value), hint=bad.expected)
    diagnostics.add(impossible.at(label, value.line))


def written(value: Value) -> str:
    """Return the value as a member would recognise it, cut when it is long."""
    if isinstance(value.content, str):
        text = value.content if value.is_plain else f'"{value.content}"'
    elif isinstance(value.content, list):
        text = "[" + ", ".join(written(item) for item in value.content) + "]"
    else:
        text = ", ".join(f"{key}: {written(item)}" for key, item in value.content.items())
    text = without_password(" ".join(text.split()))
    return text if len(text) <= 60 else text[:57] + "…"
