"""The files of universes and actors: the keys they know, and what these make. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from content_types.commons.actor import COLOURS, COOPERATIVE, ROLES, TYPES, Actor, Universe
from content_types.commons.calendar_source import CALENDARS, CalendarSource
from content_types.events.local_time import moment
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.commons import ACTOR_WITHOUT_A_NAME, ACTOR_WITHOUT_A_ROLE
from core.french.dates import french_date
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.data_types import image_path, line, postal_address, web_address, word_of
from jekyll.front_matter.form import FIRST, NEVER, Form, reads
from jekyll.front_matter.lenient_values import plain
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import number, text, text_list
from jekyll.site.schemas import PAGE, PUBLISHED

_YEAR = re.compile(r"1[89]\d\d|2\d\d\d")
_SINCE = "Écrivez une année, 2005, ou un jour, 2005-09-06."
_WITHOUT_S = {role + "s": role for role in ROLES}


@reads("choice", COOPERATIVE, ROLES)
def read_role(value: Value) -> str:
    """Return a role; « partenaires », as a heading has it, is understood.

    Raises BadValue: it is none of `ROLES`.
    """
    by_plain = {plain(many): one for many, one in _WITHOUT_S.items()}
    written = value.content if isinstance(value.content, str) else ""
    word = by_plain.get(plain(written.strip()))
    return word or word_of(ROLES)(value)


@reads("line", "2005")
def _since(value: Value) -> str:
    """Read a year or a day, and return it in French words."""
    written = text(value, _SINCE).strip()
    if _YEAR.fullmatch(written):
        return written
    try:
        return french_date(moment(Value(written, value.line, is_plain=True)))
    except BadValue as bad:
        raise BadValue(_SINCE) from bad


class UniverseKeys(TypedDict):
    """What the file of a universe says."""

    title: str | None
    order: float | int | None
    couleur: str
    published: bool


class ActorKeys(TypedDict):
    """What the file of an actor says."""

    nom: str | None
    role: str | None
    univers: Sequence[str]
    site: str
    logo: str
    ville: str
    adresse: str
    depuis: str
    type: str
    agenda: tuple[CalendarSource, ...]
    published: bool


class NewsKeys(TypedDict):
    """What an article says of the commons."""

    acteurs: Sequence[str]
    organisateurs: Sequence[str]


UNIVERSE: Schema[UniverseKeys] = Schema(
    {
        "title": Field(
            line,
            None,
            "Le nom de l'univers.",
            form=Form("Nom", "Énergie", FIRST, "le premier titre du texte, ou le nom du dossier"),
        ),
        "order": Field(
            number,
            None,
            "Sa place : les plus petits nombres d'abord.",
            form=Form("Place", place=FIRST, otherwise="après les autres, par ordre des noms"),
        ),
        "couleur": Field(
            word_of(COLOURS),
            COLOURS[0],
            "La couleur de ses pages et de ses acteurs.",
            form=Form("Couleur", place=FIRST),
        ),
        "published": replace(
            PUBLISHED, meaning="S'il est publié. Non : ni l'univers ni ses acteurs ne paraissent."
        ),
    }
)

ACTOR: Schema[ActorKeys] = Schema(
    {
        "nom": Field(line, None, "Le nom.", form=Form("Nom", "La Source", FIRST, required=True)),
        "role": Field(
            read_role,
            None,
            "Ce qu'il est pour le collectif.",
            form=Form("Rôle", place=FIRST, required=True),
        ),
        "univers": Field(
            text_list,
            (),
            "Les univers où il est aussi.",
            form=Form(
                "Autres univers",
                "[Alimentation, Numérique]",
                otherwise="un seul univers",
                suggest="univers",
            ),
        ),
        "site": Field(web_address, "", "L'adresse de son site.", form=Form("Site", place=FIRST)),
        "logo": Field(
            image_path("images/logo.svg"), "", "Son logo.", form=Form("Logo", place=FIRST)
        ),
        "ville": Field(line, "", "Sa commune.", form=Form("Commune", "Montpellier", FIRST)),
        "adresse": Field(postal_address, "", "Son adresse postale.", form=Form("Adresse")),
        "depuis": Field(_since, "", "Une année, ou un jour.", form=Form("Depuis")),
        "type": Field(
            word_of(TYPES),
            "",
            "Sa sorte, pour les moteurs de recherche.",
            form=Form("Sorte", otherwise="une organisation, sans plus"),
        ),
        "agenda": CALENDARS,
        "published": PUBLISHED,
    }
)

NEWS: Schema[NewsKeys] = Schema(
    {
        "acteurs": Field(
            text_list,
            (),
            "Les acteurs dont parle l'article.",
            form=Form("Acteurs", "[La Source]", suggest="acteurs"),
        ),
        "organisateurs": Field(
            text_list,
            (),
            "Comme pour un événement.",
            form=Form("Organisé par", "[La Source]", NEVER, suggest="acteurs"),
        ),
    }
)


def read_universe(
    values: Mapping[str, Value],
    label: str,
    key: str,
    href: str,
    diagnostics: Diagnostics,
    heading: str = "",
) -> Universe:
    """Return the universe that a file tells; what is wrong is reported, and gets its default.

    Args:
        values: the front matter, as `parse_mapping` gives it. Accents in keys are no matter.
        key: its folder's name.
        heading: the title that its text gives itself, if any.
    """
    values = UNIVERSE.named(values, label, diagnostics)
    UNIVERSE.report_misspelt(values, label, diagnostics, others=PAGE.fields)
    read = UNIVERSE.read(values, label, diagnostics)
    title = read["title"] or heading or key.replace("-", " ").capitalize()
    return Universe(key, title, href, read["order"], read["couleur"])


def read_actor(
    values: Mapping[str, Value],
    label: str,
    key: str,
    href: str,
    folder: str,
    diagnostics: Diagnostics,
) -> Actor | None:
    """Return the actor that a file tells, or None when its name or its role is not given.

    Arguments are those of `read_universe`, and `folder`, the key of the first universe; the
    others stay as they are written.
    """
    values = ACTOR.named(values, label, diagnostics)
    ACTOR.report_misspelt(values, label, diagnostics, others=PAGE.fields)
    read = ACTOR.read(values, label, diagnostics)
    if "nom" not in values or read["nom"] == "":
        meant = next((key for key in ("title", "titre") if key in values), "")
        hint = f"Écrivez « nom: » à la place de « {meant}: »." if meant else None
        line = values[meant].line if meant else 1
        diagnostics.add(ACTOR_WITHOUT_A_NAME(hint=hint).at(label, line))
    if "role" not in values:
        diagnostics.add(ACTOR_WITHOUT_A_ROLE(roles=ROLES).at(label, 1))
    if not read["nom"] or not read["role"]:
        return None
    return Actor(
        key=key,
        name=read["nom"],
        href=href,
        role=read["role"],
        universes=(folder, *filter(None, read["univers"])),
        site=read["site"],
        logo=read["logo"],
        town=read["ville"],
        address=read["adresse"],
        since=read["depuis"],
        kind=read["type"],
        calendars=read["agenda"],
    )
