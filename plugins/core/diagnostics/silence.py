"""The rules that a file, or the whole site, asks not to be told of, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from core.diagnostics.diagnostic import Diagnostic


@dataclass(frozen=True)
class Silence:
    """What one file asks."""

    codes: Mapping[str, int]  # of each rule, and the line of the file that names it
    reason: str


@dataclass(frozen=True)
class Silences:
    """What the files of a site ask."""

    site: str = ""  # the file that speaks for the whole site
    # What each file asks, by its name in messages.
    by_path: Mapping[str, Silence] = field(default_factory=dict)

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Return whether a diagnostic is not to be reported."""
        asked = (self.by_path.get(path) for path in (self.site, diagnostic.path))
        return any(diagnostic.code in one.codes for one in asked if one)

    def unused(self, silenced: Iterable[Diagnostic]) -> Iterator[tuple[str, int, str]]:
        """Give the path, the line and the code of each silence that was asked for in vain."""
        of_files = {(diagnostic.path, diagnostic.code) for diagnostic in silenced}
        of_site = {code for _, code in of_files}
        for path, asked in self.by_path.items():
            for code, line in asked.codes.items():
                is_used = code in of_site if path == self.site else (path, code) in of_files
                if not is_used:
                    yield path, line, code
