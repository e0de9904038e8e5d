"""What the keys of an event's file read, as types. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from content_types.events.date_keys import DateKeys
from content_types.events.left_out import LeftOut
from content_types.events.rule import Rule
from content_types.events.visit import Ages
from core.clock import Moment
from jekyll.front_matter import Value
from jekyll.front_matter.shared_keys import LeadImage


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
