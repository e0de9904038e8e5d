"""The collector: what is wrong with a site, gathered while it is read and built."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.diagnostics.diagnostic import ERROR, WARNING, Diagnostic
from core.diagnostics.silence import Silences


class ContentError(Exception):
    """Raised to give up on one file; its diagnostics have been reported to the collector."""


@dataclass
class Diagnostics:
    """The diagnostics of one build, in the order they were found, each once."""

    found: list[Diagnostic] = field(default_factory=list)
    silenced: list[Diagnostic] = field(default_factory=list)
    _silences: Silences = field(default_factory=Silences, repr=False, compare=False)
    _silenced_severities: tuple[str, ...] = ()
    _seen: set[Diagnostic] = field(default_factory=set, repr=False, compare=False)
    _count: int = field(default=0, repr=False, compare=False)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic, once; apart, when its rule is not to be told of there."""
        if diagnostic in self:
            return
        self._seen.add(diagnostic)
        is_silenced = diagnostic.severity in self._silenced_severities
        if is_silenced and self._silences.covers(diagnostic):
            self.silenced.append(diagnostic)
        else:
            self.found.append(diagnostic)
        self._count = len(self.found)

    def silence(self, silences: Silences, *severities: str) -> None:
        """Keep apart what is not to be told of, of some severities: what was found, and will be."""
        self._silences, self._silenced_severities = silences, severities
        found = list(self.found)
        self.found.clear()
        self._seen.clear()
        self._count = 0
        self.merge(found)

    def __contains__(self, diagnostic: Diagnostic) -> bool:
        """Return whether it has been reported; a list of thousands is not gone through."""
        if self._count != len(self.found):  # something was added to the list itself
            self._seen, self._count = {*self.found, *self.silenced}, len(self.found)
        return diagnostic in self._seen

    def taken(self) -> list[Diagnostic]:
        """Return what was found, for another process."""
        return [*self.found, *self.silenced]

    def merge(self, taken: list[Diagnostic]) -> None:
        """Add what another process found."""
        for diagnostic in taken:
            self.add(diagnostic)

    @property
    def errors(self) -> list[Diagnostic]:
        """Return the errors, sorted by file and line."""
        return sorted(f for f in self.found if f.severity == ERROR)

    @property
    def warnings(self) -> list[Diagnostic]:
        """Return the warnings, sorted by file and line."""
        return sorted(f for f in self.found if f.severity == WARNING)
