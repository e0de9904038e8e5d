"""Values of attributes that the Standard does not allow, and what a frame holds in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checks.css_rules import property_diagnostics
from checks.html_kinds import ROLES, TYPES, WINDOWS, switches_said_off, wrong_kinds
from diagnostics import ERROR, WARNING, nearest
from scribouilli.liquid import AT_FAULT

Told = tuple[str, str, str]
_Attributes = Mapping[str, str | None]
_SIZED = frozenset("img iframe video canvas embed object source input".split())
_SIZES = ("width", "height")
_WHEN = frozenset({"", "lazy", "eager"})
_PIXELS = re.compile(r"(?i)\s*(\d+)(?:\.\d*)?\s*(?:px)?\s*")
_ELSEWHERE = re.compile(r"(?i)\s*(?:https?:)?//")
_SPACE = re.compile(r"[ \t\n\f\r]+")
_INTEGER = re.compile(r"\s*-?[0-9]+\s*")
_OF_OTHERS = re.compile(r"doc-.*|graphics-.*|.*:.*")  # roles of other modules of ARIA, and of RDFa


def value_diagnostics(name: str, attributes: _Attributes, shown: str) -> Iterator[Told]:
    """Give the fault, the hint and the severity of each value of a tag that is wrong.

    What other sites give to be pasted as it is becomes a card, and is passed over.

    Args:
        name: the element.
        attributes: its attributes.
        shown: the tag, as messages show it.
    """
    if name == "iframe" and "srcdoc" in attributes:
        message = f"ce qui est écrit dans « srcdoc » n'est pas vérifié : « {shown} »"
        yield message, "Écrivez-le plutôt dans la page, sans <iframe>.", WARNING
    yield from _id_diagnostics(attributes, shown)
    for key, value, hint in (*_wrong_words(name, attributes), *wrong_kinds(name, attributes)):
        if AT_FAULT not in value:
            yield _cannot(key, value, shown), hint, ERROR
    for key, value, hint in switches_said_off(name, attributes):
        yield _cannot(key, value, shown), hint, WARNING
    yield from _size_diagnostics(name, attributes, shown)
    for message, hint in property_diagnostics(attributes.get("style") or ""):
        if f"« {AT_FAULT}" not in message:
            yield f"{message} : « {shown} »", hint, WARNING


def _id_diagnostics(attributes: _Attributes, shown: str) -> Iterator[Told]:
    """Give what is wrong with an id (HTML Standard, section 3.2.6)."""
    value = attributes.get("id", "x") or ""
    if not value:
        yield f"l'identifiant est vide : « {shown} »", "Nommez-le, ou retirez « id ».", ERROR
    elif _SPACE.search(value):
        message = f"l'identifiant « {value} » contient une espace : « {shown} »"
        kept = _SPACE.sub("-", value.strip())
        yield message, f'Écrivez id="{kept}".' if kept else "Retirez-le.", ERROR


def _wrong_words(name: str, attributes: _Attributes) -> Iterator[tuple[str, str, str]]:
    """Give each value that is none of the words that are allowed: its attribute, it, the hint."""
    for role in (attributes.get("role") or "").split():
        if role.lower() not in ROLES and not _OF_OTHERS.fullmatch(role):
            yield "role", role, _meant(role, ROLES, "Retirez-le.")
    kind = attributes.get("type", "")
    if name in TYPES and "type" in attributes and (kind or "").lower() not in TYPES[name]:
        usual = "button" if name == "button" else "text"
        yield "type", kind or "", _meant(kind or "", TYPES[name], f'Écrivez type="{usual}".')
    for key in ("target", "formtarget"):
        window = attributes.get(key) or ""
        if window.startswith("_") and window.lower() not in WINDOWS:
            yield key, window, _meant(window, WINDOWS, f'Écrivez {key}="_blank", ou retirez-le.')
    if "tabindex" in attributes and not _INTEGER.fullmatch(attributes["tabindex"] or ""):
        yield "tabindex", attributes["tabindex"] or "", 'Écrivez tabindex="0", ou retirez-le.'


def _size_diagnostics(name: str, attributes: _Attributes, shown: str) -> Iterator[Told]:
    source = attributes.get("src") or attributes.get("data") or ""
    if name not in _SIZED or (name != "img" and _ELSEWHERE.match(source)):
        return
    for key in _SIZES:
        value = attributes.get(key)
        if key in attributes and not re.fullmatch(r"\s*[0-9]+\s*", value or ""):
            message = (
                f"« {key} » doit être un nombre entier, et non « {value or ''} » : « {shown} »"
            )
            yield message, _size_hint(key, value or ""), ERROR
    when = attributes.get("loading")
    if name in ("img", "iframe") and when is not None and when.lower() not in _WHEN:
        yield _cannot("loading", when, shown), 'Écrivez loading="lazy", ou retirez-le.', ERROR


def _cannot(key: str, value: str, shown: str) -> str:
    return f"« {key} » ne peut pas valoir « {value} » : « {shown} »"


def _meant(value: str, allowed: frozenset[str], otherwise: str) -> str:
    near = nearest(value, allowed, 0.7)
    return f"Vouliez-vous dire « {near} » ?" if near else otherwise


def _size_hint(key: str, value: str) -> str:
    if found := _PIXELS.fullmatch(value):
        return f'Écrivez {key}="{found[1]}".'
    if value.strip().endswith("%"):
        return f'Écrivez plutôt style="{key}: {value.strip()}".'
    return "Retirez-le."
