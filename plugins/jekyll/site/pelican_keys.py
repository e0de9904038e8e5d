"""The keys of a header that Pelican gives a meaning to, and Jekyll leaves to themes and to others.

Other tools may hold other values in them: one that cannot be read is told, and stops nothing.
Source: Pelican's documentation, « Writing content », section « File metadata ».
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from core.diagnostics import WARNING, Diagnostics
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text, text_list
from jekyll.site.post_dates import PostMoment, post_moment

DRAFT, HIDDEN = "draft", "hidden"
# « publish » is that of the files that jekyll-import makes of a WordPress.
_PUBLISHED = frozenset({"published", "publish"})
_UNPUBLISHED = frozenset({"draft", "brouillon", "skip"})
_STATUSES = "Valeurs connues : draft (brouillon), hidden (publié, hors des listes), published."
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")  # BCP 47, section 2.1


def _people(value: Value) -> tuple[str, ...]:
    """Read names: one, several, or mappings that have a `name`, as jekyll-feed takes them."""
    if isinstance(value.content, str):
        return (text(value).strip(),)
    given = value.content if isinstance(value.content, list) else [value]
    return tuple(name for one in given if (name := _name(one)))


def _name(value: Value) -> str:
    if not isinstance(value.content, dict):
        return text(value).strip()
    named = value.content.get("name") or value.content.get("nom")
    if named is None:
        raise BadValue("Écrivez un nom, par exemple : Camille Martin.")
    return text(named).strip()


def _several(value: Value) -> tuple[str, ...]:
    """Read names; one text parts them by semicolons, else by commas, as in Pelican."""
    if not isinstance(value.content, str):
        return _people(value)
    if ";" in value.content:
        return tuple(filter(None, map(str.strip, text(value).split(";"))))
    return tuple(text_list(value))


def _language(value: Value) -> str:
    """Read the name of a language."""
    name = text(value).strip()
    if not _LANGUAGE.fullmatch(name):
        raise BadValue("Écrivez le code d'une langue, par exemple : fr, oc, en.")
    return name.replace("_", "-")


def _status(value: Value) -> str:
    """Read what becomes of the file: `draft`, `hidden`, or "" when it is published."""
    word = text(value).strip().lower()
    if word in _UNPUBLISHED:
        return DRAFT
    if word == HIDDEN:
        return HIDDEN
    if not word or word in _PUBLISHED:
        return ""
    raise BadValue(f"Le fichier est publié. {_STATUSES}")


_AUTHORS = ("author", "auteur", "authors", "auteurs")
# What an item of a collection tells there is of what it is about: a project may be a draft.
_OF_TEXTS = {
    "modified": Field(post_moment, None, "La date de la dernière modification."),
    "status": Field(_status, "", "draft : brouillon. hidden : publié, hors des listes."),
}
PELICAN_ITEM = Schema(
    {
        "author": Field(_people, (), "Qui l'a écrit."),
        "auteur": Field(_people, (), "De même."),
        "authors": Field(_several, (), "De même, à plusieurs : [Camille, Noé]."),
        "auteurs": Field(_several, (), "De même."),
        "lang": Field(_language, "", "La langue du texte, si ce n'est pas celle du site : oc."),
    },
    WARNING,
)
PELICAN = Schema({**PELICAN_ITEM.fields, **_OF_TEXTS}, WARNING)


def read_pelican_keys(
    values: Mapping[str, Value],
    known: Schema,
    zone: tzinfo,
    label: str,
    diagnostics: Diagnostics,
) -> dict[str, Any]:
    """Return what `known` reads: `authors` (names), `lang`, `modified` (a moment), `status`.

    Args:
        values: a file's front matter.
        known: `PELICAN`, or `PELICAN_ITEM`.
        zone: the site's, of its dates.
        label: how messages name the file.
        diagnostics: where bad values are told.
    """
    read = known.read(values, label, diagnostics)
    names = [name for key in _AUTHORS for name in read.pop(key)]
    modified: PostMoment | None = read.get("modified")
    return {
        "status": "",
        **read,
        "authors": list(dict.fromkeys(names)),
        "modified": modified and modified.in_zone(zone),
    }
