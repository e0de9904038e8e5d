"""Bounds on what one text may ask of the machine: no text can keep a build busy, nor fill memory.

Converters of Markdown and HTML parsers are quick on what people write, and quadratic, or worse, on
some texts that nobody writes (`[[[[…`). Sizes bound the rest: see `front_matter/source.py`.
"""

from __future__ import annotations

import contextlib
import re
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.diagnostics import Diagnostic
from core.diagnostics.catalog import limits as rules

MAXIMUM_LENGTH = 1_000_000  # characters, once its Liquid is carried out
# Seconds of the processor, many times what a page takes (50 kB: 0.5 s on a common machine).
SECONDS = 4.0
SECONDS_PER_CHARACTER = 10e-6
MAXIMUM_SECONDS = 7.0
# A browser opens again, in each block, what is left open (HTML, « reconstruct the active
# formatting elements »): a thousand left open in a thousand blocks are a million elements.
MAXIMUM_LEFT_OPEN = 100
MAXIMUM_DEPTH = 500  # browsers stop at 512
MAXIMUM_LEVELS = 250  # of lists in each other, each an element in an element
_ITEM = re.compile(r"^(?P<indent>[ \t]*+)(?:[*+-]|\d{1,9}\.)[ \t]", re.MULTILINE)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# Elements without an end, or whose end may be left out.
_NOT_NESTED = frozenset(
    """area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead
    tbody tfoot option optgroup colgroup rp rt""".split()
)
# Signs in plenty, and what stands far from the margin: where a text nests too deep, or is slow.
_ODD = re.compile(r"(?:[\[\](){}<>*_`~!|\\\"'&#+.-][ \t]?){40,}+")
_INDENTED = re.compile(r"^[ \t]{40,}+", re.MULTILINE)
_ENDLESS = re.compile(r"(?i)<(?:plaintext|noembed|noframes|xmp|script|frameset)\b")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)")
MAXIMUM_ATTRIBUTES = 250  # of a tag: parsers compare each with all those before it
MAXIMUM_NAMES = 5000  # different, of attributes: parsers look each up among all those of a page
# As parsers read them (HTML Standard, 13.2.5.32 to 13.2.5.39).
_ATTRIBUTE = r"""[\s/]*+([^\s/>][^\s/>=]*+)
    (?:\s*+=\s*+ (?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>"'][^\s>]*+)?+)?+"""
_LONG_TAG = re.compile(rf"<([A-Za-z][^\s/>]*+)(?:{_ATTRIBUTE}){{{MAXIMUM_ATTRIBUTES}}}", re.VERBOSE)
_ATTRIBUTES = re.compile(rf"<[A-Za-z][^\s/>]*+((?:{_ATTRIBUTE})++)", re.VERBOSE)
_NAMED = re.compile(_ATTRIBUTE, re.VERBOSE)


class LimitExceeded(Exception):
    """A text that asks too much.

    Attributes:
        diagnostic: what it asks, without its place.
        place: where that begins in the text that was looked at, or None.
    """

    def __init__(self, diagnostic: Diagnostic, place: int | None = None):
        super().__init__(diagnostic.message)
        self.diagnostic, self.place = diagnostic, place


class TooSlow(LimitExceeded):
    """A text that took too much time: no other needs to be tried."""


@contextlib.contextmanager
def limited(length: int) -> Iterator[None]:
    """Stop what takes too much time for a text of this length, or nests too deep.

    Raises LimitExceeded: it did.
    """
    try:
        seconds = min(SECONDS + SECONDS_PER_CHARACTER * length, MAXIMUM_SECONDS)
        with _processor_time(seconds):
            yield
    except RecursionError as error:
        raise LimitExceeded(rules.TOO_DEEP()) from error


@contextlib.contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Bound a block's time, the system's for its memory counted too.

    Signals reach the main thread alone: elsewhere there is no bound.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _raise_unbounded)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _raise_unbounded(number: int, frame: FrameType | None) -> None:
    raise TooSlow(rules.TOO_SLOW())


def check_length(text: str) -> None:
    """Refuse a text that Liquid has made too long."""
    if len(text) > MAXIMUM_LENGTH:
        raise LimitExceeded(rules.TOO_LONG(most=MAXIMUM_LENGTH // 1000))


def check_lists(text: str) -> None:
    """Refuse Markdown whose lists are indented in too many ways, before a tree is made of them."""
    indents: set[str] = set()
    for item in _ITEM.finditer(text):
        indents.add(item["indent"])
        if len(indents) > MAXIMUM_LEVELS:
            raise LimitExceeded(rules.TOO_DEEP(), item.start())


def check_tags(html: str) -> None:
    """Refuse HTML in which too many elements are in each other or left open, or a tag is endless.

    Raises LimitExceeded: it is so.
    """
    _check_attributes(html)
    depths: dict[str, int] = {}
    first: dict[str, int] = {}  # of those that are open
    total = 0
    for found in _TAG.finditer(html):
        name = found["name"].lower()
        if name in _NOT_NESTED:
            continue
        depth = depths.get(name, 0)
        change = 1 if not found["end"] else -1 if depth else 0
        if not depth:
            first[name] = found.start()
        depths[name], total = depth + change, total + change
        if total > MAXIMUM_DEPTH or (name in _FORMATTING and depth > MAXIMUM_LEFT_OPEN):
            raise LimitExceeded(rules.TOO_MANY_OPEN_ELEMENTS(name=name[:20]), first[name])


def _check_attributes(html: str) -> None:
    found = _LONG_TAG.search(html)
    if found:
        many = rules.TOO_MANY_ATTRIBUTES(name=found[1][:20], most=MAXIMUM_ATTRIBUTES)
        raise LimitExceeded(many, found.start())
    tags = _ATTRIBUTES.finditer(html)
    if len({name for tag in tags for name in _NAMED.findall(tag[1])}) > MAXIMUM_NAMES:
        raise LimitExceeded(rules.TOO_MANY_NAMES_OF_ATTRIBUTES(most=MAXIMUM_NAMES))


def explained(limit: LimitExceeded, text: str) -> LimitExceeded:
    """Return what a text, or its HTML, asks too much, with its place as it is written."""
    if limit.diagnostic.code in (
        rules.TOO_MANY_CELLS.code,
        rules.TOO_LONG.code,
        rules.SITE_TOO_HEAVY.code,
    ):
        return limit
    try:
        check_tags(text)
    except LimitExceeded as found:
        return found
    forms = (
        (_ENDLESS,) if limit.diagnostic.code == rules.ENDLESS_ELEMENT.code else (_ODD, _INDENTED)
    )
    longest = (max(form.finditer(text), key=lambda it: len(it[0]), default=None) for form in forms)
    odd = next(filter(None, longest), None)
    return LimitExceeded(limit.diagnostic, odd.start() if odd else None)


def check_place(html: str) -> None:
    """Refuse HTML that a browser would not read back as it was written: it would leave its place.

    Some elements have no end (`plaintext`), or none that is seen (`<script><!--<script>`).
    """
    tree = LexborHTMLParser(f"<div>{html}</div><hr>", is_fragment=True)
    top = tree.root
    if [node.tag for node in ([top, *_after(top)] if top else [])] != ["div", "hr"]:
        raise LimitExceeded(rules.ENDLESS_ELEMENT())


def _after(node: LexborNode) -> Iterator[LexborNode]:
    following = node.next
    while following:
        yield following
        following = following.next
