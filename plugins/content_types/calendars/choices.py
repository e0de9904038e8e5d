"""`_agendas/choix.yml`: what members choose for events that calendars announce. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import TypedDict

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.calendars import CHOICE_OF_NOTHING
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.data_types import line
from jekyll.front_matter.form import Form
from jekyll.front_matter.schema import Keys
from jekyll.front_matter.types import yes_or_no

_EXAMPLE = "Écrivez par exemple : {cacher: oui}, {a_la_une: oui} ou {titre: …, lieu: …}."
CHOICE = {
    "cacher": Field(yes_or_no, False, "Ne pas le montrer.", form=Form("Cacher")),
    "a_la_une": Field(yes_or_no, False, "Le montrer d'abord à l'accueil.", form=Form("À la une")),
    "titre": Field(line, "", "Un autre titre.", form=Form("Titre")),
    "lieu": Field(line, "", "Un autre lieu.", form=Form("Lieu")),
}


@dataclass(frozen=True)
class Choice:
    """What is chosen for one event, or for a series."""

    is_hidden: bool = False  # it is not shown
    is_featured: bool = False  # the home page shows it first
    title: str = ""  # in the place of that of its calendar, or ""
    place: str = ""  # the same

    def joined(self, other: Choice) -> Choice:
        """Return both choices; what this one says of a title or a place stands."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return Choice(*(own or others for own, others in pairs))


class _ChoiceKeys(TypedDict):
    cacher: bool
    a_la_une: bool
    titre: str
    lieu: str


def _make(read: _ChoiceKeys, _: int) -> Choice:
    return Choice(read["cacher"], read["a_la_une"], read["titre"], read["lieu"])


CHOICES = Keys(CHOICE, _make, _EXAMPLE)


def read_choices(
    values: Mapping[str, Value], label: str, known: frozenset[str], diagnostics: Diagnostics
) -> dict[str, Choice]:
    """Return the choices by the identifiers of events, or of series; those of none are reported."""
    schema: Schema[dict[str, Choice | None]] = Schema({key: Field(CHOICES) for key in values})
    read = schema.read(values, label, diagnostics)
    for key in sorted(values.keys() - known):
        diagnostics.add(CHOICE_OF_NOTHING(id=key).at(label, values[key].line))
    return {key: one for key, one in read.items() if one and key in known}
