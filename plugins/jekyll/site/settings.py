"""What members choose for their whole site, in `_config.yml`: data, as templates show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict
from zoneinfo import ZoneInfo

from core.diagnostics.silence import Silence
from jekyll.addresses.phone_numbers import dialled
from jekyll.site.git_host import GitHost

NEWS, AGENDA, COMMONS = "actualites", "agenda", "communs"
# The parts that the site makes by itself, and their names in the menu.
PARTS = {NEWS: "Actualités", AGENDA: "Agenda", COMMONS: "Les communs"}


@dataclass(frozen=True)
class Link:
    """Where something leads."""

    label: str
    # As it is written: of another site, or of a file or a page of this one; "" for the usual one.
    address: str
    order: float | int | None = None  # its place in the menu, or None for the end
    line: int = 0


@dataclass(frozen=True)
class Part:
    """A part of the site: the news, the agenda, the commons."""

    is_on: bool = True
    is_asked: bool = False  # `_config.yml` names it
    label: str = ""  # its name, "" for the usual one
    order: float | int | None = None  # its place in the menu, or None for the end
    line: int = 0


@dataclass(frozen=True)
class Contact:
    """How to reach who makes the site; "" for what is not given."""

    mail: str = ""
    address: str = ""
    telephone: str = ""

    @property
    def is_told(self) -> bool:
        """Return whether something is reported."""
        return bool(self.mail or self.address or self.telephone)

    @property
    def telephone_href(self) -> str:
        """Return the address of the number (RFC 3966); a French one is written for abroad."""
        number = dialled(self.telephone)
        is_french = len(number) == 10 and number[0] == "0" and number[1] != "0"
        return f"tel:+33{number[1:]}" if is_french else f"tel:{number}"


@dataclass(frozen=True)
class Appearance:
    """How the site looks."""

    colour: str = ""  # the one that the others are made of, `#rrggbb`, or "" for the identity's own
    logo: str = ""  # a file of the content, or ""
    logo_dark: str = ""  # the same
    # What stands for the logo; "" where it only decorates the name; None for the name.
    logo_text: str | None = None


@dataclass(frozen=True)
class Settings:
    """All that members choose for their site beside its name."""

    look: Appearance = Appearance()
    parts: Mapping[str, Part] = field(default_factory=lambda: dict.fromkeys(PARTS, Part()))
    menu: tuple[Link, ...] = ()
    join: Link | None = Link("", "")
    networks: tuple[Link, ...] = ()
    contact: Contact = Contact()
    host: GitHost | None = None

    def label(self, part: str) -> str:
        """Return the name of a part."""
        return self.parts[part].label or PARTS[part]


class PartKeys(TypedDict):
    """What a part of the site says."""

    libelle: str
    order: float | int | None


class LinkKeys(TypedDict):
    """What a link says."""

    libelle: str
    adresse: str


class MenuLinkKeys(LinkKeys):
    """What a link of the menu says."""

    order: float | int | None


class ContactKeys(TypedDict):
    """How to reach who makes the site."""

    courriel: str
    adresse: str
    telephone: str


class SettingsKeys(TypedDict):
    """What `SETTINGS` reads."""

    couleur: str
    logo: str
    logo_sombre: str
    logo_texte: str | None
    actualites: Part
    agenda: Part
    communs: Part
    menu: tuple[Link, ...]
    rejoindre: Link | None
    contact: Contact
    reseaux: tuple[Link, ...]
    ecrire: GitHost | None


class ConfigKeys(SettingsKeys):
    """What `_config.yml` says."""

    title: str | None
    description: str
    url: str
    baseurl: str
    permalink: str
    collections: tuple[str, ...]
    origines_autorisees: tuple[str, ...]
    timezone: ZoneInfo | None
    exclude: tuple[str, ...]
    include: tuple[str, ...]
    verification: Silence | None
    guillemets: str | None
