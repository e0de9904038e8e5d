"""The keys of each kind of file as a JSON Schema (draft-07), for editors that complete YAML.

It suggests, and refuses nothing: a reader takes more spellings than a schema can tell, and
`bin/invoke check` says all that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.diagnostics import Diagnostics
from editor.forms.kinds import KINDS
from jekyll.front_matter import Field, parse_mapping
from jekyll.front_matter.form import input_of
from jekyll.front_matter.schema import Keys
from jekyll.site.config_schema import CONFIG

JsonSchema = dict[str, Any]


def json_schemas() -> dict[str, JsonSchema]:
    """Return the schema of each kind of file, under its name, and that of `_config.yml`."""
    kinds = {kind.name: _file(kind.label, kind.fields) for kind in KINDS.values()}
    return {**kinds, "config": _file("Le site", CONFIG.fields)}


def _file(title: str, fields: Mapping[str, Field]) -> JsonSchema:
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return {**head, **_keys(fields)}


def _keys(fields: Mapping[str, Field]) -> JsonSchema:
    """Return the schema of a mapping: its keys, and their other names, which are not suggested."""
    known = {key: _key(one) for key, one in fields.items()}
    for key, one in fields.items():
        for alias in one.aliases:
            known.setdefault(alias, {**known[key], "doNotSuggest": True})
    return {"properties": known}


def _key(field: Field) -> JsonSchema:
    form, reader = field.form, input_of(field.read)
    absent = f" Sinon : {form.otherwise}." if form.otherwise else ""
    described: JsonSchema = {"title": form.label, "description": field.meaning + absent}
    example = form.example or reader.example
    choices = {"choice": list(reader.choices), "switch": [True, False]}.get(reader.kind)
    if choices:
        described["anyOf"] = [{"enum": choices}, {}]
    elif example:
        described["examples"] = [parse_mapping(f"k: {example}", "", Diagnostics())["k"].as_data]
    if reader.choices and field.default in reader.choices:
        described["default"] = field.default
    if isinstance(field.read, Keys):
        inside = _keys(field.read.fields)
        described |= {**inside, "items": inside} if field.read.is_list else inside
    elif form.fields:
        described["items"] = _keys(form.fields)
    return {name: value for name, value in described.items() if value}
