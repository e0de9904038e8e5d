"""The forms as data, for the page of the editor: `formes.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from editor.forms.kinds import KINDS, Kind
from jekyll.front_matter import Field
from jekyll.front_matter.form import FIRST, input_of

VERSION = 1


def forms() -> dict[str, Any]:
    """Return the forms of all kinds of files, as JSON has them; what is empty is left out."""
    return {"version": VERSION, "kinds": [_kind(kind) for kind in KINDS.values()]}


def _kind(kind: Kind) -> dict[str, Any]:
    data = {
        "kind": kind.name,
        "label": kind.label,
        "one": kind.label.partition(" ")[2].capitalize(),
        "folder": kind.folder,
        "file": kind.file,
        "titleKey": kind.title_key,
        "dateKey": kind.date_key,
        "prompt": kind.prompt,
        "fields": _fields(kind.asked, kind.title_key),
    }
    return {name: value for name, value in data.items() if value or name == "folder"}


def _fields(fields: Mapping[str, Field], title_key: str = "") -> list[dict[str, Any]]:
    """Return fields in order; the key that gives a file its name is always required."""
    labels = {f"« {key} »": f"« {one.form.label} »" for key, one in fields.items()}
    return [_field(key, one, key == title_key, labels) for key, one in fields.items()]


def _field(key: str, field: Field, is_title: bool, labels: Mapping[str, str]) -> dict[str, Any]:
    form, reader = field.form, input_of(field.read)
    kind = form.input or reader.kind
    example = "" if form.fields else form.example or reader.example
    data = {
        "key": key,
        "names": list(field.aliases),
        "label": form.label,
        "input": kind,
        "required": form.required or is_title,
        "first": form.place == FIRST,
        "help": _help(field, is_title, labels),
        "example": example.strip("[]") if kind == "list" else example,
        "choices": list(reader.choices),
        "suggest": form.suggest,
        "instead": list(form.instead),
        "unless": form.unless,
        "after": form.after,
        "fields": _fields(form.fields or {}),
    }
    kept = {name: value for name, value in data.items() if value}
    has_default = kind in ("choice", "switch") and field.default not in (None, "")
    return kept | ({"default": field.default} if has_default else {})


def _help(field: Field, is_title: bool, labels: Mapping[str, str]) -> str:
    """Return what a key is for, and what is meant when it may be left empty."""
    absent = "" if is_title else field.form.otherwise
    help_text = f"{field.meaning} Sinon : {absent}." if absent else field.meaning
    for name, label in labels.items():
        help_text = help_text.replace(name, label)
    return help_text
