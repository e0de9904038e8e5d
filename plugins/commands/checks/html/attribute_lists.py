"""Attribute lists of kramdown, `{: lang="en"}`: what they give is judged as that of a tag is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator

from commands.checks.html.attributes import attribute_diagnostics, is_unknown
from commands.checks.html.values import size_hint, value_diagnostics
from commands.checks.lines import short
from core.diagnostics import Diagnostic, typo
from core.diagnostics.catalog.typos import BRACES_APART, UNREAD_ATTRIBUTE
from jekyll.front_matter.source_positions import line_at, without_indented
from jekyll.kramdown.attributes import Listed, read_attributes, unread_parts
from jekyll.kramdown.patterns import INSIDE

# A list beside an element, or one that is defined by its name.
_LIST = re.compile(rf"(?<!\\)\{{:(?!:|/)(?:(?P<name>\w[\w-]*):)?(?P<inside>{INSIDE}+)\}}")
_APART = re.compile(r"(?m)^[ \t]{0,3}(?P<braces>\{:(?![:/]|\w+:)[^\n}]*+\})[ \t]*+$")
_KEY_AND_VALUE = re.compile(r"""([\w:-]+)=[“”„‘’"'«\s]*([^“”„‘’"'»]+)[“”‘’"'»\s]*""")
_TYPOGRAPHIC = re.compile(r"(?<![\w:-])[\w:-]{1,60}+=[“”„«‘’][^“”„»‘’}]*+[“”»‘’]")
# References that kramdown follows, and that nobody defines.
_KNOWN = frozenset("toc standalone footnotes".split())
# What members may give a class for, and how others call it.
_CLASSES = ("bouton", "encart", "galerie")
_CLASSES_ELSEWHERE = {
    **dict.fromkeys(("btn", "button"), "bouton"),
    **dict.fromkeys(("alert", "box", "callout", "encadre", "encadré", "notice"), "encart"),
    "gallery": "galerie",
}
# What other themes place by a class.
_OF_A_PLACE = frozenset(
    "droite gauche centre center centrer centré left right alignleft alignright aligncenter "
    "float-left float-right text-center text-right petit petite small grand grande".split()
)
_MOST = 300  # of one text
_Found = Iterator[tuple[int, Diagnostic]]
_Given = tuple[str, str, bool]  # the attribute, its value, whether it stands beside the element


def list_diagnostics(listed: Iterable[tuple[str, Listed]], source: str) -> _Found:
    """Give what is wrong with the attributes that lists give, each with its line, from 0.

    Args:
        listed: what lists give, in order, with the name of each element.
        source: the text in which they are written, its code left out.
    """
    lines, seen, reported = _lines(source) | _lines(without_indented(source)), Counter[_Given](), 0
    for name, attributes in listed:
        for key, (value, is_beside) in attributes.items():
            given = key, value, is_beside
            places = lines.get(given)
            if key == "class" or not places or is_unknown(name):
                continue
            line = places[min(seen[given], len(places) - 1) if is_beside else 0]
            seen[given] += 1
            for diagnostic in _of_one(name, key, value):
                reported += 1
                yield line, diagnostic
        if reported > _MOST:
            return


def _of_one(name: str, key: str, value: str) -> Iterator[Diagnostic]:
    shown = short(f'{{: {key}="{value}"}}')
    yield from attribute_diagnostics(name, key, shown)
    yield from value_diagnostics(name, {key: value}, shown)


def _lines(source: str) -> dict[_Given, list[int]]:
    """Return the lines, from 0, on which each attribute is given a value."""
    lines: defaultdict[_Given, list[int]] = defaultdict(list)
    for found in _LIST.finditer(source):
        for key, value in read_attributes(found["inside"]).attributes.items():
            lines[key, value, not found["name"]].append(line_at(source, found.start()))
    return lines


def defined_lists(source: str) -> frozenset[str]:
    """Return the names that lists may be called by."""
    return _KNOWN | {found["name"] for found in _LIST.finditer(source) if found["name"]}


def lists_apart(bare: str) -> _Found:
    """Give the lists alone between two empty lines, with their places.

    kramdown keeps them for the block that comes next, wherever it is (« Block Attributes »).
    """
    lines = bare.split("\n")
    place = 0
    for number, line in enumerate(lines):
        around = (lines[number - 1] if number else "", *lines[number + 1 : number + 2])
        if "{:" in line and (found := _APART.match(line)) and not any(map(str.strip, around)):
            comes = any(map(str.strip, lines[number + 1 :]))
            what = "s'applique à ce qui suit" if comes else "ne s'applique à rien"
            yield place, BRACES_APART(braces=found["braces"], what=what)
        place += len(line) + 1


def unread_diagnostics(
    written: str, defined: Container[str], is_styled: Callable[[str], bool]
) -> Iterator[Diagnostic]:
    """Give what stands in a list and does nothing: kramdown drops it without a word.

    Args:
        written: the list, its braces included.
        defined: the names that lists may be called by.
        is_styled: tells whether something of the site names a class.
    """
    found = _LIST.fullmatch(written)
    if not found:
        return
    shown = short(written)
    quoted = _TYPOGRAPHIC.search(found["inside"])
    if quoted:
        yield UNREAD_ATTRIBUTE(part=quoted[0][:60], written=shown, hint=_hint(quoted[0]))
    inside = _TYPOGRAPHIC.sub("", found["inside"])
    for part in unread_parts(inside):
        yield UNREAD_ATTRIBUTE(part=part[:60], written=shown, hint=_hint(part))
    listed = read_attributes(inside)
    for name in listed.attributes.get("class", "").split():
        meant = None if name in _CLASSES else _meant(name)
        if meant and not is_styled(name):
            hint = f"Vouliez-vous dire « .{meant} » ?"
            yield UNREAD_ATTRIBUTE(part=f".{name}"[:60], written=shown, hint=hint)
        elif name.lower() in _OF_A_PLACE and not is_styled(name):
            hint = f"Retirez-le, ou dites où dans assets/css/custom.css : .{name} {{…}}."
            yield UNREAD_ATTRIBUTE(part=f".{name}", written=shown, hint=hint)
    for name in listed.references:
        if name not in defined:
            hint = f"Écrivez « .{name} » si c'est une classe, ou retirez-le."
            yield UNREAD_ATTRIBUTE(part=name[:60], written=shown, hint=hint)


def _meant(name: str) -> str | None:
    """Return the class that was meant by one that does nothing."""
    return _CLASSES_ELSEWHERE.get(name.lower().partition("-")[0]) or typo(name, _CLASSES)


def _hint(part: str) -> str | None:
    found = _KEY_AND_VALUE.fullmatch(part)
    if not found:
        return None
    return size_hint(found[1], found[2]) or f'Écrivez {found[1]}="{found[2]}".'
