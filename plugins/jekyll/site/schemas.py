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
from jekyll.front_matter.form import FIRST, NEVER, Form, reads
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.shared_keys import SHARED
from jekyll.front_matter.types import boolean, number, text, text_list, yes_or_no
from jekyll.site.document_keys import ItemKeys, PageKeys, PostKeys
from jekyll.site.post_dates import post_moment
from jekyll.site.silenced_rules import silence

T = TypeVar("T")
# `:title` in an address is another form, and `https:` another site; `Wiki:Accueil` is a name.
_PLACEHOLDER = re.compile(r":(?:[a-z_/]|$)")
MOST_PAGES = 100  # for the key words, the categories or the old addresses of one file
_ADDRESS = "Écrivez une adresse de ce site, sans ? ni #, par exemple : /articles/."
_NO_ADDRESS = re.compile(r"(?i)true|false|yes|no|oui|non|on|off")
_UNPUBLISHED = "Pour ne pas publier ce fichier, écrivez published: false ; sinon, retirez la ligne."
_NO_LIQUID = "Liquid n'y est pas lu : écrivez l'adresse elle-même, par exemple : /articles/."
_NAME = "Écrivez des mots, par exemple : fete-de-quartier."
_CLIMBS = "Retirez « .. » : l'adresse ne peut pas remonter d'un dossier."


@reads("switch", "false")
def _menu_switch(value: Value) -> bool:
    """Read `in_menu`; Jekyll compares with true, so that the text `"true"` hides the page."""
    if not value.is_plain and value.content in ("true", "false"):
        return False
    return boolean(value)


@reads("page", "Le projet")
def _parent(value: Value) -> str:
    """Read the title or the file of a page; "" when it says that there is none."""
    page = text(value).strip()
    return "" if value.is_plain and page.lower() in ("false", "no", "non") else page


@reads("line", "/articles/")
def _permalink(value: Value) -> str:
    address = text(value, _ADDRESS).strip()
    if value.is_plain and _NO_ADDRESS.fullmatch(address):
        raise BadValue(_UNPUBLISHED)
    if "{{" in address or "{%" in address:
        raise BadValue(_NO_LIQUID)
    has_signs = any(not c.isprintable() or c in "?#\\" for c in unquote(address))
    if _PLACEHOLDER.search(address) or address.startswith("//") or has_signs:
        raise BadValue(_ADDRESS)
    if ".." in unquote(address).split("/"):
        raise BadValue(_CLIMBS)
    return address


@reads("line", "/articles/:title/")
def post_permalink(value: Value) -> str:
    """Read an address that may hold Jekyll's placeholders, such as `:title`."""
    form = text(value, _ADDRESS).strip()
    bare = re.sub(r":(\w+)", lambda found: "x" if found[1] in PLACEHOLDERS else found[0], form)
    if bare != form:
        _permalink(replace(value, content=bare))
        return form
    return _permalink(value)


@reads("list", "[/ancienne-adresse/]")
def _addresses(value: Value) -> list[str]:
    items = value.content if isinstance(value.content, list) else [value]
    return [_permalink(item) for item in _few(items) if item.content != ""]


@reads("list", "[Vie du collectif]")
def _words(value: Value) -> list[str]:
    """Read a list, or one text whose words are its items, as Jekyll parts `categories`."""
    words = text(value).split() if isinstance(value.content, str) else text_list(value)
    return [_inside(word) for word in _few(words)]


@reads("list", "[énergie, partage]")
def _key_words(value: Value) -> list[str]:
    return _few(text_list(value))


def _few(items: list[T]) -> list[T]:
    """Return a list of what takes a page each, unless it is endless."""
    if len(items) > MOST_PAGES:
        raise BadValue(f"Gardez-en {MOST_PAGES} au plus : il faut une page pour chacun.")
    return items


def _category(value: Value) -> str:
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

TAGS = Field(
    _key_words, [], "Les mots-clés.", ("mots_cles", "tag"), form=Form("Mots-clés", suggest="tags")
)
PUBLISHED = Field(
    boolean,
    True,
    "Si le texte est publié. Non : un brouillon, que personne ne voit.",
    form=Form("Publié", "false"),
)


