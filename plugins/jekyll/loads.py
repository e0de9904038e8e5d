"""How much work the texts of one site may ask for together, counted before any is rendered.

`limits.py` bounds each text; ten that stay just below its bounds would still keep a machine busy.
What takes long is counted by its signs, the same everywhere: tags, attributes unlike those before,
links, marks, blocks and attribute lists of Markdown, quotations and lists in each other on a line,
lines, straight quotes, character references, comments, and the rules of `<style>`. What a page has
below `LIGHT` is free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.diagnostics.catalog.limits import SITE_TOO_HEAVY, TOO_LONG, TOO_MANY_CELLS
from jekyll.front_matter.source_positions import without_code
from jekyll.limits import LimitExceeded, check_tags

LIGHT = 5000  # signs of a text that are not counted: ten thousand words have a few hundred
MAXIMUM_LOAD = 25_000  # signs above, of all texts: of a table of two thousand rows by ten
MAXIMUM_CELLS = 100_000  # of the tables of a page: each row has as many as the heading
_ROWS = re.compile(r"(?:^[^|\n]*+\|.*\n?)+", re.MULTILINE)  # lines that hold a border
MOST_OF_A_COPY = 10_000_000  # characters of a page published as it is: pictures may be in it
_SIGN = re.compile(
    r"""<script\b .*? (?:</script|\Z)
    | <style\b [^<>]*+ > (?P<css>.*?) (?:</style|\Z)
    | (?P<tag><[a-z][^\s/<>]*+) (?P<attributes>[^<>]*+)
    | (?P<link>\][(\[:])
    | (?<=\n)[ \t]*+ (?P<nested>(?:(?:>|(?:[*+-]|\d{1,9}\.)[ \t])[ \t]*+){2,}+)
    | (?P<block>(?<=\n)[ \t]*+ (?:\#{1,6}|[:*+-]|\d{1,9}\.)[ \t] | (?<=\n)(?:=++|-++)[ \t]*+\n
        | (?<=\S)(?:[ ]{2,}|\\\\)(?=\n))
    | (?P<list>\{:[^{}\n]*+)
    | (?P<small>\n(?!\n) | ["'] | &(?=[\w\#]))
    | [*~`\[|]++ | \${2,}+ | (?<!\w)_++ | _++(?!\w)   # not the « _ » within a name""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_MARK = re.compile(r"[>*+-]|\d+")  # of a quotation, or of an item, in each other
_FIRST_SIGNS = "<*_~`$[]|{;>+-.\n\"'&"
_CHOICES = re.compile("(?i)srcset")
# A book has tens of thousands of lines and of apostrophes; a line may be a paragraph.
_SMALL = {"\n": 0.1, '"': 0.3, "'": 0.1, "&": 0.08}
# `without_code` leaves none to be found among the signs.
_COMMENT, _OF_A_COMMENT = "<!--", 0.5


class SiteLoad:
    """What the heavy texts of a site ask for, in the order in which they were first read."""

    def __init__(self) -> None:
        self._heavy: dict[str, tuple[int, int]] = {}

    def take(self, name: str, text: str, is_markdown: bool) -> None:
        """Count what a text asks for, instead of what it asked for before."""
        found = _load(text, is_markdown) if _may_be_heavy(text) else (0, 0)
        if found[0] > LIGHT:
            self._heavy[name] = found
        else:
            self._heavy.pop(name, None)

    def check_copy(self, name: str, html: str) -> None:
        """Refuse a page that is published as it is, before it is parsed, as texts are.

        Raises LimitExceeded: it asks too much.
        """
        if len(html) > MOST_OF_A_COPY:
            raise LimitExceeded(TOO_LONG(most=MOST_OF_A_COPY // 1000))
        check_tags(html)
        self.take(name, html, is_markdown=False)
        self.check(name)

    def check(self, name: str) -> None:
        """Refuse a text for which those before it leave too little.

        Raises LimitExceeded: it is so.
        """
        if name not in self._heavy:
            return
        total = 0
        for one, (load, place) in self._heavy.items():
            is_refused = total + load - LIGHT > MAXIMUM_LOAD
            total += 0 if is_refused else load - LIGHT
            if one == name and is_refused:
                raise LimitExceeded(
                    SITE_TOO_HEAVY(count=load, light=LIGHT, most=MAXIMUM_LOAD), place
                )


def check_tables(text: str) -> None:
    """Refuse Markdown whose tables have too many cells, empty ones included."""
    is_small = text.count("|") * text.count("\n") < MAXIMUM_CELLS
    if is_small or _large_table(text) is None:
        return
    if (place := _large_table(without_code(text))) is not None:
        raise LimitExceeded(TOO_MANY_CELLS(most=MAXIMUM_CELLS), place)


def _large_table(text: str) -> int | None:
    """Return where a table has one cell too many: each row is given as many as the longest has."""
    cells = 0
    for table in _ROWS.finditer(text):
        rows = table[0].splitlines()
        cells += len(rows) * (max(row.count("|") for row in rows) + 1)
        if cells > MAXIMUM_CELLS:
            return table.start()
    return None


def _may_be_heavy(text: str) -> bool:
    """Return whether a text has as many signs as that takes: it is seldom so, and quickly seen."""
    return len(text) > LIGHT and 3 * sum(map(text.count, _FIRST_SIGNS)) > LIGHT


def _load(text: str, is_markdown: bool) -> tuple[int, int]:
    """Return how many signs a text has, and the place of the first of those above `LIGHT`."""
    total, place = _OF_A_COMMENT * text.count(_COMMENT) if is_markdown else 0.0, 0
    for at, weight in _weights(without_code(text) if is_markdown else text, is_markdown):
        place = at if total <= LIGHT else place
        total += weight
    return int(total), place


def _weights(text: str, is_markdown: bool) -> Iterator[tuple[int, float]]:
    """Yield the place and the weight of each sign: those of Markdown go in pairs."""
    seen: set[str] = set()
    for found in _SIGN.finditer(text):
        if found["css"]:
            yield found.start(), found["css"].count("{") + found["css"].count(";")
        elif found["tag"]:
            is_new = found["attributes"] not in seen and found["attributes"].strip(" /") != ""
            seen.add(found["attributes"])
            images = found["attributes"].count(",") if _CHOICES.search(found["attributes"]) else 0
            yield found.start(), 1 + is_new + images
        elif is_markdown and found["list"]:
            yield found.start(), 1 + found["list"].count(" ")
        elif is_markdown and found["small"]:
            yield found.start(), _SMALL[found["small"]]
        elif is_markdown and found["block"]:
            yield found.start(), 1 + ("#" in found["block"])
        elif is_markdown and found["nested"]:
            yield found.start(), len(_MARK.findall(found["nested"])) - 1
        elif is_markdown and found[0][0] != "<":
            yield found.start(), 2 if found["link"] else 0.5
