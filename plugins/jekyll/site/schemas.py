"""The front matter that the dialect knows, and its defaults.

The Scribouilli editor drops every key that it does not know when it saves, so that no key may ever
be required. Unknown keys are ignored: other tools have theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar
from urllib.parse import unquote

from jekyll.addresses.urls import PLACEHOLDERS
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.shared_keys import SHARED
from jekyll.front_matter.types import boolean, number, text, text_list, yes_or_no
from jekyll.site.post_dates import post_moment
from jekyll.site.silenced_rules import silence

T = TypeVar("T")
# `:title` in an address is another form, and `https:` another site; `Wiki:Accueil` is a name.
_PLACEHOLDER = re.compile(r":(?:[a-z_/]|$)")
MOST_PAGES = 100  # for the key words, the categories or the old addresses of one file
_ADDRESS = "Écrivez une adresse de ce site, sans ? ni #, par exemple : /articles/."
_NAME = "Écrivez des mots, par exemple : fete-de-quartier."
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


def _permalink(value: Value) -> str:
    """Read an address in this site."""
    address = text(value, _ADDRESS).strip()
    if _PLACEHOLDER.search(address) or any(
        not c.isprintable() or c in "?#\\" for c in unquote(address)
    ):
        raise BadValue(_ADDRESS)
    if ".." in unquote(address).split("/"):
        raise BadValue(_CLIMBS)
    return address


def post_permalink(value: Value) -> str:
    """Read an address that may hold Jekyll's placeholders, such as `:title`."""
    form = text(value, _ADDRESS).strip()
    bare = re.sub(r":(\w+)", lambda found: "" if found[1] in PLACEHOLDERS else found[0], form)
    if bare != form:
        _permalink(replace(value, content=bare))
        return form
    return _permalink(value)


def _addresses(value: Value) -> list[str]:
    """Read one address of this site, or a list of them."""
    items = value.content if isinstance(value.content, list) else [value]
    return [_permalink(item) for item in _few(items) if item.content != ""]


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
    return _inside(text(value, _NAME).strip())


def _slug(value: Value) -> str:
    """Read the last part of an address: at least a letter or a figure, and no `..`."""
    slug = _inside(text(value, _NAME).strip())
    if slug and not any(character.isalnum() for character in slug):
        raise BadValue(_NAME)
    return slug


def _inside(word: str) -> str:
    if ".." in word:
        raise BadValue(_CLIMBS)
    return word


SILENCE = "Les règles à ne pas dire, et pourquoi : {ignorer: [lien-brise], raison: …}"

TAGS = Field(_key_words, [], "Les mots-clés.", ("mots_cles", "tag"))

_COMMON = {
    **SHARED,
    "layout": Field(text, None, "Le gabarit : page, post, ou default (sans titre ajouté)."),
    "permalink": Field(_permalink, None, "L'adresse, quand elle ne vient pas du nom : /articles/"),
    "published": Field(boolean, True, "false : le fichier n'est pas publié."),
    "draft": Field(yes_or_no, False, "true : brouillon, le fichier n'est pas publié."),
    "brouillon": Field(yes_or_no, False, "true ou oui : de même."),
    "redirect_from": Field(_addresses, [], "Les anciennes adresses, qui mènent à celle-ci."),
    "verification": Field(silence, None, SILENCE),
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
        "permalink": replace(_COMMON["permalink"], read=post_permalink),
        "date": Field(post_moment, None, "La date de publication, à la place de celle du nom."),
        "categories": Field(_words, [], "Les catégories, qui entrent dans l'adresse."),
        "category": Field(_category, None, "La catégorie, quand il n'y en a qu'une."),
        "slug": Field(_slug, None, "Le nom dans l'adresse, à la place de celui du fichier."),
        "tags": TAGS,
    },
    _JEKYLL_S,
)
