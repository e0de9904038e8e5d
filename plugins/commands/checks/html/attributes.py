"""What is wrong with the attributes of a tag: how they are quoted, named, and what they hold."""

from __future__ import annotations

from functools import lru_cache

from commands.checks.html.names import (
    is_unknown,
    name_diagnostics,
    needed_diagnostics,
    quotes_diagnostics,
)
from commands.checks.html.values import value_diagnostics
from commands.checks.lines import short
from core.diagnostics import Diagnostic


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
        attributes: its attributes, as often as they are written.
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
