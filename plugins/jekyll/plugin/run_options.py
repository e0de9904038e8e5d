"""What our tasks tell the plugins of a run, beside Pelican's own settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.diagnostics import Diagnostics
from jekyll.reading.parse_cache import ParseCache

KEY = "RUN_OPTIONS"


@dataclass
class RunOptions:
    """How one run goes.

    Attributes:
        label: how messages name the content folder.
        diagnostics: the collector of all that is wrong.
        readings: spares files that are the same as before.
        is_pelican_s_own: Pelican's own command runs: what is wrong goes to its log.
        given: the settings that reading the site changes, as they were given.
        runs: how many have begun.
        has_failed: the last of them has not come to its end.
    """

    label: str
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    parse_cache: ParseCache | None = None
    is_pelican_s_own: bool = False
    given: dict[str, Any] = field(default_factory=dict, repr=False)
    runs: int = 0
    has_failed: bool = False


def run_options(settings: dict[str, Any]) -> RunOptions:
    """Return the options of the run of Pelican's settings."""
    options: RunOptions | None = settings.get(KEY)
    if options is None:
        options = settings[KEY] = RunOptions(Path(settings["PATH"]).name, is_pelican_s_own=True)
    return options
