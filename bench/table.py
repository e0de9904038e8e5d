"""The results as Markdown tables, in French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template

from bench.corpus import PHOTO_PAGES, PHOTOS
from bench.peers import STOCK
from bench.results import FIRST_MEASURES, MEASURES, Figures, Machine, Measure, seconds

_DOCUMENT = Path(__file__).parent / "vitesse.md"
_NONE = "–"


def size_table(count: int, found: Sequence[Figures]) -> str:
    """Return the table of one corpus: a line a program, with its ratio to stock Pelican."""
    return _table(f"{_thousands(count)} articles", MEASURES, found)


def photo_table(found: Sequence[Figures]) -> str:
    """Return the table of the site of photos."""
    title = f"{PHOTO_PAGES} pages et {PHOTOS} photos de 12 mégapixels"
    return _table(title, FIRST_MEASURES, found)


def _table(title: str, measures: Sequence[Measure], found: Sequence[Figures]) -> str:
    stock = next((figures for figures in found if figures.name == STOCK), None)
    lines = [f"### {title}", ""]
    lines += _head(["Programme", *(measure.title for measure in measures)])
    lines += [_line(_cells(figures, stock, measures)) for figures in found]
    return "\n".join(lines)


def _cells(figures: Figures, stock: Figures | None, measures: Sequence[Measure]) -> list[str]:
    name = f"{figures.name} {figures.version}".strip()
    if not figures.version:
        return [name, "absent", *[_NONE] * (len(measures) - 1)]
    cells = [_cell(measure, figures, stock) for measure in measures]
    return [f"{name} (échec)" if figures.failure else name, *cells]


def _cell(measure: Measure, figures: Figures, stock: Figures | None) -> str:
    value = measure.of(figures)
    if value is None:
        return _NONE
    reference = measure.of(stock) if stock else None
    return measure.written(value) + (f" (×{_ratio(value / reference)})" if reference else "")


def _ratio(value: float) -> str:
    return f"{value:.{2 if value < 10 else 0}f}".replace(".", ",")


def phase_table(count: int, whole: float, phases: Mapping[str, float]) -> str:
    """Return where our time goes, the longest first.

    Args:
        count: how many posts.
        whole: seconds in all.
        phases: seconds by phase.
    """
    lines = [f"### Où va notre temps, avec {_thousands(count)} articles", ""]
    lines += _head(["Phase", "Durée", "Part"])
    for phase, lasted in sorted(phases.items(), key=lambda pair: (-pair[1], pair[0])):
        lines.append(
            _line([phase, seconds(lasted), f"{lasted / whole:.0%}".replace("%", "\u00a0%")])
        )
    return "\n".join([*lines, _line(["**En tout**", seconds(whole), "100\u00a0%"])])


def machine_lines(machine: Machine) -> str:
    """Return where and when, as a list."""
    day = f"{machine.day:%d/%m/%Y}"
    load = f"{machine.load:.1f}".replace(".", ",")
    return "\n".join(
        [
            f"- Le {day}, la machine ayant une charge de {load} au départ.",
            f"- Processeur : {machine.processor}, {machine.cores} cœurs ; "
            f"mémoire : {machine.memory / 1e9:.0f}\u00a0Go.",
            f"- {machine.system}.",
        ]
    )


def document(machine: Machine, tables: Sequence[str]) -> str:
    """Return the whole text of `docs/vitesse.md`."""
    text = Template(_DOCUMENT.read_text(encoding="utf-8"))
    return text.substitute(machine=machine_lines(machine), tables="\n\n".join(tables))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _head(titles: Sequence[str]) -> list[str]:
    return [_line(titles), _line(["---", *["--:"] * (len(titles) - 1)])]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
