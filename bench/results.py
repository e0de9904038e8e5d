"""What a run found, as data."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bench.measure import Cost, median


@dataclass
class Figures:
    """What one program took with one corpus; nothing where it is absent or failed.

    Attributes:
        name, version: of the program; no version when it is absent.
        first: the build ever first, its images to be made too.
        cold: each build from nothing but its images.
        again: each build right after it, into the same output.
        saved, titled: seconds from each save, of the text or of the title, to the page served.
        failure: its last words, when it failed.
    """

    name: str
    version: str
    first: list[Cost] = field(default_factory=list)
    cold: list[Cost] = field(default_factory=list)
    again: list[Cost] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)
    titled: list[float] = field(default_factory=list)
    failure: str = ""


@dataclass(frozen=True)
class Measure:
    """A column of the tables: its title, its figure (None without one), how it is written."""

    title: str
    of: Callable[[Figures], float | None]
    written: Callable[[float], str]


@dataclass(frozen=True)
class Machine:
    """Where and when a run was made: for the reader, who compares within a run only."""

    processor: str
    cores: int
    memory: int
    system: str
    load: float
    day: date


def this_machine() -> Machine:
    """Return the machine, its load in the last minute, and the day."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    system = f"{platform.system()} {platform.release().split('-')[0]}, Python "
    return Machine(
        _processor(),
        os.cpu_count() or 1,
        pages,
        system + platform.python_version(),
        os.getloadavg()[0],
        date.today(),
    )


def _processor() -> str:
    """Return the model of the processor, as Linux tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return next(iter(models), platform.machine())


def seconds(value: float) -> str:
    """Return a duration in French: « 58 ms », « 1,24 s », « 12,4 s »."""
    if value < 1:
        return f"{value * 1000:.0f}\u00a0ms"
    return f"{value:.{2 if value < 10 else 1}f}\u00a0s".replace(".", ",")


def megabytes(value: float) -> str:
    """Return a size in French: « 61 Mo »."""
    return f"{value / 1e6:.0f}\u00a0Mo"


def _middle(lasted: list[float]) -> float | None:
    return statistics.median(lasted) if lasted else None


MEASURES = (
    Measure("La première", lambda it: it.first[0].seconds if it.first else None, seconds),
    Measure("À froid", lambda it: median(it.cold).seconds if it.cold else None, seconds),
    Measure("Rien n'a changé", lambda it: median(it.again).seconds if it.again else None, seconds),
    Measure("Un texte enregistré", lambda it: _middle(it.saved), seconds),
    Measure("Un titre enregistré", lambda it: _middle(it.titled), seconds),
    Measure("Mémoire", lambda it: median(it.cold).memory if it.cold else None, megabytes),
    Measure("Processeur", lambda it: median(it.cold).processor if it.cold else None, seconds),
)
# Of a site that is built but once.
FIRST_MEASURES = (
    MEASURES[0],
    Measure("Mémoire", lambda it: it.first[0].memory if it.first else None, megabytes),
    Measure("Processeur", lambda it: it.first[0].processor if it.first else None, seconds),
)
