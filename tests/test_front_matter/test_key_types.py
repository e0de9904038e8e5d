"""The types that mypy follows from a schema: each key's is what its reader returns."""

import importlib
import re
from collections.abc import Iterator, Mapping
from functools import partial
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from content_types.calendars.choices import CHOICES
from jekyll.front_matter.schema import Field, Keys, Schema
from support import PROJECT

PLUGINS = PROJECT / "plugins"


def modules() -> Iterator[str]:
    for path in sorted(PLUGINS.rglob("*.py")):
        if re.search(r"^\w+: Schema\[", path.read_text(), re.MULTILINE):
            yield ".".join(path.relative_to(PLUGINS).with_suffix("").parts)


def schemas() -> Iterator[tuple[str, Mapping[str, Field], type]]:
    """Give each schema, and each mapping that a key holds, with the type of what it reads."""
    for name in modules():
        module = importlib.import_module(name)
        for constant, hint in get_type_hints(module).items():
            if get_origin(hint) is Schema:
                fields = getattr(module, constant).fields
                yield f"{name}.{constant}", fields, get_args(hint)[0]
                yield from inside(f"{name}.{constant}", fields)
    yield "choices", CHOICES.fields, read_by(CHOICES)


def inside(name: str, fields: Mapping[str, Field]) -> Iterator[tuple[str, Mapping, type]]:
    for key, field in fields.items():
        if isinstance(field.read, Keys):
            yield f"{name}.{key}", field.read.fields, read_by(field.read)


def read_by(keys: Keys) -> type:
    """Return what a key that holds keys makes its value of."""
    return next(iter(get_type_hints(keys.make).values()))


def members(hint: Any) -> set[Any]:
    return set(get_args(hint)) if get_origin(hint) in (Union, UnionType) else {hint}


def returned(reader: Any) -> set[Any]:
    if isinstance(reader, Keys):
        made = members(get_type_hints(reader.make)["return"])
        made |= returned(reader.word) if reader.word else set()
        return {tuple[one, ...] for one in made} if reader.is_list else made
    reader = reader.func if isinstance(reader, partial) else reader
    return members(get_type_hints(reader)["return"])


def allows(hint: Any, one: Any) -> bool:
    """Return whether a type allows another: the same, or a sequence of the same for a list."""
    if hint == one:
        return True
    origins = get_origin(hint), get_origin(one)
    return None not in origins and get_args(hint) == get_args(one) and issubclass(*origins[::-1])


KNOWN = {name: (fields, read) for name, fields, read in schemas()}


@pytest.mark.parametrize("name", KNOWN)
def test_a_key_has_the_type_that_its_reader_returns(name: str) -> None:
    fields, read = KNOWN[name]
    hints = get_type_hints(read)
    assert hints.keys() == fields.keys()
    for key, field in fields.items():
        expected = members(hints[key])
        may_be = returned(field.read) | ({NoneType} if field.default is None else set())
        unlike = {one for one in may_be if not any(allows(hint, one) for hint in expected)}
        assert not unlike, (key, unlike, expected)
        vain = {hint for hint in expected if not any(allows(hint, one) for one in may_be)}
        assert not vain, (key, vain, may_be)
        origins = tuple(get_origin(hint) or hint for hint in expected)
        assert isinstance(field.default, origins), (key, field.default, expected)
