"""What the keys of `_config.yml` read, as types."""

from __future__ import annotations

from typing import TypedDict
from zoneinfo import ZoneInfo

from core.diagnostics.silence import Silence
from jekyll.site.git_host import GitHost
from jekyll.site.settings import Contact, Link, Part


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
