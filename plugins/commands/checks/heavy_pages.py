"""The pages and texts published as they are that ask too much of the machine to be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.diagnostics import Diagnostic
from core.plain_files import read_inside
from jekyll.front_matter.source_positions import line_at
from jekyll.limits import LimitExceeded
from jekyll.loads import MOST_OF_A_COPY, SiteLoad

LONGEST_TEXT = 5_000_000  # bytes of another text: parsed, it takes fifty times as many
# Those that checks read whole.
_TEXTS = tuple(
    """.css .js .csv .tsv .ics .vcf .json .geojson .webmanifest .xml .rss .atom .svg .xhtml .kml
    .gpx .opml .xsl .xslt .txt .vtt""".split()
)


def too_long_texts(output: Path, names: Iterable[str]) -> frozenset[str]:
    """Return which of some files are texts that are too long to be read."""
    texts = (name for name in names if name.lower().endswith(_TEXTS))
    return frozenset(name for name in texts if (output / name).stat().st_size > LONGEST_TEXT)


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
