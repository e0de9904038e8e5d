"""What the process that holds the site tells of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from core.diagnostics import ERROR, Diagnostic


@dataclass(frozen=True)
class BuildReport:
    """The state of the site."""

    ok: bool  # whether it can be shown
    summary: str  # one line in French
    base_path: str = ""  # "" or "/sous-dossier", the path under which the site will be published
    diagnostics: tuple[Diagnostic, ...] = ()  # what is wrong, errors and warnings
    trace: str = ""  # the last words of a process that ended without telling its diagnostics
    is_told: bool = True  # else that process said nothing of the site
    version: str = ""  # changes when, and only when, the site does
    until: float = math.inf  # when the same content gives another site, in seconds since 1970

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that stopped the build."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity == ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that are only told."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity != ERROR)


def read_report(reported: dict[str, Any]) -> BuildReport:
    """Return the report that a frame holds; raise ValueError when it holds none."""
    try:
        return BuildReport(
            ok=reported["ok"] is True,
            summary=str(reported["summary"]),
            base_path=_base_path(reported.get("base_path") or ""),
            diagnostics=tuple(_diagnostic(fields) for fields in reported.get("diagnostics", [])),
            version=str(reported.get("version") or ""),
            until=float(reported.get("until") or math.inf),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a report: {error!r}") from error


def unexpected(trace: str) -> BuildReport:
    """Return the report of a process that ended without one."""
    summary = "La construction s'est arrêtée de façon inattendue."
    return BuildReport(ok=False, summary=summary, trace=trace, is_told=False)


def _base_path(path: str) -> str:
    bare = path.strip("/")
    return f"/{bare}" if bare else ""


def _diagnostic(fields: dict[str, Any]) -> Diagnostic:
    return Diagnostic(
        path=fields.get("path") or "",
        line=int(fields.get("line") or 0),
        message=fields["message"],
        hint=fields.get("hint") or "",
        severity=fields.get("severity", ERROR),
        code=fields.get("code") or "",
        facts=fields.get("facts") or {},
    )
