"""Values of attributes that the Standard does not allow, and what a frame holds in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from commands.checks.css.rules import property_diagnostics
from commands.checks.html.kinds import ROLES, TYPES, WINDOWS, switches_said_off, wrong_kinds
from commands.checks.html.typed_values import misspelt_words, wrong_forms
from core.diagnostics import WARNING, Diagnostic, nearest
from core.diagnostics.catalog import html as rules
from jekyll.liquid.renderer import AT_FAULT

_Attributes = Mapping[str, str | None]
_SIZED = frozenset("img iframe video canvas embed object source input".split())
_SIZES = ("width", "height")
_WHEN = frozenset({"", "lazy", "eager"})
_PIXELS = re.compile(r"(?i)\s*(\d+)(?:\.\d*)?\s*(?:px)?\s*")
_ELSEWHERE = re.compile(r"(?i)\s*(?:https?:)?//")
_SPACE = re.compile(r"[ \t\n\f\r]+")
_INTEGER = re.compile(r"\s*-?0*[0-9]{1,9}\s*")  # browsers pass over those of 32 bits and more
_OF_OTHERS = re.compile(r"doc-.*|graphics-.*|.*:.*")  # roles of other modules of ARIA, and of RDFa


def value_diagnostics(name: str, attributes: _Attributes, shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong with the values of a tag, without its place.

    What other sites give to be pasted as it is becomes a card, and is passed over.
    """
    if name == "iframe" and "srcdoc" in attributes:
        yield rules.UNCHECKED_FRAME(tag=shown)
    yield from _id_diagnostics(attributes, shown)
    wrong = (*_wrong_words(name, attributes), *wrong_kinds(name, attributes))
    for key, value, hint in (*wrong, *wrong_forms(name, attributes)):
        if AT_FAULT not in value:
            yield rules.IMPOSSIBLE_VALUE(attribute=key, value=value, tag=shown, hint=hint)
    for key, value, hint in misspelt_words(attributes):
        said = rules.IMPOSSIBLE_VALUE(attribute=key, value=value, tag=shown, hint=hint)
        yield said.with_severity(WARNING)
    for key, value in switches_said_off(name, attributes):
        yield rules.SWITCH_SAID_OFF(attribute=key, value=value, tag=shown)
    yield from _size_diagnostics(name, attributes, shown)
    style = attributes.get("style")
    for diagnostic in property_diagnostics(style) if style else ():
        # What would swallow the rest of a sheet ends with the attribute.
        yield replace(diagnostic, message=f"{diagnostic.message} : « {shown} »", severity=WARNING)


def _id_diagnostics(attributes: _Attributes, shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong with an id (HTML Standard, section 3.2.6)."""
    value = attributes.get("id", "x") or ""
    if not value:
        yield rules.EMPTY_ID(tag=shown)
    elif _SPACE.search(value):
        kept = _SPACE.sub("-", value.strip())
        hint = f'Écrivez id="{kept}".' if kept else None
        yield rules.ID_WITH_A_SPACE(name=value, tag=shown, hint=hint)


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
    image_map = attributes.get("usemap") or ""
    if name == "img" and image_map and "#" not in image_map:
        yield "usemap", image_map, f'Écrivez usemap="#{image_map}".'


def _size_diagnostics(name: str, attributes: _Attributes, shown: str) -> Iterator[Diagnostic]:
    source = attributes.get("src") or attributes.get("data") or ""
    if name not in _SIZED or (name != "img" and _ELSEWHERE.match(source)):
        return
    for key in _SIZES:
        value = attributes.get(key)
        if key in attributes and not re.fullmatch(r"\s*0*[0-9]{1,5}\s*", value or ""):
            hint = size_hint(key, value or "")
            yield rules.SIZE_NOT_WHOLE(attribute=key, value=value or "", tag=shown, hint=hint)
    when = attributes.get("loading")
    if name in ("img", "iframe") and when is not None and when.lower() not in _WHEN:
        hint = 'Écrivez loading="lazy", ou retirez-le.'
        yield rules.IMPOSSIBLE_VALUE(attribute="loading", value=when, tag=shown, hint=hint)


def _meant(value: str, allowed: frozenset[str], otherwise: str) -> str:
    near = nearest(value, allowed, 0.7)
    return f"Vouliez-vous dire « {near} » ?" if near else otherwise


def size_hint(key: str, value: str) -> str | None:
    """Return how the size of an image is written, or None when it is none."""
    if key not in _SIZES:
        return None
    if found := _PIXELS.fullmatch(value):
        return f'Écrivez {key}="{found[1]}".'
    if value.strip().endswith("%"):
        return f'Écrivez plutôt style="{key}: {value.strip()}".'
    return None
