"""The keys that mean the same in all kinds of texts: title, summary, author, image, language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.diagnostics import WARNING
from core.language import language_tag
from core.names import each_once, plain
from jekyll.front_matter.data_types import image_path, line
from jekyll.front_matter.form import FIRST, Form, reads
from jekyll.front_matter.schema import BadValue, Field
from jekyll.front_matter.types import text
from jekyll.front_matter.yaml_values import Value

_NAMES = ("name", "nom", "display_name")
_MAIL = re.compile(r"[<(\[]?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+[>)\]]?")
_PATHS = ("path", "chemin", "fichier", "src", "url")


@dataclass(frozen=True)
class LeadImage:
    """The image that goes with a text."""

    path: str = ""  # in the content, or "" when there is none
    alt: str = ""  # what it shows, for who does not see it; "" when it only decorates


@reads("list")
def people(value: Value) -> tuple[str, ...]:
    """Read names: a list, or one text with commas; or semicolons, as Pelican has it.

    Of a mapping, as Jekyll's themes have, its name is read.

    Raises BadValue: there is no name.
    """
    content = value.content
    if isinstance(content, Mapping):
        return (_one_of(content, _NAMES, "Écrivez un nom, par exemple : Camille Martin."),)
    if isinstance(content, str):
        names = _parted(line(value)) if value.is_plain else [line(value)]
    else:
        names = [name for item in content for name in people(Value(item.content, item.line))]
    without = [_MAIL.sub("", name).strip() for name in names]
    meant = tuple(each_once(filter(None, without), plain))
    if any(map(_MAIL.search, names)):
        bare = ", ".join(meant) or "Camille Martin"
        raise BadValue(f"Écrivez un nom, sans adresse que des robots liraient : {bare}.", meant)
    return meant


def _parted(names: str) -> list[str]:
    return names.split(";" if ";" in names else ",")


def lead_image(example: str) -> Callable[[Value], LeadImage]:
    """Return a reader of the image of a text: its path, or a mapping of it and of what it shows.

    `example` is a path, for the message.
    """
    read_path = image_path(example)

    @reads("image", example)
    def read(value: Value) -> LeadImage:
        if not isinstance(value.content, Mapping):
            return LeadImage(read_path(value))
        path = _one_of(value.content, _PATHS, f"Écrivez par exemple « image: {example} ».")
        alt = value.content.get("alt")
        shown = line(alt) if alt and isinstance(alt.content, str) and not alt.is_null else ""
        return LeadImage(read_path(Value(path, value.line)), shown)

    return read


@reads("language", "oc")
def language(value: Value) -> str:
    """Read a language: its tag (BCP 47).

    Raises BadValue: it is none, or written otherwise; then it is read as what is meant.
    """
    words = text(value, "Écrivez une seule langue, par exemple : lang: en.").strip()
    meant = language_tag(words)
    if meant is None:
        raise BadValue("Écrivez « fr », « en », « es », « oc », ou le code d'une autre langue.")
    if words.casefold() != meant.casefold():
        raise BadValue(f"Écrivez « {meant} », le code de cette langue.", meant)
    return meant


def _one_of(content: Mapping[str, Value], keys: tuple[str, ...], hint: str) -> str:
    found = next((content[key] for key in keys if key in content), None)
    if found is None or not isinstance(found.content, str) or found.is_null:
        raise BadValue(hint)
    return line(found)


# Jekyll takes any value of those that only warn.
SHARED = {
    "title": Field(
        line,
        None,
        "Le titre.",
        ("titre",),
        form=Form(
            "Titre", "Fête de quartier", FIRST, "le premier titre du texte, ou le nom du fichier"
        ),
    ),
    "resume": Field(
        line,
        "",
        "Une ou deux phrases, pour les listes, les partages et les moteurs de recherche.",
        ("description", "summary"),
        form=Form("Résumé", "Une journée pour se rencontrer.", FIRST, input="text"),
    ),
    "auteur": Field(
        people,
        (),
        "Qui l'a écrit : un nom, ou plusieurs.",
        ("author", "authors", "auteurs"),
        WARNING,
        Form("Écrit par", "Camille Martin", suggest="auteurs"),
    ),
    "image": Field(
        lead_image("images/photo.jpg"),
        LeadImage(),
        "L'image qui va avec le texte.",
        ("affiche",),
        WARNING,
        Form("Image", place=FIRST),
    ),
    "image_alt": Field(
        line,
        "",
        "Ce que l'image montre, pour qui ne la voit pas.",
        form=Form("Ce que l'image montre", "Un bal sous les platanes", FIRST, after="image"),
    ),
    "lang": Field(
        language,
        None,
        "La langue du texte, s'il n'est pas en français.",
        ("langue",),
        WARNING,
        Form("Langue du texte", otherwise="le français"),
    ),
}
