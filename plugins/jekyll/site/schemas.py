"""The front matter that the dialect knows, and its defaults.

The Scribouilli editor drops every key that it does not know when it saves, so that no key may ever
be required. Unknown keys are ignored: other tools have theirs.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from typing import TypeVar
from urllib.parse import unquote

from jekyll.addresses.hosts import Hosts
from jekyll.addresses.urls import PLACEHOLDERS, STYLES, is_site_address
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.data_types import line, word_of
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.shared_keys import SHARED
from jekyll.front_matter.types import boolean, number, text, text_list, yes_or_no
from jekyll.site.post_dates import post_moment, time_zone
from jekyll.site.settings_schema import SETTINGS
from jekyll.site.silenced_rules import silence

T = TypeVar("T")
# `:title` in an address is another form, and `https:` another site; `Wiki:Accueil` is a name.
_PLACEHOLDER = re.compile(r":(?:[a-z_/]|$)")
_SIGNED = "Retirez ce qui précède « @ » : chacun le lirait dans chaque page."
FRENCH_QUOTES, ENGLISH_QUOTES = "français", "anglais"
MOST_PAGES = 100  # for the key words, the categories or the old addresses of one file
_NO_NAME = re.compile(r"(?i)[-+]?\d+(?:\.\d+)?|true|false|yes|no|on|off")
_CLIMBS = "Retirez « .. » : l'adresse ne peut pas remonter d'un dossier."


def _menu_switch(value: Value) -> bool:
    """Read `in_menu`; Jekyll compares with true, so that the text `"true"` hides the page."""
    if not value.is_plain and value.content in ("true", "false"):
        return False
    return boolean(value)


def _parent(value: Value) -> str:
    """Read the title or the file of a page; "" when it says that there is none."""
    page = text(value).strip()
    return "" if value.is_plain and page.lower() in ("false", "no", "non") else page


def _published_collections(value: Value) -> tuple[str, ...]:
    """Read `collections`: those with `output: true` are published."""
    if isinstance(value.content, str) and value.content.strip():
        raise BadValue("Écrivez le nom d'un dossier, et dessous : output: true.")
    if not isinstance(value.content, dict):
        return ()  # a list of names: Jekyll publishes none of them
    return tuple(
        name
        for name, options in value.content.items()
        if isinstance(options.content, dict)
        and "output" in options.content
        and boolean(options.content["output"])
    )


def _permalink(value: Value) -> str:
    """Read an address in this site."""
    address = text(value).strip()
    if _PLACEHOLDER.search(address) or any(
        not c.isprintable() or c in "?#\\" for c in unquote(address)
    ):
        raise BadValue("Écrivez une adresse de ce site, sans ? ni #, par exemple : /articles/.")
    if ".." in unquote(address).split("/"):
        raise BadValue(_CLIMBS)
    return address


def _post_permalink(value: Value) -> str:
    """Read an address that may hold Jekyll's placeholders, such as `:title`."""
    form = text(value).strip()
    bare = re.sub(r":(\w+)", lambda found: "" if found[1] in PLACEHOLDERS else found[0], form)
    if bare != form:
        _permalink(replace(value, content=bare))
        return form
    return _permalink(value)


def _site_permalink(value: Value) -> str:
    """Read the form of the addresses of posts: a name of Jekyll's, or one with placeholders."""
    form = text(value).strip()
    if form in STYLES:
        return STYLES[form]
    with contextlib.suppress(BadValue):
        if "/" in form or ":" in form:
            return f"/{_post_permalink(value).lstrip('/')}"
    raise BadValue("Écrivez un nom, comme pretty, ou une forme, comme /:year/:month/:title.html.")


def _addresses(value: Value) -> list[str]:
    """Read one address of this site, or a list of them."""
    items = value.content if isinstance(value.content, list) else [value]
    return [_permalink(item) for item in _few(items)]


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


def _words(value: Value) -> list[str]:
    """Read a list, or one text whose words are its items, as Jekyll parts `categories`."""
    words = text(value).split() if isinstance(value.content, str) else text_list(value)
    return [_inside(word) for word in _few(words)]


def _key_words(value: Value) -> list[str]:
    """Read a list, or one text with commas."""
    return _few(text_list(value))


def _few(items: list[T]) -> list[T]:
    """Return a list of what takes a page each, unless it is endless."""
    if len(items) > MOST_PAGES:
        raise BadValue(f"Gardez-en {MOST_PAGES} au plus : il faut une page pour chacun.")
    return items


