"""What is wrong with a draft, as the page of the editor shows it: it finds the field of a line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from core.diagnostics import ERROR, Diagnostic
from core.diagnostics.catalog.menu import PAGE_WITHOUT_ITS_PLACE

# What is wrong with a key that is not there: the page knows that of a line.
_ASKED = {PAGE_WITHOUT_ITS_PLACE.code: "order"}


def messages_of(
    name: str,
    found: Iterable[Diagnostic],
    label: str,
    known: Collection[Diagnostic] = (),
) -> list[dict[str, Any]]:
    """Return what is wrong with a draft, and with other files by its fault; errors first.

    Args:
        found: what is wrong with the site of drafts.
        label: how messages name the content folder.
        known: what is wrong with the site without drafts.
    """
    path, before = f"{label}/{name}", set(known)
    own = [one for one in found if one.path == path]
    others = [one for one in found if one.path != path and one not in before]
    if not own and not others:  # what keeps the site from being shown is reported in any case
        others = [one for one in found if one.severity == ERROR]
    ordered = [*sorted(own), *sorted(others)]
    return [
        {
            "name": one.path.removeprefix(f"{label}/"),
            "rule": one.code,
            "severity": one.severity,
            "line": one.line,
            "key": _ASKED.get(one.code) if one.path == path else None,
            "message": one.message,
            "hint": one.hint,
        }
        for one in sorted(ordered, key=lambda one: one.severity != ERROR)
    ]


def speaks_of(one: Diagnostic, names: Collection[str]) -> bool:
    """Return whether one of the facts of a diagnostic names a file, from wherever it does."""
    paths = [unquote(re.split("[?#]", fact)[0]) for fact in one.facts.values()]
    said = [[it for it in path.split("/") if it not in ("", ".", "..")] for path in paths]
    return any(_is_end(words, name.split("/")) for words in said for name in names)


def _is_end(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether the shorter of two paths ends the longer."""
    least = min(len(one), len(other))
    return least > 0 and list(one[-least:]) == list(other[-least:])


def renamed(found: Iterable[Diagnostic], label: str, own_label: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a folder as it is said of another, that it stands for."""
    return tuple(
        replace(
            one,
            path=one.path.replace(label, own_label),
            message=one.message.replace(label, own_label),
            hint=one.hint.replace(label, own_label),
            facts={name: fact.replace(label, own_label) for name, fact in one.facts.items()},
        )
        for one in found
    )
