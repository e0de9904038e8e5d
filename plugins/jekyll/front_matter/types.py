"""The types of values that front matter can hold: each function reads one `Value`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from core.diagnostics import suggestion, visible
from jekyll.front_matter.form import reads
from jekyll.front_matter.numbers import read_number
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.yaml_values import Value

# Plain words that YAML 1.1, hence Jekyll, reads as booleans (yaml.org/type/bool.html).
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})
_BOOLEAN = "Écrivez true ou false, sans guillemets."
_YES_OR_NO = "Écrivez oui ou non (ou bien true ou false)."
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def text(
    value: Value, expected: str = 'Écrivez un texte, par exemple : "Fête de quartier".'
) -> str:
    """Return a text; a list, a mapping, or what no page can show (XML 1.0, `Char`) is refused."""
    if not isinstance(value.content, str):
        raise BadValue(expected)
    if visible(value.content) != value.content:
        raise BadValue("Effacez le caractère invisible, ou retapez cette valeur.")
    return value.content


@reads("switch", "false")
def boolean(value: Value) -> bool:
    """Return a plain `true` or `false`, or one of YAML 1.1's other words for them."""
    word = text(value, _BOOLEAN).lower()
    if value.is_plain and word in _TRUE | _FALSE:
        return word in _TRUE
    raise BadValue(_BOOLEAN)


@reads("switch", "false")
def yes_or_no(value: Value) -> bool:
    """Read a boolean; « oui » and « non » are understood, and quotes are no matter."""
    word = text(value, _YES_OR_NO).strip().lower()
    if word in _TRUE | _FALSE | {"oui", "non"}:
        return word in _TRUE | {"oui"}
    raise BadValue(_YES_OR_NO)


@reads("number", "3")
def number(value: Value) -> float | int:
    """Return a number; Jekyll sorts `"1"` as 1, so quotes are no matter."""
    written = value.content if isinstance(value.content, str) else ""
    number = read_number(written) if _NUMBER.fullmatch(written.strip()) else None
    if number is None:
        raise BadValue("Écrivez un nombre, par exemple : 3.")
    return number


@reads("list")
def text_list(value: Value) -> list[str]:
    """Return a list of texts: a YAML list, or one text with commas."""
    if isinstance(value.content, str):
        return [part.strip() for part in value.content.split(",") if part.strip()]
    if isinstance(value.content, dict):
        raise BadValue("Écrivez une liste, par exemple : [énergie, alimentation].")
    if any(isinstance(item.content, dict) for item in value.content):
        raise BadValue("Mettez entre guillemets ce qui contient « : ».")
    return [text(item).strip() for item in value.content]


def one_of(choices: Iterable[str]) -> Callable[[Value], str]:
    """Return a reader that accepts these words alone."""
    known = tuple(choices)

    @reads("choice", known[0], known)
    def read(value: Value) -> str:
        listed = ", ".join(known)
        word = text(value, f"Valeurs connues : {listed}.").strip()
        if word not in known:
            raise BadValue(f"{suggestion(word, known)} Valeurs connues : {listed}.".strip())
        return word

    return read
