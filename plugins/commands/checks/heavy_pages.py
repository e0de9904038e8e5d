"""The pages published as they are that ask too much of the machine to be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.diagnostics import Diagnostic
from core.plain_files import read_inside
from jekyll.front_matter.source_positions import line_at
from jekyll.limits import LimitExceeded
from jekyll.loads import MOST_OF_A_COPY, SiteLoad


def heavy_pages(output: Path, names: Iterable[str], loads: SiteLoad) -> dict[str, Diagnostic]:
    """Return what each of some pages asks too much, by file."""
    found = {}
    for name in names:
        html = read_inside(output, name, MOST_OF_A_COPY + 1).decode("utf-8", "replace")
        try:
            loads.check_copy(name, html)
        except LimitExceeded as asked:
            line = 1 + line_at(html, asked.place) if asked.place is not None else 0
            found[name] = asked.diagnostic.at("", line)
    return found
