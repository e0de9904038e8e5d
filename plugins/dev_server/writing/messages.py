"""What is wrong with a draft, as the page of the editor shows it: beside the field it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from core.diagnostics import ERROR, ContentError, Diagnostic, Diagnostics
from core.diagnostics.catalog.menu import PAGE_WITHOUT_ITS_PLACE
from jekyll.front_matter.moment_forms import EXPECTED, EXPECTED_IN_FORM
from jekyll.front_matter.source import split_source

# What is wrong with a key that is not there, or with what stands on no line of its own.
_ASKED = {PAGE_WITHOUT_ITS_PLACE.code: "order"}
_KEY = re.compile(r"""(?P<mark>["']?)(?P<key>[^\s"'#:-][^"'#:]*?)(?P=mark)[ \t]*:(?:\s|$)""")


def messages_of(
    name: str,
    text: str,
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
    if not own and not others:  # what keeps the site from being shown is told in any case
        others = [one for one in found if one.severity == ERROR]
    keys = keys_by_line(text)
    ordered = [*sorted(own), *sorted(others)]
    return [
        {
            "name": one.path.removeprefix(f"{label}/"),
            "rule": one.code,
            "severity": one.severity,
            "line": one.line,
            "key": _ASKED.get(one.code) or keys.get(one.line) if one.path == path else None,
            "message": one.message,
            "hint": one.hint.replace(EXPECTED, EXPECTED_IN_FORM),
        }
        for one in sorted(ordered, key=lambda one: one.severity != ERROR)
    ]


def keys_by_line(text: str) -> dict[int, str]:
    r"""Return the key of the front matter that each line belongs to, by 1-based lines.

    >>> keys_by_line("---\ntitle: A\ndates:\n  - debut: 3\n---\nfin: 2\n")
    {2: 'title', 3: 'dates', 4: 'dates'}
    """
    try:
        unix = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        front = split_source(unix, "", Diagnostics()).front or ""
    except ContentError:
        return {}
    keys: dict[int, str] = {}
    key = None
    for number, line in enumerate(front.splitlines(), 2):
        found = _KEY.match(line)
        key = found["key"] if found else key
        if key and line.strip() and not line.startswith("#"):
            keys[number] = key
    return keys


def renamed(found: Iterable[Diagnostic], label: str, own_label: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a folder as it is said of another, that it stands for."""
    return tuple(
        replace(
            one,
            path=one.path.replace(label, own_label),
            message=one.message.replace(label, own_label),
            hint=one.hint.replace(label, own_label),
        )
        for one in found
    )
