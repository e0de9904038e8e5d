"""What was found, told: for people, and for the machines that show it beside the files."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.diagnostics import ERROR, WARNING, Diagnostic, Diagnostics
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE
from core.french.numbers import grouped
from site_build.result import count

# Each form takes the diagnostics, and the folder in which the files' names begin, for machines.

MOST_SHOWN = 100  # diagnostics of one file

# GitHub, « Workflow commands »: what a value and a message must escape.
_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_MESSAGE, ":": "%3A", ",": "%2C"}


def as_text(diagnostics: Diagnostics, here: Path) -> str:
    """Return the diagnostics by file, one line each, then their count."""
    lines = [diagnostic.as_line() for diagnostic in in_order(diagnostics)]
    return "\n".join([*lines, summary(diagnostics)])


def summary(diagnostics: Diagnostics) -> str:
    """Return the last line."""
    errors = _counted(diagnostics.errors, "erreur", "erreurs")
    warnings = _counted(diagnostics.warnings, "avertissement", "avertissements")
    if diagnostics.silenced:
        warnings += f" ({count(len(diagnostics.silenced), 'ignoré', 'ignorés')})"
    if diagnostics.errors:
        return f"À corriger avant de publier : {errors}, {warnings}."
    return f"Le site peut être publié : {errors}, {warnings}."


def _counted(found: list[Diagnostic], one: str, many: str) -> str:
    """Return a count in words; where the search has ended early, there are more."""
    whole = [diagnostic for diagnostic in found if not _is_more(diagnostic)]
    return ("plus de " if len(whole) < len(found) else "") + count(len(whole), one, many)


def _is_more(diagnostic: Diagnostic) -> bool:
    return diagnostic.code == MORE_IN_THIS_FILE.code


def in_order(diagnostics: Diagnostics) -> list[Diagnostic]:
    """Return errors and warnings together, by file and line, an error before a warning.

    Of a file that has very many, the first are shown, and how many more there are.
    """
    ordered = sorted(
        diagnostics.found,
        key=lambda f: (f.path.startswith("/"), f.path, f.line, f.severity != ERROR, f.message),
    )
    shown = []
    for _, group in itertools.groupby(ordered, key=lambda f: f.path):
        all_of_file = list(group)
        uncounted = [one for one in all_of_file if _is_more(one)]
        of_file = [one for one in all_of_file if not _is_more(one)]
        most = MOST_SHOWN if len(of_file) > MOST_SHOWN + 1 or uncounted else len(of_file)
        shown += of_file[:most]
        if uncounted or of_file[most:]:
            shown.append(_not_shown(of_file[most:], uncounted))
    return shown


def _not_shown(left: list[Diagnostic], uncounted: list[Diagnostic]) -> Diagnostic:
    """Return the fault that stands for those of a file that are not shown."""
    not_shown = [*left, *uncounted]
    severity = ERROR if any(one.severity == ERROR for one in not_shown) else WARNING
    words = f"{grouped(len(left))} autres" if left else "d'autres"
    more = f"plus de {words}" if left and uncounted else words
    return MORE_IN_THIS_FILE(more=more).with_severity(severity).at(not_shown[0].path)


def as_json(diagnostics: Diagnostics, here: Path) -> str:
    """Return one JSON object."""
    reported = [
        {**diagnostic.as_dict(), "text": str(diagnostic)} for diagnostic in in_order(diagnostics)
    ]
    report = {
        "ok": not diagnostics.errors,
        "summary": summary(diagnostics),
        "diagnostics": reported,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_github(diagnostics: Diagnostics, here: Path) -> str:
    """Return GitHub's workflow commands, which it shows on the lines of the files."""
    lines = []
    for diagnostic in in_order(diagnostics):
        path = _file(diagnostic, here)
        reported = {"file": path, "line": path and diagnostic.line, "title": diagnostic.code}
        properties = ",".join(
            f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in reported.items() if value
        )
        words = _words(diagnostic) if path else str(diagnostic)
        command = f"::{diagnostic.severity} {properties}".rstrip()
        lines.append(f"{command}::{_escaped(words, _MESSAGE)}")
    return "\n".join([*lines, summary(diagnostics)])


def as_gitlab(diagnostics: Diagnostics, here: Path) -> str:
    """Return GitLab's code-quality report (GitLab, « Code Quality », report format).

    Each entry needs a path, a line and a fingerprint, which does not change when lines move: the
    message tells the diagnostics of a file apart, where a code would only give them ranks, which
    change with each that is mended or moved.
    """
    entries: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    for diagnostic in in_order(diagnostics):
        path = _file(diagnostic, here)
        key = f"{diagnostic.path}\0{diagnostic.message}"
        seen[key] = seen.get(key, 0) + 1
        entries.append(
            {
                "description": _words(diagnostic) if path else str(diagnostic),
                "check_name": diagnostic.code,
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest(),
                "severity": "major" if diagnostic.severity == ERROR else "minor",
                "location": {
                    "path": path or "content",
                    "lines": {"begin": max(diagnostic.line, 1)},
                },
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Diagnostics, Path], str]] = {
    "texte": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


def _file(diagnostic: Diagnostic, here: Path) -> str:
    """Return the file of a fault as hosts know it, from the root of what they hold.

    It is "" for a fault of an address that no file makes, of an option, or of the whole.
    """
    path = Path(diagnostic.path)
    if path.is_absolute():
        is_inside = path.exists() and path.is_relative_to(here)
        return path.relative_to(here).as_posix() if is_inside else str(path) * path.exists()
    return "" if diagnostic.path.startswith("-") else diagnostic.path


def _words(diagnostic: Diagnostic) -> str:
    return str(diagnostic.at(""))


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