def _category(value: Value) -> str:
    """Read one category, which is a folder of the address."""
    return _inside(text(value).strip())


def _slug(value: Value) -> str:
    """Read the last part of an address: at least a letter or a figure, and no `..`."""
    slug = _inside(text(value).strip())
    if slug and not any(character.isalnum() for character in slug):
        raise BadValue("Écrivez des mots, par exemple : fete-de-quartier.")
    return slug


def _inside(word: str) -> str:
    if ".." in word:
        raise BadValue(_CLIMBS)
    return word


def _patterns(value: Value) -> tuple[str, ...]:
    """Read patterns of paths; an empty one would be the beginning of every path."""
    if isinstance(value.content, str) and value.is_plain and _NO_NAME.fullmatch(value.content):
        raise BadValue("Écrivez une liste de noms, par exemple : [prive/, '*.ods'].")
    return tuple(filter(None, text_list(value)))


def _site_url(value: Value) -> str:
    """Read the address of the site: a scheme and a host."""
    address = text(value).strip()
    if not address or (is_site_address(address) and not address.startswith("/")):
        return address.rstrip("/")
    if "@" in address:
        raise BadValue(_SIGNED)
    whole = f"https://{address}"
    shown = whole if "://" not in address and is_site_address(whole) else "https://exemple.fr"
    raise BadValue(f"Écrivez l'adresse entière, sans espace : {shown}")


def _base_folder(value: Value) -> str:
    """Read the folder in which the site is served; "" or one that begins with `/`."""
    folder = text(value).strip().strip("/")
    if not folder:
        return ""
    if "://" in folder or not is_site_address(f"/{folder}"):
        raise BadValue("Écrivez le dossier où le site est servi, par exemple : /projet.")
    return f"/{folder}"


_SILENCE = "Les règles à ne pas dire, et pourquoi : {ignorer: [lien-brise], raison: …}"

TAGS = Field(_key_words, [], "Les mots-clés.", ("mots_cles", "tag"))

_COMMON = {
    **SHARED,
    "layout": Field(text, None, "Le gabarit : page, post, ou default (sans titre ajouté)."),
    "permalink": Field(_permalink, None, "L'adresse, quand elle ne vient pas du nom : /articles/"),
    "published": Field(boolean, True, "false : le fichier n'est pas publié."),
    "draft": Field(yes_or_no, False, "true : brouillon, le fichier n'est pas publié."),
    "brouillon": Field(yes_or_no, False, "true ou oui : de même."),
    "redirect_from": Field(_addresses, [], "Les anciennes adresses, qui mènent à celle-ci."),
    "verification": Field(silence, None, _SILENCE),
}
# Keys of Jekyll's, and of plugins and themes for it, which know them in this spelling alone.
_JEKYLL_S = frozenset(
    """title description summary author authors image lang layout permalink published draft date
    categories category tags tag slug order in_menu blog_index redirect_from""".split()
)

PAGE = Schema(
    {
        **_COMMON,
        "order": Field(number, None, "La place dans le menu. Sans elle : avant les autres."),
        "in_menu": Field(_menu_switch, True, "false : la page n'est pas dans le menu."),
        "parent": Field(
            _parent, None, "La page du menu dont elle est une sous-page ; false : aucune."
        ),
        "blog_index": Field(boolean, False, "true : la page est celle des articles."),
    },
    _JEKYLL_S,
)

# A file of a collection of ours, whose image its plugin reads.
ITEM = Schema({key: one for key, one in PAGE.fields.items() if "image" not in key}, _JEKYLL_S)

POST = Schema(
    {
        **_COMMON,
        "permalink": replace(_COMMON["permalink"], read=_post_permalink),
        "date": Field(post_moment, None, "La date de publication, à la place de celle du nom."),
        "categories": Field(_words, [], "Les catégories, qui entrent dans l'adresse."),
        "category": Field(_category, None, "La catégorie, quand il n'y en a qu'une."),
        "slug": Field(_slug, None, "Le nom dans l'adresse, à la place de celui du fichier."),
        "tags": TAGS,
    },
    _JEKYLL_S,
)

CONFIG = Schema(
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
        "verification": Field(silence, None, f"{_SILENCE}, dans tout le site."),
        "guillemets": Field(
            word_of((FRENCH_QUOTES, ENGLISH_QUOTES)),
            None,
            "français : les guillemets droits des textes deviennent « ». anglais : “ ”.",
        ),
        "include": Field(_patterns, (), "Ceux à publier malgré leur nom : [_pages, _redirects]"),
        **SETTINGS,
    }
)
