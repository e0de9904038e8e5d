"""The parts of an HTML element that ask for Markdown, when the element itself does not.

kramdown reads each of the columns in `<div class="grille"><div markdown="1">…`; Python-Markdown
passes over what an element holds that is not to be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from front_matter.written import without_code

_ATTRIBUTES = r"""(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*+)"""
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*+){_ATTRIBUTES}>")
_ASKS = re.compile(r"\smarkdown\s*(?:=\s*[\"']?(?:1|block|span)\b|(?=[\s>]|$))")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
Span = tuple[int, int]


@dataclass
class _Open:
    name: str
    start: int
    asks: bool
    parts: list[Span] = field(default_factory=list)


def put_aside_around(
    text: str, is_block: Callable[[str], bool], store: Callable[[str], str]
) -> str:
    """Return a text of which the HTML around parts that ask for Markdown is put aside.

    Args:
        text: the source of a page.
        is_block: tells the names of the elements that stand apart.
        store: puts HTML aside, and gives what stands for it.
    """
    done, at = [], 0
    for (start, end), parts in _holders(without_code(text), is_block):
        around = _around(text, start, end, parts)
        if not all(_begins_with_block(html, is_block) for html in around if html):
            continue
        asking = [text[first:last] for first, last in parts]
        pieces = [store(html) if html else "" for html in around]
        mixed = [piece for pair in zip(pieces, [*asking, ""], strict=True) for piece in pair]
        done += [text[at:start], "\n\n".join(filter(None, mixed)), "\n\n"]
        at = end
    return "".join([*done, text[at:]])


def _around(text: str, start: int, end: int, parts: list[Span]) -> list[str]:
    firsts, lasts = [start, *(last for _, last in parts)], [*(first for first, _ in parts), end]
    return [text[first:last].strip() for first, last in zip(firsts, lasts, strict=True)]


def _begins_with_block(html: str, is_block: Callable[[str], bool]) -> bool:
    found = _TAG.match(html)
    return found is not None and is_block(found["name"].lower())


def _holders(text: str, is_block: Callable[[str], bool]) -> Iterator[tuple[Span, list[Span]]]:
    """Give the outermost elements that ask nothing and hold some that do, with these."""
    stack: list[_Open] = []
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        if name in _VOID or tag["attributes"].endswith("/"):
            continue
        if not tag["end"]:
            if stack or (is_block(name) and _is_first_of_line(text, tag.start())):
                stack.append(_Open(name, tag.start(), bool(_ASKS.search(tag["attributes"]))))
        elif any(element.name == name for element in stack):
            while stack[-1].name != name:
                stack.pop()
            closed = stack.pop()
            span = (closed.start, tag.end())
            if not stack and closed.parts and not closed.asks:
                yield span, closed.parts
            elif stack:
                stack[-1].parts += [span] if closed.asks and is_block(name) else closed.parts


def _is_first_of_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()
