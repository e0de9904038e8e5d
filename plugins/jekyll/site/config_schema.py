"""The keys of `_config.yml` that are known, and their defaults (Jekyll, « Configuration »)."""

from __future__ import annotations

import contextlib
import re

from jekyll.addresses.hosts import Hosts
from jekyll.addresses.urls import STYLES, is_site_address
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.data_types import line, word_of
from jekyll.front_matter.form import reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import boolean, text, text_list
from jekyll.site.post_dates import time_zone
from jekyll.site.schemas import SILENCE, post_permalink
from jekyll.site.settings import ConfigKeys
from jekyll.site.settings_schema import SETTINGS
from jekyll.site.silenced_rules import silence

_SIGNED = "Retirez ce qui précède « @ » : chacun le lirait dans chaque page."
_FORM = "Écrivez un nom, comme pretty, ou une forme, comme /:year/:month/:title.html."
_SITE = "Écrivez l'adresse entière, sans espace : {}"
_FOLDER = "Écrivez le dossier où le site est servi, par exemple : /projet."
FRENCH_QUOTES, ENGLISH_QUOTES = "français", "anglais"
_NO_NAME = re.compile(r"(?i)[-+]?\d+(?:\.\d+)?|true|false|yes|no|on|off")


def _is_no_name(value: Value) -> bool:
    """Return whether a value is a number or a yes, for who reads YAML, and no name of a file."""
    written = value.content if isinstance(value.content, str) and value.is_plain else ""
    return _NO_NAME.fullmatch(written) is not None


@reads("keys")
def _published_collections(value: Value) -> tuple[str, ...]:
    """Read `collections`: those with `output: true` are published."""
    named = value.content if isinstance(value.content, list) else []
    is_word = isinstance(value.content, str) and value.content.strip()
    if is_word or any(map(_is_no_name, named)):
        raise BadValue("Écrivez le nom d'un dossier, et dessous : output: true.")
    if not isinstance(value.content, dict):
        return ()  # a list of names: Jekyll publishes none of them
    return tuple(
        name
        for name, options in value.content.items()
        if isinstance(options.content, dict)
        and "output" in options.content
        and _is_published(options.content["output"])
    )


def _is_published(value: Value) -> bool:
    try:
        return boolean(value)
    except BadValue as bad:
        raise BadValue(f"Pour « output » : {bad.expected}", line=value.line) from bad


def _site_permalink(value: Value) -> str:
    """Read the form of the addresses of posts: a name of Jekyll's, or one with placeholders."""
    form = text(value, _FORM).strip()
    if form in STYLES:
        return STYLES[form]
    with contextlib.suppress(BadValue):
        if "/" in form or ":" in form:
            return f"/{post_permalink(value).lstrip('/')}"
    raise BadValue(_FORM)


@reads("list", "[https://exemple.org]")
def _origins(value: Value) -> tuple[str, ...]:
    """Read the origins that pages may load from: `https://` and a host, nothing behind."""
    return tuple(_origin(item) for item in text_list(value))


def _origin(written: str) -> str:
    origin = written.lower().removesuffix("/")
    if not origin.startswith("https://") or Hosts.origin(origin) != origin:
        raise BadValue(
            f"À la place de « {written} », écrivez https:// et un nom d'hôte, sans rien après : "
            "https://exemple.org."
        )
    return origin


@reads("list", "[prive/, '*.ods']")
def _patterns(value: Value) -> tuple[str, ...]:
    """Read patterns of paths; an empty one would be the beginning of every path."""
    if _is_no_name(value):
        raise BadValue("Écrivez une liste de noms, par exemple : [prive/, '*.ods'].")
    return tuple(filter(None, text_list(value)))


def _site_url(value: Value) -> str:
    """Read the address of the site: a scheme and a host."""
    address = text(value, _SITE.format("https://exemple.fr")).strip()
    if not address or (is_site_address(address) and not address.startswith("/")):
        return address.rstrip("/")
    if "@" in address:
        raise BadValue(_SIGNED)
    whole = f"https://{address}"
    shown = whole if "://" not in address and is_site_address(whole) else "https://exemple.fr"
    raise BadValue(_SITE.format(shown))


def _base_folder(value: Value) -> str:
    """Read the folder in which the site is served; "" or one that begins with `/`."""
    written = text(value, _FOLDER).strip()
    folder = written.strip("/")
    if not folder:
        return ""
    # Two slashes begin the address of another host (RFC 3986, section 4.2).
    if written.startswith("//") or "://" in folder or not is_site_address(f"/{folder}"):
        raise BadValue(_FOLDER)
    return f"/{folder}"


CONFIG: Schema[ConfigKeys] = Schema(
    {
        "title": Field(line, None, "Le nom du site. Sans lui : le titre de la page d'accueil."),
        "description": Field(text, "", "Une phrase qui présente le site."),
        "url": Field(_site_url, "", "L'adresse du site, sans dossier : https://exemple.fr"),
        "baseurl": Field(_base_folder, "", "Le dossier où il est servi : /projet"),
        "permalink": Field(
            _site_permalink, "", "La forme des adresses : pretty, ou /:year/:title.html"
        ),
        "collections": Field(_published_collections, (), "Les dossiers de fiches : projects."),
        "origines_autorisees": Field(
            _origins, (), "Les sites dont le contenu se charge sans clic : [https://exemple.org]"
        ),
        "timezone": Field(time_zone, None, "Le fuseau horaire : Europe/Paris. Sans lui : UTC."),
        "exclude": Field(_patterns, (), "Les fichiers à ne pas publier : [prive/, '*.ods']"),
        "verification": Field(silence, None, f"{SILENCE}, dans tout le site."),
        "guillemets": Field(
            word_of((FRENCH_QUOTES, ENGLISH_QUOTES)),
            None,
            "français : les guillemets droits des textes deviennent « ». anglais : “ ”.",
        ),
        "include": Field(_patterns, (), "Ceux à publier malgré leur nom : [_pages, _redirects]"),
        **SETTINGS,
    }
)
