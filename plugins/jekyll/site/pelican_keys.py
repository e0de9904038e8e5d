"""The keys of a header that Pelican gives a meaning to, and Jekyll leaves to others.

Other tools may hold other values in them: one that cannot be read is reported, and stops nothing.
Source: Pelican's documentation, « Writing content », section « File metadata ».
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from core.diagnostics import WARNING, Diagnostics
from core.diagnostics.catalog.keys import KEY_NOT_FOLLOWED
from jekyll.addresses.urls import path_of
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.form import NEVER, Form, reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import text
from jekyll.site.document_keys import KeysAsWritten, PelicanKeys
from jekyll.site.post_dates import post_moment

DRAFT, HIDDEN = "draft", "hidden"
# « publish » is that of the files that jekyll-import makes of a WordPress.
_PUBLISHED = frozenset({"published", "publish"})
_UNPUBLISHED = frozenset({"draft", "brouillon", "skip"})
_STATUSES = "Valeurs connues : draft (brouillon), hidden (publié, hors des listes), published."


@reads("line", "hidden")
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


PELICAN: Schema[KeysAsWritten] = Schema(
    {
        "modified": Field(
            post_moment,
            None,
            "La date de la dernière modification.",
            ("modifie", "last_modified_at"),
            WARNING,
            Form("Dernière modification", place=NEVER),
        ),
        "status": Field(
            _status,
            "",
            "draft : brouillon. hidden : publié, hors des listes.",
            severity=WARNING,
            form=Form("État", place=NEVER),
        ),
    }
)


def report_addresses(values: Mapping[str, Value], label: str, diagnostics: Diagnostics) -> None:
    """Report the keys by which Pelican gives a file its address, where no `permalink` does.

    An `url` of another site is a fact of its own, of some theme's.
    """
    given = [values[key] for key in ("url", "save_as") if key in values]
    address = given[0].content if given else None
    if not isinstance(address, str) or "permalink" in values or "://" in address:
        return
    path = path_of(address.strip().lstrip("/"))
    hint = f"Pour donner cette adresse à la page, écrivez permalink: {path}"
    key = "save_as" if "save_as" in values else "url"
    diagnostics.add(KEY_NOT_FOLLOWED(key=key, hint=hint).at(label, values[key].line))


def read_pelican_keys(
    values: Mapping[str, Value],
    known: Schema[KeysAsWritten],
    zone: tzinfo,
    label: str,
    diagnostics: Diagnostics,
) -> PelicanKeys:
    """Return what `known` reads: `modified` (a moment), `status`.

    Args:
        known: `PELICAN`; or an empty schema, for an item of a collection tells there what it is
            about: a project may be a draft.
    """
    read = known.read(known.named(values, label, diagnostics), label, diagnostics)
    modified = read.get("modified")
    return {
        "status": read.get("status", ""),
        "modified": modified.in_zone(zone) if modified else None,
    }
