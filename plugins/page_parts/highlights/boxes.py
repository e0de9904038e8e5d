"""Quotations that begin with `[!NOTE]` made boxes, labelled, a title perhaps after the label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.diagnostics import typo
from core.names import name_key


@dataclass(frozen=True)
class BoxKind:
    """What a word between `[!` and `]` means."""

    style: str  # the class of its box
    label: str  # what stands above its text


# For each class, the words as they are shown; those of GitHub take the place of one of them.
_LABELS = {
    "note": ("À noter", "Info", "Information", "Remarque"),
    "astuce": ("Astuce", "Conseil", "Bon à savoir"),
    "important": ("Important",),
    "attention": ("Attention", "Avertissement"),
    "danger": ("Danger", "Prudence"),
}
_ENGLISH = {"note": "À noter", "tip": "Astuce", "warning": "Attention", "caution": "Danger"}
_KINDS = {
    name_key(label): BoxKind(style, label) for style, labels in _LABELS.items() for label in labels
}
_KINDS |= {word: _KINDS[name_key(label)] for word, label in _ENGLISH.items()}
OFFERED = ("NOTE", "ASTUCE", "IMPORTANT", "ATTENTION", "DANGER")  # to who wrote another


def box_kind(word: str) -> BoxKind | None:
    """Return what a word means, case and accents aside; None for one that is not known.

    >>> box_kind("A NOTER").label, box_kind("warning").style, box_kind("bidule")
    ('À noter', 'attention', None)
    """
    return _KINDS.get(name_key(word))


def nearest_word(word: str) -> str | None:
    """Return the known word that a typo has made into another, in capitals; None when none is.

    >>> nearest_word("ATENTION"), nearest_word("Évènement")
    ('ATTENTION', None)
    """
    found = typo(name_key(word), _KINDS)
    return found.upper() if found else None


CLASS = "encart"
# Obsidian's signs of a box to fold or to unfold may follow: all are open here.
# Nor does what nobody sees, copied with it, change anything.
_UNSEEN = "\u200b\u2060\ufeff"
_SIGN = re.compile(
    rf"[\s{_UNSEEN}]*(?P<sign>\[!\s*(?P<word>[^\]\[\n]{{1,40}}?)\s*\])[+-]?[ \t{_UNSEEN}]*"
)


@dataclass(frozen=True)
class Sign:
    """What a paragraph begins with."""

    written: str  # `[!NOTE]`, as it is written
    word: str  # what stands in it
    end: int  # where it ends in the paragraph's first text
    nth: int = 0  # how many equal signs stand before it


def make_boxes(
    tree: LexborHTMLParser,
    report_unknown: Callable[[Sign], None],
    report_unquoted: Callable[[Sign], None],
) -> bool:
    """Make the boxes of a body, and return whether there are some.

    Args:
        report_unknown: told of each sign whose word is not known; the quotation stays one.
        report_unquoted: told of each known sign, or nearly, that no quotation holds; it is shown.
    """
    found, seen, nth = False, Counter[str](), {}
    for paragraph in tree.css("p"):
        if sign := _sign_of(paragraph):
            nth[paragraph.mem_id] = seen[sign.written]
            seen[sign.written] += 1
    for quote in reversed(tree.css("blockquote")):  # a box copies those that it holds
        first = next(iter(quote.iter()), None)
        sign = _sign_of(first)
        if first is None or not sign:
            continue
        kind = box_kind(sign.word)
        if kind:
            _make_box(tree, quote, first, sign, kind)
            found = True
        else:
            report_unknown(replace(sign, nth=nth[first.mem_id]))
    for paragraph in tree.css("p"):
        sign = _sign_of(paragraph)
        is_quoted = paragraph.parent is not None and paragraph.parent.tag == "blockquote"
        if sign and not is_quoted and (box_kind(sign.word) or nearest_word(sign.word)):
            report_unquoted(replace(sign, nth=nth[paragraph.mem_id]))
    return found


def _sign_of(paragraph: LexborNode | None) -> Sign | None:
    text = paragraph.first_child if paragraph is not None and paragraph.tag == "p" else None
    if text is None or not text.is_text_node:
        return None
    found = _SIGN.match(text.text_content or "")
    return Sign(found["sign"], found["word"], found.end()) if found else None


def _make_box(
    tree: LexborHTMLParser, quote: LexborNode, first: LexborNode, sign: Sign, kind: BoxKind
) -> None:
    title, rest = _parted(first, sign)
    others = [node for node in quote.iter() if node.mem_id != first.mem_id]
    if not rest and not others:
        title, rest = [], title
    box = tree.create_node("div")
    for name, value in quote.attributes.items():
        box.attrs[name] = value or ""
    box.attrs["class"] = f"{CLASS} {kind.style} {box.attributes.get('class') or ''}".strip()
    box.attrs["role"] = "note"
    box.attrs["aria-label"] = kind.label
    box.insert_child(_titled(tree, kind.label, title))
    if rest:
        paragraph = tree.create_node("p")
        for node in rest:
            paragraph.insert_child(node)
        box.insert_child(paragraph)
    for node in others:
        box.insert_child(node)
    quote.replace_with(box)


def _parted(first: LexborNode, sign: Sign) -> tuple[list[LexborNode | str], list[LexborNode | str]]:
    """Return what stands on the line of a sign, and what stands on those below."""
    text, *nodes = first.iter(include_text=True)
    line, end, below = (text.text_content or "")[sign.end :].partition("\n")
    title: list[LexborNode | str] = [line] if line.strip() else []
    if end:
        return title, [*([below] if below.strip() else []), *nodes]
    for number, node in enumerate(nodes):
        if node.tag == "br":
            return title, list(nodes[number + 1 :])
        if node.is_text_node and "\n" in (node.text_content or ""):
            line, _, below = (node.text_content or "").partition("\n")
            return [*title, line], [below, *nodes[number + 1 :]]
        title.append(node)
    return title, []


def _titled(tree: LexborHTMLParser, label: str, title: list[LexborNode | str]) -> LexborNode:
    """Return the line above a box's text; no paragraph: a page's description is its first one."""
    holder = tree.create_node("div")
    holder.attrs["class"] = f"{CLASS}-titre"
    words = tree.create_node("strong")
    words.insert_child(f"{label} : " if title else label)
    for node in title:
        words.insert_child(node)
    holder.insert_child(words)
    return holder