def _otherwise(field: Field, words: str) -> Field:
    return replace(field, form=replace(field.form, otherwise=words))


def _machines(label: str, example: str = "") -> Form:
    return Form(label, example, NEVER)


_COMMON = {
    **SHARED,
    "resume": _otherwise(SHARED["resume"], "les premiers mots du texte, hors des listes"),
    "layout": Field(
        text,
        None,
        "Le gabarit : page, post, ou default (sans titre ajouté).",
        form=_machines("Gabarit", "page"),
    ),
    "permalink": Field(
        _permalink,
        None,
        "L'adresse, quand elle ne vient pas du nom.",
        form=_machines("Adresse de la page"),
    ),
    "published": PUBLISHED,
    "draft": Field(
        yes_or_no,
        False,
        "true : brouillon, le fichier n'est pas publié.",
        form=_machines("Brouillon", "true"),
    ),
    "brouillon": Field(
        yes_or_no, False, "true ou oui : de même.", form=_machines("Brouillon", "oui")
    ),
    "redirect_from": Field(
        _addresses,
        [],
        "Les anciennes adresses, qui mènent à celle-ci.",
        form=_machines("Anciennes adresses"),
    ),
    "verification": Field(silence, None, SILENCE, form=_machines("Règles à ignorer")),
}
# Keys of Jekyll's, and of plugins and themes for it, which know them in this spelling alone.
_JEKYLL_S = frozenset(
    """title description summary author authors image lang layout permalink published draft date
    categories category tags tag slug order in_menu blog_index redirect_from""".split()
)

PAGE: Schema[PageKeys] = Schema(
    {
        **_COMMON,
        "order": Field(
            number,
            None,
            "Sa place : les plus petits nombres d'abord.",
            form=Form("Place dans le menu", place=FIRST, otherwise="avant les autres"),
        ),
        "in_menu": Field(
            _menu_switch,
            True,
            "Si la page est dans le menu. Non : on n'y arrive que par un lien.",
            form=Form("Dans le menu"),
        ),
        "parent": Field(
            _parent,
            None,
            "La page du menu dont elle est une sous-page.",
            form=Form("Sous la page", otherwise="celle de son dossier", suggest="pages"),
        ),
        "blog_index": Field(
            boolean,
            False,
            "true : la page est celle des articles.",
            form=_machines("Page des articles", "true"),
        ),
    },
    _JEKYLL_S,
)

# A file of a collection of ours, whose image its plugin reads.
ITEM: Schema[ItemKeys] = Schema(
    {key: one for key, one in PAGE.fields.items() if "image" not in key}, _JEKYLL_S
)
# In an event, « langue » is the one that is spoken.
_LANG = replace(SHARED["lang"], aliases=())
EVENT_ITEM = replace(ITEM, fields={**ITEM.fields, "lang": _LANG})

POST: Schema[PostKeys] = Schema(
    {
        **_COMMON,
        "auteur": _otherwise(SHARED["auteur"], "le collectif"),
        "permalink": replace(_COMMON["permalink"], read=post_permalink),
        "date": Field(
            post_moment,
            None,
            "La date de publication.",
            form=Form("Date", otherwise="celle du nom du fichier"),
        ),
        "categories": Field(
            _words,
            [],
            "Les thèmes : chacun a sa page, et entre dans l'adresse.",
            form=Form("Thèmes", suggest="themes"),
        ),
        "category": Field(
            _category, None, "Le thème, quand il n'y en a qu'un.", form=_machines("Thème", "Agenda")
        ),
        "slug": Field(
            _slug,
            None,
            "Le nom dans l'adresse, à la place de celui du fichier.",
            form=_machines("Nom dans l'adresse", "fete-de-quartier"),
        ),
        "tags": replace(TAGS, meaning="Les mots-clés : chacun a sa page."),
    },
    _JEKYLL_S,
)
