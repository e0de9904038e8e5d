"""What our tasks tell the plugins of a run, beside Pelican's own settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from faults import Faults
from scribouilli.readings import Readings

KEY = "RUN_OPTIONS"


@dataclass
class RunOptions:
    """How one run goes.

    Attributes:
        label: how messages name the content folder.
        faults: the collector of all that is wrong.
        readings: spares files that are the same as before.
        is_pelican_s_own: Pelican's own command runs: what is wrong goes to its log.
    """

    label: str
    faults: Faults = field(default_factory=Faults)
    readings: Readings | None = None
    is_pelican_s_own: bool = False


def run_options(settings: Mapping[str, Any]) -> RunOptions:
    """Return the options of the run of Pelican's settings."""
    given = settings.get(KEY)
    return given or RunOptions(Path(settings["PATH"]).name, is_pelican_s_own=True)
