"""A schema: the keys that a kind of file knows, each read by one function into one type.

A bad value is a fault that quotes it and says what would be right. Keys that the schema does not
know are no fault: other tools have theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from core.diagnostics import ERROR, Diagnostics, slip, without_password
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE, KEY_OF_TWO_NAMES, UNKNOWN_KEY
from jekyll.front_matter.as_written import key_name
from jekyll.front_matter.yaml_values import Value


class BadValue(Exception):
    """A value of a known key that is not one of those it can have.

    Attributes:
        expected: what to write instead, in French.
        meant: what it is read as nevertheless; None for the key's default.
    """

    def __init__(self, expected: str, meant: Any = None):
        super().__init__(expected)
        self.expected, self.meant = expected, meant


@dataclass(frozen=True)
class Field:
    """One key of front matter.

    Attributes:
        read: makes the value, or raises `BadValue`.
        default: the value when the key is absent or null.
        meaning: what it is for, in French, for members' documentation.
        aliases: the other names of the key, which say the same.
        severity: of a bad value; a key that Jekyll reads with any value only warns.
    """

    read: Callable[[Value], Any]
    default: Any = None
    meaning: str = ""
    aliases: tuple[str, ...] = ()
    severity: str = ERROR


@dataclass(frozen=True)
class Schema:
    """The known keys of a kind of file.

    Attributes:
        fields: the keys, each under the name that documentation gives.
        exact: the names that are Jekyll's, which it knows in this spelling alone: `Tags` is another
            key. The others go without accents and capitals, and with dashes or spaces.
    """

    fields: Mapping[str, Field] = field(default_factory=dict)
    exact: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the documented name of each key, under all its names."""
        found = {alias: key for key, one in self.fields.items() for alias in one.aliases}
        return found | {key: key for key in self.fields}

    @cached_property
    def _loose_names(self) -> dict[str, str]:
        return {key_name(name): key for name, key in self.names.items() if name not in self.exact}

    def name_of(self, key: str) -> str | None:
        """Return the documented name of a key as it is written, None when it is not known."""
        return self.names.get(key) or self._loose_names.get(key_name(key))

    def named(
        self, values: Mapping[str, Value], label: str, diagnostics: Diagnostics
    ) -> dict[str, Value]:
        """Return the values that are not null, under the documented names of their keys.

        Of a key that is written under two names, what Jekyll reads is kept, or else what stands
        under the documented name, or first; the other is told.
        """
        found: dict[str, tuple[str, Value]] = {}
        for key, value in values.items():
            name = self.name_of(key) or key
            if value.is_null:
                continue
            if name in found:
                kept, left = found[name], (key, value)
                if self._rank(name, left[0]) < self._rank(name, kept[0]):
                    kept, left = left, kept
                found[name] = kept
                twice = KEY_OF_TWO_NAMES(key=left[0], kept=kept[0], line=kept[1].line)
                diagnostics.add(twice.at(label, left[1].line))
            else:
                found[name] = (key, value)
        return {
            name: value if key == name else replace(value, key=key)
            for name, (key, value) in found.items()
        }

    def _rank(self, name: str, key: str) -> int:
        return 0 if key in self.exact else 1 if key == name else 2

    def read(
        self, values: Mapping[str, Value], label: str, diagnostics: Diagnostics
    ) -> dict[str, Any]:
        """Return a value for each known key; bad ones are reported and get the default."""
        return {
            key: self._read_one(key, known, values.get(key), label, diagnostics)
            for key, known in self.fields.items()
        }

    def reading(self, readers: Mapping[str, Callable[[Value], Any]]) -> Schema:
        """Return the same schema with other readers of some keys."""
        fields = {key: replace(self.fields[key], read=read) for key, read in readers.items()}
        return replace(self, fields={**self.fields, **fields})

    def others(self, values: Mapping[str, Value]) -> dict[str, Any]:
        """Return the values of the keys that are not known, as data."""
        return {
            key: value.as_data
            for key, value in values.items()
            if not self.name_of(key) and not value.is_null
        }

    def report_misspelt(
        self,
        values: Mapping[str, Value],
        label: str,
        diagnostics: Diagnostics,
        others: Iterable[str] = (),
    ) -> None:
        """Warn of each unknown key that is very like a known one (`others` are known too)."""
        known = {*self.names, *others}
        for key, value in values.items():
            is_known = key in known or self.name_of(key)
            meant = None if is_known else slip(key, known - set(values))
            if meant:
                diagnostics.add(UNKNOWN_KEY(key=key, meant=meant).at(label, value.line))

    def _read_one(
        self, key: str, known: Field, value: Value | None, label: str, diagnostics: Diagnostics
    ) -> Any:
        if value is None or value.is_null:
            return known.default
        try:
            return known.read(value)
        except BadValue as bad:
            shown = value.key or key
            impossible = IMPOSSIBLE_VALUE(key=shown, value=written(value), hint=bad.expected)
            diagnostics.add(impossible.with_severity(known.severity).at(label, value.line))
            return known.default if bad.meant is None else bad.meant


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
