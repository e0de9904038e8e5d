"""Names of elements and of attributes that the Standard does not have, or has put aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from commands.checks.html.event_attributes import EVENTS
from commands.checks.html.office import is_of_office
from commands.checks.html.table import (
    ARIA,
    ELEMENTS,
    FOREIGN,
    GLOBAL,
    NEEDED,
    OBSOLETE_ATTRIBUTES,
    OBSOLETE_ELEMENTS,
    STYLING_ATTRIBUTES,
)
from commands.checks.lines import short
from core.diagnostics import Diagnostic, typo
from core.diagnostics.catalog.html import (
    DUPLICATE_ATTRIBUTE,
    FROM_OFFICE,
    MISSING_ATTRIBUTE,
    OBSOLETE_ATTRIBUTE,
    OBSOLETE_ELEMENT,
    STYLE_IT,
    TYPOGRAPHIC_QUOTES,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_ELEMENT,
    UNPAIRED_QUOTE,
)


@dataclass(frozen=True)
class HtmlDiagnostic:
    """What is wrong with a tag."""

    tag: str  # the tag as written, `<div class="x">`
    nth: int  # how many equal tags stand before it
    diagnostic: Diagnostic  # what is wrong, without its place


_INSTEAD = {"name": "Écrivez « id » à sa place.", "summary": "Écrivez-le dans le texte."}
_HOST = re.compile(r"<(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?>")  # « <www.exemple.fr> »
_ADDRESS = re.compile(r"<(?:tel|sms|geo|xmpp|webcal|ftp|sftp|magnet):[^\s<>]+>")
_STRAIGHT = re.compile(r"\"[^\"]*\"|'[^']*'")
_TYPOGRAPHIC = re.compile(r"(?<![\w-])([\w-]{1,60}+)\s*+=\s*+[“”„«»‘’][^“”„«»‘’>]*+[“”„«»‘’]?")
# Tables have thousands of tags without attributes, in which nothing can be wrong but their place.
RIGHT_ALONE = frozenset(ELEMENTS) - OBSOLETE_ELEMENTS - NEEDED.keys() - {"source"}
_OF_OTHERS = "-:@.#[(*"  # signs of names that scripts read


def is_unknown(name: str) -> bool:
    """Return whether no element has this name, and no script may define it."""
    is_custom = "-" in name and ":" not in name  # HTML Standard, section 4.13.2
    return not (name in ELEMENTS or name in OBSOLETE_ELEMENTS or is_custom)


def name_diagnostics(name: str, attributes: Sequence[str], shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong with the names of a tag, without its place.

    Args:
        attributes: the names of its attributes, as often as they are written.
        shown: the tag, as messages show it.
    """
    if is_unknown(name):
        near = typo(name, ELEMENTS)
        hint = f"Vouliez-vous dire <{near}> ?" if near else None
        if _HOST.fullmatch(shown):
            hint = f"Pour un lien, écrivez <https://{shown[1:]}."
        elif is_of_office(name):
            hint = FROM_OFFICE
        elif _ADDRESS.fullmatch(shown):
            hint = f"Pour un lien, écrivez [les mots]({shown[1:-1]})."
        yield UNKNOWN_ELEMENT(tag=shown, hint=hint)
        return
    if name in OBSOLETE_ELEMENTS:
        yield OBSOLETE_ELEMENT(name=name)
    for attribute in dict.fromkeys(attributes):
        if attributes.count(attribute) > 1:
            yield DUPLICATE_ATTRIBUTE(attribute=attribute, tag=shown)
        yield from attribute_diagnostics(name, attribute, shown)


@cache
def _allowed(name: str) -> frozenset[str]:
    return ELEMENTS[name] | GLOBAL | ARIA | EVENTS


def attribute_diagnostics(name: str, attribute: str, shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong with the name of one attribute of an element."""
    if name not in ELEMENTS or "-" in name or name in FOREIGN or attribute.startswith("data-"):
        return
    allowed = _allowed(name)
    if attribute in allowed:
        return
    if name == "iframe" and attribute in OBSOLETE_ATTRIBUTES:
        return  # services give their frames so, to be pasted as they are
    if any(sign in attribute for sign in "\"'<="):
        yield UNPAIRED_QUOTE(tag=shown)
    elif attribute in OBSOLETE_ATTRIBUTES:
        hint = STYLE_IT if attribute in STYLING_ATTRIBUTES else _INSTEAD.get(attribute)
        yield OBSOLETE_ATTRIBUTE(attribute=attribute, tag=shown, hint=hint)
    elif is_of_office(attribute):
        yield UNKNOWN_ATTRIBUTE(attribute=attribute, tag=shown, hint=FROM_OFFICE)
    elif attribute.startswith("aria-") or not any(sign in attribute for sign in _OF_OTHERS):
        near = typo(attribute, allowed)
        hint = f"Vouliez-vous dire « {near} » ?" if near else None
        yield UNKNOWN_ATTRIBUTE(attribute=attribute, tag=shown, hint=hint)


def quotes_diagnostics(tag: str) -> Iterator[Diagnostic]:
    """Give the first value of a tag that is between quotes of typography: they are part of it."""
    found = _TYPOGRAPHIC.search(_STRAIGHT.sub("", tag)) if tag.isascii() is False else None
    if found:
        yield TYPOGRAPHIC_QUOTES(written=short(found[0]), attribute=found[1])


def needed_diagnostics(
    name: str, attributes: Sequence[str], holder: str, shown: str
) -> Iterator[Diagnostic]:
    """Give the attribute that a tag lacks; in a holder, the file of a `<source>` has another name.

    Those that a script binds (`:value`, `v-bind:src`) may be it.
    """
    needed = NEEDED.get(name)
    if name == "source" and holder in ("picture", "audio", "video"):
        needed = "srcset" if holder == "picture" else "src"
    if needed and needed not in attributes and not any(":" in one for one in attributes):
        yield MISSING_ATTRIBUTE(attribute=needed, tag=shown)
