"""What the keys of an event's file read, as types. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from functools import partial
from typing import TypedDict

from content_types.events.event import PLANNED, POSTPONED, STATUSES
from content_types.events.left_out import LeftOut, left_out
from content_types.events.local_time import later_moment, moment, moment_or_hour
from content_types.events.rule import Rule
from content_types.events.visit import Ages
from core.clock import Day, Moment
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.data_types import line, postal_address, word_of
from jekyll.front_matter.form import FIRST, Form, reads
from jekyll.front_matter.lenient_values import plain
from jekyll.front_matter.schema import BadValue, KeysRead
from jekyll.front_matter.shared_keys import LeadImage

_status_word = word_of(STATUSES)


@reads("choice", STATUSES[0], STATUSES)
def status(value: Value) -> str:
    """Read a status alone; the day to which an event is moved is given elsewhere."""
    words = plain(value.content) if isinstance(value.content, str) else ""
    if re.match(r"reportee? (?:au|le|du)\b", words):
        raise BadValue(
            f"Écrivez « {POSTPONED} » seul ; la nouvelle date va dans « debut », et l'ancienne "
            "dans « reporte_du »."
        )
    return _status_word(value)


class DateKeys(TypedDict):
    """What one of the dates of an event says, or the event itself when it has one alone."""

    debut: Moment | None
    fin: Moment | time | None
    statut: str
    lieu: str
    adresse: str
    reporte_du: Moment | None


START = Field(
    moment,
    None,
    "Le jour, ou le jour et l'heure.",
    ("date", "start"),
    form=Form("Début", place=FIRST, required=True),
)
END = Field(
    moment_or_hour,
    None,
    "L'heure, ou le dernier jour (compris), avec son heure ou non.",
    ("end",),
    form=Form("Fin", place=FIRST, otherwise="pas de fin annoncée"),
)
PLACE = Field(
    line,
    "",
    "Le nom du lieu.",
    ("place", "location"),
    form=Form("Lieu", "Salle des fêtes", FIRST, suggest="lieux"),
)
ADDRESS = Field(
    postal_address,
    "",
    "L'adresse postale, pour le plan.",
    ("address",),
    form=Form("Adresse", place=FIRST, otherwise="pas de plan, sauf si le lieu a un code postal"),
)
STATUS = Field(status, PLANNED, "S'il a lieu comme prévu.", form=Form("Statut"))
MOVED_FROM = Field(
    moment,
    None,
    "L'ancienne date, quand « debut » est la nouvelle.",
    ("reportee_du",),
    form=Form("Reporté du", "2026-12-05 18:30"),
)
# A date of the list: what it does not tell is the event's.
DATE: Schema[DateKeys] = Schema(
    {
        "debut": START,
        "fin": END,
        "statut": replace(
            STATUS,
            default="",
            meaning="Le sien, s'il n'est pas celui des autres.",
            form=replace(STATUS.form, place=FIRST),
        ),
        "lieu": replace(PLACE, meaning="Le sien, s'il est ailleurs que les autres."),
        "adresse": ADDRESS,
        "reporte_du": MOVED_FROM,
    }
)
_NEAR = (moment, moment_or_hour, later_moment, left_out)


def near_schema(known: Schema[KeysRead], day: Day | None) -> Schema[KeysRead]:
    """Return a schema whose moments may leave out their year: that of the file's name is meant."""
    near = {
        key: partial(one.read, near=day) for key, one in known.fields.items() if one.read in _NEAR
    }
    return known.reading(near)


class EventKeys(DateKeys):
    """What the file of an event says."""

    title: str | None
    chaque: Rule | None
    jusqu_au: Moment | None
    sauf: tuple[LeftOut, ...]
    dates: Sequence[Value]
    image: LeadImage
    image_alt: str
    resume: str
    en_ligne: str
    inscription: str
    inscription_jusqu_au: Moment | None
    tarif: str
    age: Ages | None
    langue: tuple[str, ...]
    accessibilite: tuple[str, ...]
    covoiturage: str
    organisateurs: Sequence[str]
    auteur: tuple[str, ...]
    lang: str | None
    tags: Sequence[str]
    publication: Moment | None
    modifie: Moment | None
    published: bool
