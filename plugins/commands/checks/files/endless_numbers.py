"""Numbers of hundreds of digits, in what programs read: no one of them keeps such a number."""

from __future__ import annotations

from collections.abc import Iterator

from commands.checks.files.data_files import data_names
from commands.checks.site import CheckedSite
from core.diagnostics.catalog.data import ENDLESS_NUMBER
from core.plain_files import read_inside
from jekyll.front_matter.numbers import ENDLESS
from jekyll.front_matter.source_positions import line_at

_ENDINGS = (".css", ".csv", ".tsv", ".svg", ".xml", ".json", ".geojson", ".yml", ".yaml")
_PAGES = (".html", ".htm")


def check_endless_numbers(site: CheckedSite) -> None:
    """Warn of the first of each file, unless its line is reported for another reason."""
    told = {(found.path, found.line) for found in site.diagnostics.found}
    for label, text, first, is_markup in _texts(site):
        for found in ENDLESS.finditer(text):
            at = (label, first + line_at(text, found.start()))
            if at not in told and (not is_markup or _is_in_a_tag(text, found.start())):
                site.add(ENDLESS_NUMBER(count=len(found[0])).at(*at))
                break


def _is_in_a_tag(text: str, place: int) -> bool:
    """Return whether a place is in a tag or a reference (`&#233;`): in words, a number is one."""
    return text.rfind("<", 0, place) > text.rfind(">", 0, place) or text.endswith("&#", 0, place)


def _texts(site: CheckedSite) -> Iterator[tuple[str, str, int, bool]]:
    """Give each file that programs read, its text, its first line, whether tags are in it."""
    root = site.site.files.root
    for document in site.site.rendered:
        yield document.source.label, document.source.body, document.source.body_line, True
    named = set(site.site.copied) - site.too_long
    copied = sorted(name for name in named if name.lower().endswith((*_ENDINGS, *_PAGES)))
    for name in (*copied, *data_names(root)):
        try:
            text = read_inside(root, name).decode("utf-8", "replace")
        except OSError:
            continue  # reported
        yield f"{site.site.label}/{name}", text, 1, name.lower().endswith(_PAGES)
