"""The key `agenda` of an actor's file: the calendars of its own that the site follows. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict
from urllib.parse import parse_qsl, urlsplit

from jekyll.front_matter import Field, Value
from jekyll.front_matter.data_types import web_address
from jekyll.front_matter.form import Form, reads
from jekyll.front_matter.schema import BadValue, Keys
from jekyll.front_matter.types import text, text_list, yes_or_no

_ADDRESS = "https://nuage.exemple.fr/agenda.ics"
_EXAMPLE = f"Écrivez « agenda: {_ADDRESS} », ou « agenda: {{adresse: …, garder: [atelier]}} »."
HERE = "127.0.0.1"  # the only host asked without https: nothing leaves the machine
# Google writes `/private-…/` for who has the calendar, and `/public/` for all.
_SECRET_PATH = re.compile(r"/private-[^/]+/")
_SECRET_KEYS = frozenset(
    """token feed_token private_token access_token auth key apikey api_key secret password pass
    pwd""".split()
)


@dataclass(frozen=True)
class CalendarSource:
    """A calendar that an actor keeps elsewhere."""

    address: str  # where its `.ics` is, over https
    # Words of which a title or a category has one; none: all events are kept.
    keep: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()  # words of which neither has one
    has_tentative: bool = False  # events that are not certain (`STATUS:TENTATIVE`) are taken too
    line: int = 1  # 1-based line of the actor's file


@dataclass(frozen=True)
class CalendarAges:
    """Since when calendars are too old, in words, by the address of their actor's page.

    The plugin that knows puts it there.
    """

    by_href: dict[str, str] = field(default_factory=dict)


@reads("line", _ADDRESS)
def calendar_address(value: Value) -> str:
    """Read the public address of a calendar; `webcal:` says https (no RFC; every calendar).

    Raises BadValue: it is none, it is not over https, or it is secret: files are published.
    """
    written = text(value, _EXAMPLE).strip()
    if re.fullmatch(r"(?i)[^/:]*\.ics|[^.:/]+", written):  # a file's name, or a calendar's
        raise BadValue(f"Écrivez l'adresse d'un agenda en ligne, en entier : {_ADDRESS}.")
    address = re.sub(r"^webcals?:", "https:", written, flags=re.IGNORECASE)
    address = web_address(Value(address, value.line))
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname != HERE:
        raise BadValue(f"Écrivez https:// : {address.replace('http:', 'https:', 1)}")
    if _SECRET_PATH.search(parts.path):
        raise BadValue(
            "Cette adresse est secrète, et chacun la lirait ici. Dans Google Agenda, rendez "
            "l'agenda public, puis copiez son « adresse publique au format iCal »."
        )
    if not _SECRET_KEYS.isdisjoint(key.lower() for key, _ in parse_qsl(parts.query)):
        raise BadValue(
            "Cette adresse contient un mot de passe ou un jeton, et chacun le lirait ici. "
            "Copiez l'adresse publique de l'agenda."
        )
    return address


class _Keys(TypedDict):
    adresse: str
    garder: Sequence[str]
    ecarter: Sequence[str]
    provisoires: bool


def _make(read: _Keys, at: int) -> CalendarSource:
    keep, leave = tuple(read["garder"]), tuple(read["ecarter"])
    return CalendarSource(read["adresse"], keep, leave, read["provisoires"], at)


def _alone(value: Value) -> CalendarSource:
    return CalendarSource(calendar_address(value), line=value.line)


CALENDARS = Field(
    Keys(
        {
            "adresse": Field(
                calendar_address, "", "L'adresse publique de l'agenda.", form=Form("Adresse")
            ),
            "garder": Field(
                text_list,
                (),
                "Les mots dont un événement a l'un (titre, catégories) pour paraître.",
                form=Form("Garder", "[atelier, fête]", otherwise="tout est gardé"),
            ),
            "ecarter": Field(
                text_list,
                (),
                "Les mots qui écartent un événement.",
                form=Form("Écarter", "[réunion interne]", otherwise="rien n'est écarté"),
            ),
            "provisoires": Field(
                yes_or_no,
                False,
                "Si ce qui n'est pas encore certain paraît aussi.",
                form=Form("Provisoires aussi"),
            ),
        },
        _make,
        _EXAMPLE,
        ("adresse",),
        _alone,
        is_list=True,
    ),
    (),
    "L'adresse d'un agenda tenu ailleurs (Nextcloud, Google, Mobilizon…), ou une liste "
    "d'agendas : ce qu'il annonce paraît ici.",
    ("agendas", "calendrier", "ical", "ics"),
    form=Form("Agenda", _ADDRESS, otherwise="les événements sont écrits ici", input="address"),
)
