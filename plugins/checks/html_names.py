"""Names of elements and of attributes that the Standard does not have, or has put aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.html_table import (
    ARIA,
    ELEMENTS,
    EVENTS,
    FOREIGN,
    GLOBAL,
    OBSOLETE_ATTRIBUTES,
    OBSOLETE_ELEMENTS,
)
from checks.html_values import Told
from diagnostics import ERROR, WARNING, slip


@dataclass(frozen=True)
class HtmlDiagnostic:
    """What is wrong with a tag.

    Attributes:
        tag: the tag as written, `<div class="x">`.
        nth: how many equal tags stand before it.
        message, hint, severity: see `diagnostics.Diagnostic`.
    """

    tag: str
    nth: int
    message: str
    hint: str
    severity: str = ERROR


_STYLE_IT = "Retirez-le, ou écrivez ce style dans assets/css/custom.css."
# What the theme writes once (HTML Standard, sections 4.1, 4.2, 4.3.1 and 4.4.14).
OF_THE_PAGE = {
    "html": "Retirez-le : chaque page a déjà le sien.",
    "head": "Retirez-le : chaque page a déjà le sien.",
    "body": "Retirez-le : chaque page a déjà le sien.",
    "title": "Écrivez plutôt « title: » en haut du fichier.",
    "base": "Retirez-le : il changerait où mènent les liens.",
    "main": "Chaque page a déjà le sien : mettez <section> à sa place.",
}
_OF_OTHERS = "-:@.#[(*"  # signs of names that scripts read


# The hint of an end tag inside what Markdown has begun: of a block, or of words.
READ_AS_TEXT = {
    True: "Laissez une ligne vide avant.",
    False: "Mettez-le hors des signes de Markdown qui l'entourent.",
}


def is_unknown(name: str) -> bool:
    """Return whether no element has this name, and no script may define it."""
    return not (name in ELEMENTS or name in OBSOLETE_ELEMENTS or "-" in name or ":" in name)


def name_diagnostics(name: str, attributes: Sequence[str], shown: str) -> Iterator[Told]:
    """Give the fault, the hint and the severity of each name of a tag that is wrong.

    Args:
        name: the element.
        attributes: the names of its attributes, as often as they are written.
        shown: the tag, as messages show it.
    """
    if is_unknown(name):
        near = slip(name, ELEMENTS)
        on_show = "Pour l'afficher, écrivez &lt; au lieu de <."
        hint = f"Vouliez-vous dire <{near}> ?" if near else on_show
        yield f"« {shown} » n'est pas une balise HTML", hint, ERROR
        return
    if name in OBSOLETE_ELEMENTS:
        yield f"« <{name}> » n'est plus du HTML", _STYLE_IT, WARNING
    for attribute in dict.fromkeys(attributes):
        if attributes.count(attribute) > 1:
            message = f"l'attribut « {attribute} » est écrit deux fois dans « {shown} »"
            yield message, "Gardez-en un.", ERROR
        yield from _attribute_diagnostics(name, attribute, f"dans « {shown} »")


def _attribute_diagnostics(name: str, attribute: str, shown: str) -> Iterator[Told]:
    if name not in ELEMENTS or "-" in name or name in FOREIGN or attribute.startswith("data-"):
        return
    allowed = ELEMENTS[name] | GLOBAL | ARIA | EVENTS
    if attribute in allowed:
        return
    if name == "iframe" and attribute in OBSOLETE_ATTRIBUTES:
        return  # services give their frames so, to be pasted as they are
    if any(sign in attribute for sign in "\"'<="):
        message = f"un guillemet manque ou est de trop {shown}"
        yield message, "Écrivez chaque valeur entre deux guillemets droits.", ERROR
    elif attribute in OBSOLETE_ATTRIBUTES:
        yield f"l'attribut « {attribute} » n'est plus du HTML {shown}", _STYLE_IT, WARNING
    elif attribute.startswith("aria-") or not any(sign in attribute for sign in _OF_OTHERS):
        near = slip(attribute, allowed)
        hint = f"Vouliez-vous dire « {near} » ?" if near else "Retirez-le."
        yield f"l'attribut « {attribute} » n'existe pas {shown}", hint, ERROR


def short(tag: str) -> str:
    """Return a tag as messages show it: on one line, cut when it is long."""
    tag = " ".join(tag.split())
    return tag if len(tag) <= 60 else tag[:57] + "…"
