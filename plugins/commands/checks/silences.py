"""What a site asks not to be told of: rules that its files ignore, and its baseline."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.diagnostics import ContentError, Diagnostic, Diagnostics
from core.diagnostics.catalog import RULES, external
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE
from core.diagnostics.catalog.silences import (
    ACCEPTED_IN_VAIN,
    IMPOSSIBLE_SILENCE,
    UNREADABLE_ACCEPTANCE,
    USELESS_SILENCE,
)
from core.diagnostics.silence import Silences
from jekyll.front_matter import Value, parse_mapping
from jekyll.front_matter.source import decode, read_bytes

# What is found only when other sites are asked.
_ASKED = frozenset(
    rule.code
    for rule in (
        external.OUTSIDE_LINK_IS_GONE,
        external.OUTSIDE_SITE_FAILS,
        external.OUTSIDE_SITE_REFUSES_ROBOTS,
        external.OUTSIDE_SITE_IS_SILENT,
        external.OUTSIDE_LINK_HAS_MOVED,
    )
)


def check_silences(
    silences: Silences, built: Diagnostics, found: Diagnostics, is_external: bool
) -> list[Diagnostic]:
    """Return what is wrong with what the files ask.

    Args:
        built: what the build has found; its errors are reported whatever is asked.
        found: what the check has.
        is_external: other sites were asked whether they answer.
    """
    reported = []
    errors = {error.code for error in built.errors}
    cut = {one.path for one in found.found if one.code == MORE_IN_THIS_FILE.code}
    for path, line, code in silences.unused([*built.silenced, *found.silenced]):
        if code in errors:
            reported.append(IMPOSSIBLE_SILENCE(code=code).at(path, line))
        elif cut and (path == silences.site or path in cut):
            continue  # the search has ended before it could be found
        elif not errors and (is_external or code not in _ASKED):
            reported.append(USELESS_SILENCE(code=code).at(path, line))
    return reported


FILE_NAME = "_verification.yml"
_HEAD = """\
# Ce que « bin/invoke check » sait déjà et ne dit plus : par fichier, les règles et leur nombre.
# Ce fichier est écrit par « bin/invoke check --accepter ». Gardez-le avec les autres.
"""
_PLAIN_KEY = re.compile(r"[^\W\d_][\w./-]*")
_Key = tuple[str, str]  # a file, as messages name it, and the code of a rule


@dataclass(frozen=True)
class _Count:
    most: int
    line: int  # of the baseline


def apply_accepted(
    root: Path, label: str, diagnostics: Diagnostics, required: Collection[Diagnostic]
) -> None:
    """Keep apart what is accepted in a content folder; tell what no longer needs to be.

    What is `required` cannot be accepted: it keeps a page from being built.
    """
    if not (root / FILE_NAME).exists():
        return
    own = f"{label}/{FILE_NAME}"
    accepted = _read(root, label, own, diagnostics)
    counts = _counted(diagnostics.found, required)
    fresh = [one for one in diagnostics.found if not _is_covered(one, accepted, counts, required)]
    diagnostics.silenced += [one for one in diagnostics.found if one not in fresh]
    diagnostics.found[:] = fresh
    if not required:
        for (path, code), count in accepted.items():
            if (now := counts[path, code]) < count.most:
                vain = ACCEPTED_IN_VAIN(code=code, path=path, most=count.most, now=now or "aucune")
                diagnostics.add(vain.at(own, count.line))


def write_accepted(
    root: Path, label: str, diagnostics: Diagnostics, required: Collection[Diagnostic]
) -> int:
    """Write the baseline of a content folder; return how many diagnostics it accepts."""
    counts = _counted(diagnostics.found, required)
    by_file: dict[str, list[str]] = {}
    for (path, code), count in sorted(counts.items()):
        by_file.setdefault(path.removeprefix(f"{label}/"), []).append(f"{code}: {count}")
    lines = []
    for path, rules in by_file.items():
        key = path if _PLAIN_KEY.fullmatch(path) else json.dumps(path, ensure_ascii=False)
        lines.append(f"{key}: {{{', '.join(rules)}}}\n")
    if lines:
        (root / FILE_NAME).write_text(_HEAD + "".join(lines), encoding="utf-8")
    else:
        (root / FILE_NAME).unlink(missing_ok=True)
    return sum(counts.values())


def _is_covered(
    one: Diagnostic,
    accepted: dict[_Key, _Count],
    counts: Counter[_Key],
    required: Collection[Diagnostic],
) -> bool:
    key = (one.path, one.code)
    return one not in required and key in accepted and counts[key] <= accepted[key].most


def _counted(found: list[Diagnostic], required: Collection[Diagnostic]) -> Counter[_Key]:
    """Count, by file and rule, what can be accepted: what a file of the site is wrong with."""
    named = (one for one in found if one.path and not one.path.startswith("-"))
    return Counter((one.path, one.code) for one in named if one not in required)


def _read(root: Path, label: str, own: str, diagnostics: Diagnostics) -> dict[_Key, _Count]:
    try:
        values = parse_mapping(
            decode(read_bytes(root, FILE_NAME, own, diagnostics), own, diagnostics),
            own,
            diagnostics,
        )
    except ContentError:
        return {}  # reported
    accepted = {}
    for name, rules in values.items():
        path = name if name.startswith("/") else f"{label}/{name}"
        for code, value in _rules(rules, name, own, diagnostics):
            accepted[path, code] = _Count(int(str(value.content)), value.line)
    return accepted


def _rules(
    rules: Value, name: str, own: str, diagnostics: Diagnostics
) -> Iterator[tuple[str, Value]]:
    """Give the rules of a file and their counts; tell those that are none."""
    if not isinstance(rules.content, dict):
        diagnostics.add(UNREADABLE_ACCEPTANCE(written=name).at(own, rules.line))
        return
    for code, value in rules.content.items():
        number = value.content
        if code in RULES and isinstance(number, str) and re.fullmatch(r"[1-9]\d{0,5}", number):
            yield code, value
        else:
            diagnostics.add(UNREADABLE_ACCEPTANCE(written=code).at(own, value.line))
