"""What was found, told: for people, and for the machines that show it beside the files."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable
from pathlib import Path

from faults import ERROR, WARNING, Fault, Faults
from site_build.result import count

# Each form takes the faults, and the folder in which the files' names begin, for machines.

MOST_SHOWN = 100  # faults of one file

# GitHub, « Workflow commands »: what a value and a message must escape.
_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_MESSAGE, ":": "%3A", ",": "%2C"}


def as_text(faults: Faults, here: Path) -> str:
    """Return the faults by file, one line each, then their count."""
    lines = []
    for fault in in_order(faults):
        lines.append(str(fault) if fault.severity == ERROR else f"Avertissement : {fault}")
    return "\n".join([*lines, summary(faults)])


def summary(faults: Faults) -> str:
    """Return the last line."""
    errors = count(len(faults.errors), "erreur", "erreurs")
    warnings = count(len(faults.warnings), "avertissement", "avertissements")
    if faults.errors:
        return f"À corriger avant de publier : {errors}, {warnings}."
    return f"Le site peut être publié : {errors}, {warnings}."


def in_order(faults: Faults) -> list[Fault]:
    """Return errors and warnings together, by file and line, an error before a warning.

    Of a file that has very many, the first are shown, and how many more there are.
    """
    ordered = sorted(
        faults.found,
        key=lambda f: (f.path.startswith("/"), f.path, f.line, f.severity != ERROR, f.message),
    )
    shown = []
    for _, group in itertools.groupby(ordered, key=lambda f: f.path):
        of_file = list(group)
        shown += of_file[:MOST_SHOWN]
        if more := of_file[MOST_SHOWN:]:
            shown.append(_not_shown(more))
    return shown


def _not_shown(more: list[Fault]) -> Fault:
    """Return the fault that stands for those of a file that are not shown."""
    words = ("autre défaut n'est pas montré", "autres défauts ne sont pas montrés")
    severity = ERROR if any(fault.severity == ERROR for fault in more) else WARNING
    cure = "Corrigez d'abord ceux-ci, puis recommencez."
    return Fault(more[0].path, 0, count(len(more), *words), cure, severity)


def as_json(faults: Faults, here: Path) -> str:
    """Return one JSON object."""
    told = [{**fault.as_dict(), "text": str(fault)} for fault in in_order(faults)]
    report = {"ok": not faults.errors, "summary": summary(faults), "faults": told}
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_github(faults: Faults, here: Path) -> str:
    """Return GitHub's workflow commands, which it shows on the lines of the files."""
    lines = []
    for fault in in_order(faults):
        path = _file(fault, here)
        place = [("file", path)] if path else []
        place += [("line", str(fault.line))] if fault.line and place else []
        properties = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in place)
        words = _words(fault) if place else str(fault)
        command = f"::{fault.severity} {properties}".rstrip()
        lines.append(f"{command}::{_escaped(words, _MESSAGE)}")
    return "\n".join([*lines, summary(faults)])


def as_gitlab(faults: Faults, here: Path) -> str:
    """Return GitLab's code-quality report (GitLab, « Code Quality », report format).

    Each entry needs a path, a line and a fingerprint, which does not change when lines move.
    """
    entries, seen = [], {}
    for fault in in_order(faults):
        path = _file(fault, here)
        key = f"{fault.path}\0{fault.message}"
        seen[key] = seen.get(key, 0) + 1
        entries.append(
            {
                "description": _words(fault) if path else str(fault),
                "check_name": "verification",
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest(),
                "severity": "major" if fault.severity == ERROR else "minor",
                "location": {
                    "path": path or "content",
                    "lines": {"begin": max(fault.line, 1)},
                },
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Faults, Path], str]] = {
    "texte": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


def _file(fault: Fault, here: Path) -> str:
    """Return the file of a fault as hosts know it, from the root of what they hold.

    It is "" for a fault of an address that no file makes, of an option, or of the whole.
    """
    path = Path(fault.path)
    if path.is_absolute():
        is_inside = path.exists() and path.is_relative_to(here)
        return path.relative_to(here).as_posix() if is_inside else str(path) * path.exists()
    return "" if fault.path.startswith("-") else fault.path


def _words(fault: Fault) -> str:
    return str(Fault("", 0, fault.message, fault.cure))


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
