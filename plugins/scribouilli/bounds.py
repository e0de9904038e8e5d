"""Bounds on what one text may ask of the machine: no text can keep a build busy, nor fill memory.

Converters of Markdown and HTML parsers are quick on what people write, and quadratic, or worse, on
some texts that nobody writes (`[[[[…`). Sizes bound the rest: see `front_matter.source`.
"""

from __future__ import annotations

import contextlib
import re
import signal
import threading
from collections.abc import Iterator
from types import FrameType

MAXIMUM_LENGTH = 1_000_000  # characters, once its Liquid is carried out
# Seconds of the processor, far more than any page takes on a slow machine (10 µs a character).
SECONDS = 2.0
SECONDS_PER_CHARACTER = 20e-6
# A browser opens again, in each block, what is left open (HTML, « reconstruct the active
# formatting elements »): a thousand left open in a thousand blocks are a million elements.
MAXIMUM_LEFT_OPEN = 100
_FORMATTING = re.compile(
    r"<(?P<end>/?)(?P<name>a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])",
    re.IGNORECASE,
)


class Unbounded(Exception):
    """A text that asks too much: the fault and its cure."""

    def __init__(self, message: str, cure: str):
        super().__init__(message)
        self.message, self.cure = message, cure


@contextlib.contextmanager
def bounded(length: int) -> Iterator[None]:
    """Stop what takes too much time for a text of this length, or nests too deep.

    Raises:
        Unbounded: it did.
    """
    try:
        with _processor_time(SECONDS + SECONDS_PER_CHARACTER * length):
            yield
    except RecursionError as error:
        cure = "Simplifiez ses listes et ses citations."
        raise Unbounded("ce texte a trop de niveaux imbriqués", cure) from error


@contextlib.contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Bound a block's time; signals reach the main thread alone: elsewhere there is no bound."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _raise_unbounded)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _raise_unbounded(number: int, frame: FrameType | None) -> None:
    raise Unbounded(
        "ce texte demande trop de temps à mettre en page",
        "Retirez-en les suites anormales de signes (« [[[[ », « <<<< »…), ou coupez-le en deux.",
    )


def check_length(text: str) -> None:
    """Refuse a text that Liquid has made too long."""
    if len(text) > MAXIMUM_LENGTH:
        message = f"ce texte est démesuré : plus de {MAXIMUM_LENGTH} caractères"
        raise Unbounded(message, "Coupez-le en plusieurs pages.")


def check_left_open(html: str) -> None:
    """Refuse HTML in which too many formatting elements are left open."""
    depths: dict[str, int] = {}
    for found in _FORMATTING.finditer(html):
        name = found["name"].lower()
        depths[name] = max(0, depths.get(name, 0) + (-1 if found["end"] else 1))
        if depths[name] > MAXIMUM_LEFT_OPEN:
            message = f"plus de {MAXIMUM_LEFT_OPEN} balises « <{name}> » ne sont pas refermées"
            raise Unbounded(message, f"Ajoutez « </{name}> » après chacune.")
