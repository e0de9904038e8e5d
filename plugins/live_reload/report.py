"""What the process that holds the site tells of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from faults import ERROR, Fault

UNEXPECTED = "La construction s'est arrêtée de façon inattendue."


@dataclass(frozen=True)
class BuildReport:
    """The state of the site.

    Attributes:
        ok: whether it can be shown.
        summary: one line in French.
        base_path: "" or "/sous-dossier", the path under which the site will be published.
        faults: what is wrong, errors and warnings.
        version: changes when, and only when, the site does.
        trace: the last words of a process that ended without telling its faults.
        until: when the same content gives another site, in seconds since 1970.
    """

    ok: bool
    summary: str
    base_path: str = ""
    faults: tuple[Fault, ...] = ()
    trace: str = ""
    version: str = ""
    until: float = math.inf

    @property
    def errors(self) -> tuple[Fault, ...]:
        """Return the faults that stopped the build."""
        return tuple(fault for fault in self.faults if fault.severity == ERROR)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """Return the faults that are only told."""
        return tuple(fault for fault in self.faults if fault.severity != ERROR)


def read_report(told: dict) -> BuildReport:
    """Return the report that a frame holds; raise ValueError when it holds none."""
    try:
        return BuildReport(
            ok=told["ok"] is True,
            summary=str(told["summary"]),
            base_path=_base_path(told.get("base_path") or ""),
            faults=tuple(_fault(fields) for fields in told.get("faults", [])),
            version=str(told.get("version") or ""),
            until=float(told.get("until") or math.inf),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a report: {error!r}") from error


def unexpected(trace: str) -> BuildReport:
    """Return the report of a process that ended without one."""
    return BuildReport(ok=False, summary=UNEXPECTED, trace=trace)


def _base_path(path: str) -> str:
    bare = path.strip("/")
    return f"/{bare}" if bare else ""


def _fault(fields: dict) -> Fault:
    return Fault(
        path=fields.get("path") or "",
        line=int(fields.get("line") or 0),
        message=fields["message"],
        cure=fields.get("cure") or "",
        severity=fields.get("severity", ERROR),
    )
