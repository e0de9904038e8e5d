"""The keys of each kind of file as a JSON Schema (draft-07), for editors that complete YAML.

It never refuses what a reader takes: a key under another spelling (« Début ») is let through, and
so is any value of a key that only warns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from content_types.events.event_dates import ONE_DATE_A_LINE
from core.diagnostics import ERROR, Diagnostics
from editor.forms.kinds import KINDS
from jekyll.front_matter import Field, parse_mapping
from jekyll.front_matter.data_types import WEB
from jekyll.front_matter.form import input_of
from jekyll.front_matter.lenient_values import plain
from jekyll.front_matter.schema import Keys
from jekyll.site.config_schema import CONFIG

JsonSchema = dict[str, Any]

_SCALAR = ["string", "number", "boolean", "null"]
# What YAML makes of a value of each kind of input; of the others, a line of text.
_TYPES = {
    "list": ["array", *_SCALAR],
    "image": ["object", *_SCALAR],
    "keys": ["object", "array", *_SCALAR],
    "number": ["number", "string", "null"],
}
_ACCENTED = {"a": "àâä", "c": "ç", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü"}
# Programs write an empty text for what nobody filled in.
_URL = r"^\s*([Hh][Tt][Tt][Pp][Ss]?://\S+)?\s*$"
_URL_OR_MAIL = rf"{_URL}|^\s*([Mm][Aa][Ii][Ll][Tt][Oo]:)?[^\s@:/]+@[^\s@]+\.[^\s@]+\s*$"
_NUMBER = r"^\s*([+-]?\d+(\.\d+)?)?\s*$"


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
    asked = [_asked(key, fields) for key, one in fields.items() if one.form.required]
    return {"type": ["object", "null"], "properties": known, **({"allOf": asked} if asked else {})}


def _asked(key: str, fields: Mapping[str, Field]) -> JsonSchema:
    """Ask for a key, unless it is there under one of its names, or another takes its place."""
    alike = [key, *(name for name, one in fields.items() if key in one.form.instead)]
    names = [name for one in alike for name in (one, *fields[one].aliases)]
    is_absent = {"propertyNames": {"not": {"pattern": _loosely(names)}}}
    requirement = {"required": [key], "errorMessage": f"Il manque « {key} »."}
    return {"if": is_absent, "then": requirement}


def _key(field: Field) -> JsonSchema:
    form, reader = field.form, input_of(field.read)
    absent = f" Sinon : {form.otherwise}." if form.otherwise else ""
    described: JsonSchema = {"title": form.label, "description": field.meaning + absent}
    example = form.example or reader.example
    if example and reader.kind not in ("choice", "switch"):
        described["examples"] = [parse_mapping(f"k: {example}", "", Diagnostics())["k"].as_data]
    if reader.choices and field.default in reader.choices:
        described["default"] = field.default
    return {name: value for name, value in described.items() if value} | _value(field)


def _value(field: Field) -> JsonSchema:
    """Return what the value of a key may be."""
    if isinstance(field.read, Keys):
        return _mappings(field.read)
    form, reader = field.form, input_of(field.read)
    if field.severity != ERROR:
        return {}
    types = {"type": _TYPES.get(reader.kind, _SCALAR)}
    match reader.kind:
        case "choice":
            return _one_of(reader.choices, reader.choices)
        case "switch":
            return _one_of((True, False), "true false yes no on off oui non".split())
        case "number":
            message = "Écrivez un nombre, par exemple : 3."
            return {**types, "pattern": _NUMBER, "patternErrorMessage": message}
        case "address":
            return {**types, "pattern": _URL, "patternErrorMessage": WEB}
        case "contact":
            return {**types, "pattern": _URL_OR_MAIL, "patternErrorMessage": WEB}
        case "dates":
            item = {**_keys(form.fields or {}), "type": ["object", *_SCALAR]}
            listed = {"type": ["array", "null"], "items": item, "errorMessage": ONE_DATE_A_LINE}
            return {"anyOf": [listed, {"type": "string", "maxLength": 0}]}
    return types


def _one_of(suggested: Iterable[str | bool], words: Iterable[str]) -> JsonSchema:
    """Return what takes some values, and words in any spelling, or nothing."""
    words = list(words)
    known = {"enum": list(suggested), "errorMessage": f"Valeurs connues : {', '.join(words)}."}
    other = {"type": ["number", "boolean", "array", "object"]}
    return {"anyOf": [known, {"pattern": _loosely(words), "not": other}]}


def _mappings(keys: Keys[Any]) -> JsonSchema:
    one = _keys(keys.fields)
    if not keys.is_list:
        return {**one, "type": ["object", *_SCALAR]}
    return {"anyOf": [{"type": "array", "items": one}, {**one, "type": ["object", *_SCALAR]}]}


def _loosely(words: Iterable[str]) -> str:
    """Return a pattern of words with or without their accents, in any case, perhaps plural."""
    return rf"^\s*(({'|'.join(''.join(map(_sign, word)) for word in words)})s?)?\s*$"


def _sign(sign: str) -> str:
    letter = plain(sign)
    if not letter.isalpha():
        return r"[\s_-]+"
    accented = _ACCENTED.get(letter, "")
    return f"[{letter}{letter.upper()}{accented}{accented.upper()}]" + (
        r"[\u0300-\u036f]?" if accented else ""
    )
