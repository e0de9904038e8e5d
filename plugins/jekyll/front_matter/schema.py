"""A schema: the keys that a kind of file knows, each read by one function into one type.

A bad value is a fault that quotes it and says what would be right. Keys that the schema does not
know are no fault: other tools have theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from core.diagnostics import Diagnostics, slip, without_password
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE, UNKNOWN_KEY
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
        read: makes the value, or raises `BadValue`.
        default: the value when the key is absent or null.
        meaning: what it is for, in French, for members' documentation.
    """

    read: Callable[[Value], Any]
    default: Any = None
    meaning: str = ""


@dataclass(frozen=True)
class Schema:
    """The known keys of a kind of file."""

    fields: Mapping[str, Field] = field(default_factory=dict)

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

    @staticmethod
    def _read_one(
        key: str, known: Field, value: Value | None, label: str, diagnostics: Diagnostics
    ) -> Any:
        if value is None or value.is_null:
            return known.default
        try:
            return known.read(value)
        except BadValue as bad:
            impossible = IMPOSSIBLE_VALUE(key=key, value=written(value), hint=bad.expected)
            diagnostics.add(impossible.at(label, value.line))
            return known.default


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
