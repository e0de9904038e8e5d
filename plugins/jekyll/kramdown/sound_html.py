"""HTML that needs no reading: whole elements, which parsers of HTML make what kramdown makes.

A table of thousands of cells is a few matches of a pattern, and no tree. What is told of HTML, its
names and its attributes, is for others to tell: here, only what kramdown would write otherwise is
left to be read tag by tag.
"""

from __future__ import annotations

import re

from jekyll.kramdown.html_elements import (
    BLOCK_ELEMENTS,
    ENDED_BY,
    SPAN_ELEMENTS,
    VOID_ELEMENTS,
)

_VOID = frozenset({"br", "hr", "img"})
_PLAIN = (BLOCK_ELEMENTS | SPAN_ELEMENTS | {"details", "figure", "s"}) - VOID_ELEMENTS
_TEXT = r"(?:[^<&]|&(?:\#[0-9]+|[A-Za-z][0-9A-Za-z]*);)*+"
_ATTRIBUTES = r"""(?:[ \n]++(?!markdown\b)[a-z][a-z-]*="[^"<>&]*")*+"""
# Cells, items and words one after another, each without an element in it.
_LEAVES = re.compile(rf"(?:{_TEXT}<({'|'.join(sorted(_PLAIN))})>{_TEXT}</\1>)++")
_TAG = re.compile(rf"{_TEXT}<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<held>{_ATTRIBUTES})[ ]?/?>")
# What ends an element without its own end.
_ENDING = {
    name: re.compile(rf"<(?:{'|'.join(others)})[ >]") for name, others in ENDED_BY.items() if others
}
_NAME = re.compile(r'([a-z-]+)="[^"]*"')


def sound_end(text: str, start: int, holder: str = "") -> tuple[int, int]:
    """Return where the last whole element ends that needs no reading, and where reading stopped.

    Args:
        text: what is read.
        start: from where.
        holder: the element that holds it.

    >>> sound_end("<b>a</b> <i>c</i> d<u>e", 0)
    (17, 22)
    """
    within: list[str] = []
    whole = place = start
    while True:
        ending = _ENDING.get(within[-1] if within else holder)
        leaves = _LEAVES.match(text, place)
        read = leaves or _TAG.match(text, place)
        if read and ending and ending.search(read[0]):
            return whole, place
        if leaves:
            place = leaves.end()
        elif (tag := _TAG.match(text, place)) and _is_sound(tag, within):
            place = tag.end()
        else:
            return whole, place
        if not within:
            whole = place


def _is_sound(tag: re.Match[str], within: list[str]) -> bool:
    """Return whether a tag is where it should be; open what it opens, close what it closes."""
    name, held, is_slashed = tag["name"], tag["held"], tag[0].endswith("/>")
    if tag["end"]:
        if held or is_slashed or not within or within[-1] != name:
            return False
        within.pop()
        return True
    names = _NAME.findall(held)
    if len(set(names)) < len(names) or (name not in _VOID and (is_slashed or name not in _PLAIN)):
        return False
    if name not in _VOID:
        within.append(name)
    return True
