"""What is wrong with a tag: its name, those of its attributes, their quotes and their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from commands.checks.html import table
from commands.checks.html.office import is_of_office
from commands.checks.html.values import value_diagnostics
from commands.checks.lines import short
from core.diagnostics import Diagnostic, typo
from core.diagnostics.catalog import html as rules


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
RIGHT_ALONE = frozenset(table.ELEMENTS) - table.OBSOLETE_ELEMENTS - table.NEEDED.keys() - {"source"}
_OF_OTHERS = "-:@.#[(*"  # signs of names that scripts read


def is_unknown(name: str) -> bool:
    """Return whether no element has this name, and no script may define it."""
    is_custom = "-" in name and ":" not in name  # HTML Standard, section 4.13.2
    return not (name in table.ELEMENTS or name in table.OBSOLETE_ELEMENTS or is_custom)


def name_diagnostics(name: str, attributes: Sequence[str], shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong with the names of a tag, without its place."""
    if is_unknown(name):
        near = typo(name, table.ELEMENTS)
        hint = f"Vouliez-vous dire <{near}> ?" if near else None
        if _HOST.fullmatch(shown):
            hint = f"Pour un lien, écrivez <https://{shown[1:]}."
        elif is_of_office(name):
            yield rules.UNKNOWN_ELEMENT(tag=shown, made_by=rules.OFFICE, hint=rules.FROM_OFFICE)
            return
        elif _ADDRESS.fullmatch(shown):
            hint = f"Pour un lien, écrivez [les mots]({shown[1:-1]})."
        yield rules.UNKNOWN_ELEMENT(tag=shown, hint=hint)
        return
    if name in table.OBSOLETE_ELEMENTS:
        yield rules.OBSOLETE_ELEMENT(name=name)
    for attribute in dict.fromkeys(attributes):
        if attributes.count(attribute) > 1:
            yield rules.DUPLICATE_ATTRIBUTE(attribute=attribute, tag=shown)
        yield from attribute_diagnostics(name, attribute, shown)


@cache
def _allowed(name: str) -> frozenset[str]:
    return table.ELEMENTS[name] | table.GLOBAL | table.ARIA | EVENTS


def attribute_diagnostics(name: str, attribute: str, shown: str) -> Iterator[Diagnostic]:
    """Give what is wrong with the name of one attribute of an element."""
    if (
        name not in table.ELEMENTS
        or "-" in name
        or name in table.FOREIGN
        or attribute.startswith("data-")
    ):
        return
    allowed = _allowed(name)
    if attribute in allowed:
        return
    if name == "iframe" and attribute in table.OBSOLETE_ATTRIBUTES:
        return  # services give their frames so, to be pasted as they are
    if any(sign in attribute for sign in "\"'<="):
        yield rules.UNPAIRED_QUOTE(tag=shown)
    elif attribute in table.OBSOLETE_ATTRIBUTES:
        hint = rules.STYLE_IT if attribute in table.STYLING_ATTRIBUTES else _INSTEAD.get(attribute)
        yield rules.OBSOLETE_ATTRIBUTE(attribute=attribute, tag=shown, hint=hint)
    elif is_of_office(attribute):
        facts = {"attribute": attribute, "tag": shown, "made_by": rules.OFFICE}
        yield rules.UNKNOWN_ATTRIBUTE(**facts, hint=rules.FROM_OFFICE)
    elif attribute.startswith("aria-") or not any(sign in attribute for sign in _OF_OTHERS):
        near = typo(attribute, allowed)
        hint = f"Vouliez-vous dire « {near} » ?" if near else None
        yield rules.UNKNOWN_ATTRIBUTE(attribute=attribute, tag=shown, hint=hint)


def quotes_diagnostics(tag: str) -> Iterator[Diagnostic]:
    """Give the first value of a tag that is between quotes of typography: they are part of it."""
    found = _TYPOGRAPHIC.search(_STRAIGHT.sub("", tag)) if tag.isascii() is False else None
    if found:
        yield rules.TYPOGRAPHIC_QUOTES(written=short(found[0]), attribute=found[1])


def needed_diagnostics(
    name: str, attributes: Sequence[str], holder: str, shown: str
) -> Iterator[Diagnostic]:
    """Give the attribute that a tag lacks; in a holder, the file of a `<source>` has another name.

    Those that a script binds (`:value`, `v-bind:src`) may be it.
    """
    needed = table.NEEDED.get(name)
    if name == "source" and holder in ("picture", "audio", "video"):
        needed = "srcset" if holder == "picture" else "src"
    if needed and needed not in attributes and not any(":" in one for one in attributes):
        yield rules.MISSING_ATTRIBUTE(attribute=needed, tag=shown)


# HTML Standard, section 8.1.8.2 (all, those of `<body>` too); Pointer Events, Touch Events,
# Selection, Fullscreen, CSS Animations, CSS Transitions; some of WebKit's.
EVENTS = frozenset(
    f"on{name}"
    for name in """abort afterprint animationcancel animationend animationiteration animationstart
    auxclick beforecopy beforecut beforeinput beforematch beforepaste beforeprint beforetoggle
    beforeunload beforexrselect blur cancel canplay canplaythrough change click close command
    contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut
    dblclick drag dragend dragenter dragexit dragleave dragover dragstart drop durationchange
    emptied encrypted ended error focus focusin focusout formdata fullscreenchange fullscreenerror
    gesturechange gestureend gesturestart gotpointercapture hashchange input interest invalid
    keydown keypress keyup languagechange load loadeddata loadedmetadata loadend loadstart
    loseinterest lostpointercapture message messageerror mousedown mouseenter mouseleave mousemove
    mouseout mouseover mouseup mousewheel offline online pagehide pagereveal pageshow pageswap
    paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove
    pointerout pointerover pointerrawupdate pointerup popstate progress ratechange readystatechange
    rejectionhandled reset resize scroll scrollend scrollsnapchange scrollsnapchanging search
    securitypolicyviolation seeked seeking select selectionchange selectstart show slotchange
    stalled storage submit suspend timeupdate toggle touchcancel touchend touchforcechange touchmove
    touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection
    unload volumechange waiting waitingforkey webkitanimationend webkitanimationiteration
    webkitanimationstart webkitfullscreenchange webkitfullscreenerror webkittransitionend
    wheel""".split()
)


@lru_cache(maxsize=1024)  # long tables have few different cells
def tag_diagnostics(
    name: str,
    tag: str,
    attributes: tuple[tuple[str, str | None], ...],
    holder: str,
    has_style: bool,
) -> list[Diagnostic]:
    """Return what is wrong with the attributes of a tag, without its place.

    Args:
        holder: what a `<source>` is in.
        has_style: look at its `style` too.
    """
    names, values, shown = [key for key, _ in attributes], dict(attributes), short(tag)
    if quotes := list(quotes_diagnostics(tag)):
        return quotes
    reported = list(name_diagnostics(name, names, shown))
    if not is_unknown(name):
        reported += needed_diagnostics(name, names, holder, shown)
        if not has_style:
            values.pop("style", None)
        reported += value_diagnostics(name, values, shown)
    return reported
