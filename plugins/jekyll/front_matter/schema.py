"""A schema: the keys that a kind of file knows, each read by one function into one type.

A bad value is a fault that quotes it and says what would be right; a key not known is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, TypeVar, cast

from core.diagnostics import ERROR, Diagnostics, suggestion, typo
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE, KEY_OF_TWO_NAMES, UNKNOWN_KEY
from jekyll.front_matter.form import NO_FORM, Form
from jekyll.front_matter.lenient_values import key_name
from jekyll.front_matter.yaml_values import Data, Value, unaccented, written

# What a schema reads, by key: a `TypedDict`, which mypy follows to where each key is used.
KeysRead = TypeVar("KeysRead", bound=Mapping[str, object])
KeysRead_co = TypeVar("KeysRead_co", bound=Mapping[str, object], covariant=True)
_UNSEEN_SPACE = "Effacez l'espace insécable qui précède ses deux-points."


class BadValue(Exception):
    """A value of a known key that is not one of those it can have.

    Attributes:
        expected: what to write instead, in French.
        meant: what it is read as nevertheless; None for the key's default.
        line: where that is inside of the value, or 0.
    """

    def __init__(self, expected: str, meant: object = None, line: int = 0):
        super().__init__(expected)
        self.expected, self.meant, self.line = expected, meant, line


@dataclass(frozen=True)
class Field:
    """One key of front matter."""

    # Makes the value, or raises `BadValue`; or the keys that this one holds.
    read: Callable[[Value], object] | Keys[Any]
    default: object = None  # the value when the key is absent or null
    meaning: str = ""  # what it is for, in French, for members' documentation
    aliases: tuple[str, ...] = ()  # the other names of the key, which say the same
    # Of a bad value; a key that Jekyll or other tools read with any value only warns.
    severity: str = ERROR
    form: Form = NO_FORM

    def take(self, key: str, value: Value, label: str, diagnostics: Diagnostics) -> object:
        """Return what a value says; a bad one is reported and gives the default."""
        found = Diagnostics()
        try:
            if isinstance(self.read, Keys):
                return self.read.take(key, value, label, found)
            return self.read(value)
        except BadValue as bad:
            _report(key, value, bad, label, found)
            return self.default if bad.meant is None else bad.meant
        finally:
            for one in found.found:
                diagnostics.add(one if self.severity == ERROR else one.with_severity(self.severity))


@dataclass(frozen=True, eq=False)
class Keys(Generic[KeysRead]):
    """What a key holds that holds keys itself: one mapping, or a list of them."""

    fields: Mapping[str, Field]  # the keys inside; accents in them are no matter
    # Makes the value of theirs, by key, and of the line where they begin.
    make: Callable[[KeysRead, int], object]
    example: str  # what to write, in French, in the place of what is none of it
    required: tuple[str, ...] = ()  # the keys that may not be missing
    word: Callable[[Value], object] | None = None  # reads what is no mapping
    is_list: bool = False  # there may be several, in a list; the value is a tuple

    def take(self, key: str, value: Value, label: str, diagnostics: Diagnostics) -> object:
        """Return what a value says; what is wrong inside of it is reported and left out.

        Raises BadValue: nothing of it can be read.
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

    def _one(self, value: Value, label: str, diagnostics: Diagnostics) -> object:
        """Return what one mapping says; None when one of its required keys is not read."""
        if not isinstance(value.content, dict):
            if self.word is None or isinstance(value.content, list):
                raise BadValue(self.example)
            return self.word(value)
        inside = unaccented(value.content, self.fields, label, diagnostics)
        if self.fields.keys().isdisjoint(inside):
            raise BadValue(self.example, line=min((one.line for one in inside.values()), default=0))
        self._report_unknown(inside, label, diagnostics)
        if missing := [it for it in self.required if it not in inside or inside[it].is_null]:
            raise BadValue(f"Il manque « {missing[0]} ». {self.example}")
        schema: Schema[KeysRead] = Schema(self.fields, is_inside=True)
        read = schema.read(inside, label, diagnostics)
        is_whole = all(read[name] not in (None, "") for name in self.required)
        return self.make(read, value.line) if is_whole else None

    def _report_unknown(
        self, values: Mapping[str, Value], label: str, diagnostics: Diagnostics
    ) -> None:
        """Warn of the keys inside that are none: no other tool has some here."""
        known = ", ".join(self.fields)
        for name in sorted(values.keys() - self.fields.keys()):
            hint = f"{suggestion(name, self.fields)} Clés connues ici : {known}.".strip()
            if values[name].is_null:  # the rest of a value
                hint = "Mettez entre guillemets la valeur qui contient une virgule."
            unknown = UNKNOWN_KEY(key=name, meant="", hint=hint)
            diagnostics.add(unknown.at(label, values[name].line))


@dataclass(frozen=True)
class Schema(Generic[KeysRead_co]):
    """The known keys of a kind of file, and the type of what it reads."""

    # The keys, each under the name that documentation gives.
    fields: Mapping[str, Field] = field(default_factory=dict)
    # The names that are Jekyll's, which it knows in this spelling alone: `Tags` is another key. The
    # others go without accents and capitals, and with dashes or spaces.
    exact: frozenset[str] = frozenset()
    is_inside: bool = False  # it is that of what one key holds, where an empty text says nothing

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
        """Return the values that say something, under the documented names of their keys.

        Of a key that is written under two names, what Jekyll reads is kept, or else what stands
        under the documented name, or first; the other is reported.
        """
        found: dict[str, tuple[str, Value]] = {}
        for key, value in values.items():
            name = self.name_of(key) or key
            if self._is_absent(name, value):
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
    ) -> KeysRead_co:
        """Return a value for each known key; bad ones are reported and get the default.

        Programs write `date: ""` for what nobody filled in: that gives the default too.
        """
        read = {key: known.default for key, known in self.fields.items()}
        for key, known in self.fields.items():
            if key in values and not self._is_absent(key, values[key]):
                read[key] = known.take(key, values[key], label, diagnostics)
        return cast(KeysRead_co, read)

    def _is_absent(self, name: str, value: Value) -> bool:
        """Return whether a key says nothing: null, or an empty text where there can be none."""
        if value.is_null or value.content != "" or self.is_inside or name not in self.fields:
            return value.is_null
        found = Diagnostics()
        self.fields[name].take(name, value, "", found)
        return bool(found.found)

    def reading(self, readers: Mapping[str, Callable[[Value], object]]) -> Schema[KeysRead_co]:
        """Return the same schema with other readers of some keys."""
        fields = {key: replace(self.fields[key], read=read) for key, read in readers.items()}
        return replace(self, fields={**self.fields, **fields})

    def others(self, values: Mapping[str, Value]) -> dict[str, Data]:
        """Return the values of the keys that are not known, as data."""
        unknown = {key: it for key, it in values.items() if not self.name_of(key)}
        return {key: value.as_data for key, value in unknown.items() if not value.is_null}

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
            if not is_known and (meant := typo(key, known - set(values))):
                hint = _UNSEEN_SPACE if key.rstrip() == meant else None
                diagnostics.add(UNKNOWN_KEY(key=key, meant=meant, hint=hint).at(label, value.line))


def _report(key: str, value: Value, bad: BadValue, label: str, diagnostics: Diagnostics) -> None:
    impossible = IMPOSSIBLE_VALUE(key=value.key or key, value=written(value), hint=bad.expected)
    diagnostics.add(impossible.at(label, bad.line or value.line))
