"""Headings, lists, tables, code and comments that are none by a typo, or that hold nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from core.diagnostics import Diagnostic
from core.diagnostics.catalog import typos as rules
from core.diagnostics.catalog.pages import EMPTY_SECTION
from core.diagnostics.catalog.typos import CELL_TOO_MANY

_MOST = 1000  # of each, looked for in one text
_Found = Iterator[tuple[int, str, str, Diagnostic]]

_HEADING = re.compile(
    r"^(?:(?P<signs>#{1,6})(?P<words>[^\W\d_][^\n]*)|(?P<before> {1,3})(?P<later>#{1,6}) [^\n]+)$",
    re.MULTILINE,
)
BULLETS = "•·‣◦▪●→➔➜➢➤►▶✓✔§\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0e0"  # Word's own at the end
_NUMBER = r"\((?:\d{1,3}|[a-z])\)[ \t]|(?:[a-z]|[ivx]{2,4})[.)][ \t]|" + (
    r"\d{1,3}(?:\)[ \t]*+\S|\.[^\W\d_]| \.[ \t]|[ \t]?[°/-][ \t]++[^\W\d_])"
)
_DASH = r"(?:[–—]|--)[ \t\u00a0\u202f]"
_ITEM = rf"(?:[-*+][^\W\d_]|[{BULLETS}]|o[ \t]|\\[-*+][ \t]|{_DASH}|{_NUMBER})[^\n]*"
_LIST = re.compile(rf"^(?P<first>{_ITEM})(?<!  )(?<!\\)\n(?:{_ITEM}(?:\n|\Z))+", re.MULTILINE)
_GLUED = re.compile(r"^(?P<sign>[-*+])[ \t][^\n]*\n(?P<item>(?P=sign)[^\W\d_][^\n]*)", re.MULTILINE)
_MARKS = f"-*+{BULLETS})–—.°/"
_FENCE = re.compile(r"^[ >]*+(?P<signs>`{3,}+|~{3,}+)(?![^\n~]*~~~)", re.MULTILINE)
_UNDERLINE = re.compile(r"\S\n~{3,}[ \t]*(?:\n|\Z)")
_AS_A_TITLE = (
    "Pour un titre, écrivez « ## » et une espace devant la ligne d'avant, sans ces signes."
)
# What parts the heading of a table from its rows; with the dashes of a text too.
_RULE = re.compile(r"^[ \t]*+[|:–—-][-–—| :\t]*+$", re.MULTILINE)
# Rows of a spreadsheet, whose cells tabulations part; the frame that some editors draw.
_CELLS = re.compile(
    r"^(?:[^\W\d_][^\n\t|]*+\t[ \t]*+\S[^\n]*+\n){2,}+|^\+(?:[-=]{2,}\+)+[ \t]*$", re.MULTILINE
)
_ROW_FURTHER_DOWN = re.compile(r"\n(?:[ \t]*\n)+[ \t]*\|")
_AS_A_TABLE = "Écrivez | Jour | Heure |, dessous |---|---|, puis | … | … | pour chaque ligne."
# A row that a line's end cuts in the middle of a cell.
_ROW_CUT = re.compile(
    r"^(?P<row>\|[^\n]*[^|\s\\])[ \t]*\n[ \t]*[^|\s][^\n|]*\|[ \t]*$", re.MULTILINE
)
_DASHES = "Écrivez des « - » sous les titres des colonnes, et non des « {dash} »."
# A line with words before its first « | ».
_ONE_ROW = re.compile(
    r"^[ >]*+(?:[-*+][ \t]++|\d{1,3}\.[ \t]++)?+(?P<row>(?P<first>[^\n|]++)\|[^\n]*+)$",
    re.MULTILINE,
)
_CUT_LINK = re.compile(r"<https?://[^>\n]*$|\[[^\]\n]*$|\]\([^)\n]*$")
_NOT_SHOWN = re.compile(r"\]\([^)\n]{0,1000}\)|<[^<>\n]{1,1000}>|\{:[^}\n]{0,1000}\}")
_NUMBERED = re.compile(
    r"^(?P<before> {0,8})(?P<mark>(?P<number>\d{1,3})\.[ ]+)\S[^\n]*", re.MULTILINE
)
_COMMENT = re.compile(r"<!(?:-(?!-)|[–—]|[ ]{1,3}[-–—])[^\n>]{0,200}+>?")


_TITLE = re.compile(
    r"^(?P<signs>#{1,6})[ \t]++(?P<words>[^\n{]*[^\s#{])[ \t#]*(?:\{[^\n]*)?$", re.MULTILINE
)
_MANY_IN_A_ROW = 3  # titles without a text: a list, and meant so


def empty_sections(text: str, bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the titles that nothing follows, with their places."""
    titles = [*islice(_TITLE.finditer(bare), _MOST), None]
    row: list[re.Match[str]] = []
    for title, after in pairwise(titles):
        assert title is not None
        level, end = len(title["signs"]), after.start() if after else len(text)
        is_last = after is None or len(after["signs"]) <= level
        is_empty = is_last and level > 1 and not text[title.end() : end].strip()
        if row and (not is_empty or len(row[0]["signs"]) != level):
            yield from _diagnostics(row)
            row = []
        row += [title] * is_empty
    yield from _diagnostics(row)


def _diagnostics(row: list[re.Match[str]]) -> Iterator[tuple[int, Diagnostic]]:
    for title in row if len(row) < _MANY_IN_A_ROW else ():
        yield title.start(), EMPTY_SECTION(words=short(title["words"]))


def block_typos(text: str) -> _Found:
    """Give what looks like a typo: its place, what is shown if it is one, its signs, the fault."""
    yield from _headings(text)
    yield from _lists(text)
    for found in islice(_FENCE.finditer(text), _MOST):
        hint = _AS_A_TITLE if _UNDERLINE.match(text, max(found.start() - 2, 0)) else None
        fault = rules.UNCLOSED_CODE(signs=found["signs"], hint=hint)
        yield found.start(), found["signs"], "`~", fault
    yield from islice(_tables(text), _MOST)
    yield from long_rows(text)
    for found in islice(_COMMENT.finditer(text), _MOST):
        yield found.start(), found[0][:4], "<!", rules.MISSPELT_COMMENT(written=short(found[0]))


def _headings(text: str) -> _Found:
    for found in islice(_HEADING.finditer(text), _MOST):
        written, signs, hint = short(found[0]), found["signs"] or found["later"], None
        if found["before"]:
            hint = f"Retirez les espaces devant « {signs} »."
        elif len(signs) == 1 and "#" in found["words"].rstrip("#"):
            continue  # words that people follow
        missing = rules.HEADING_WITHOUT_A_SPACE(written=written, signs=signs, hint=hint)
        yield found.start(), found[0], "#", missing


def _lists(text: str) -> _Found:
    for found in islice(_LIST.finditer(text), _MOST):
        if not found["first"].rstrip().endswith((">", "*", "\\")):  # a break, emphasis
            unread = rules.LIST_NOT_READ(written=short(found["first"]))
            yield found.start(), found["first"].replace("--", "–"), _MARKS, unread
    for found in islice(_GLUED.finditer(text), _MOST):
        unread = rules.LIST_NOT_READ(written=short(found["item"]))
        yield found.start("item"), found["item"], _MARKS, unread


def flat_lists(bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the items that were to be under the one before, whose words begin further to the right.

    kramdown takes them for others of its list (« Lists »).
    """
    for above, item in pairwise(islice(_NUMBERED.finditer(bare), _MOST)):
        width = len(above["before"]) + len(above["mark"])
        is_below = bare.count("\n", above.end(), item.start()) == 1
        is_inside = len(above["before"]) < len(item["before"]) < width
        if is_below and is_inside and int(item["number"]) <= int(above["number"]):
            written = short(item[0])
            yield item.start(), rules.FLAT_LIST(written=written, count=width)


def unmeant_tables(bare: str, tables: Sequence[str]) -> Iterator[tuple[int, Diagnostic]]:
    """Give the lines of words that a sign cuts into cells.

    Args:
        tables: the words of the tables of one row that the page shows.
    """
    shown = set(map(letters, tables))
    for found in islice(_ONE_ROW.finditer(bare), _MOST if tables else 0):
        around = _line_above(bare, found.start())[0] + bare[found.end() + 1 :].partition("\n")[0]
        in_link = _CUT_LINK.search(found["first"])  # told apart
        is_row = found["first"].strip() and "|" not in around and not in_link
        if is_row and letters(found["row"]) in shown:
            yield found.start(), rules.UNMEANT_TABLE(written=short(found["row"]))


def letters(text: str) -> str:
    """Return the letters and the figures of a text that visitors read."""
    return "".join(re.findall(r"[^\W_]+", _NOT_SHOWN.sub("", text)))


def _tables(text: str) -> _Found:
    """Give the tables whose heading, or what is under it, is not where it is looked for."""
    framed = ""
    for found in _CELLS.finditer(text):
        row = found[0].partition("\n")[0]
        if row != framed:  # one frame has it several times
            yield found.start(), "", "", rules.TABLE_NOT_READ(written=short(row), hint=_AS_A_TABLE)
        framed = row if row.startswith("+") else ""
    for found in _ROW_CUT.finditer(text):
        hint = (
            "Pour aller à la ligne dans une case, écrivez <br> : une ligne du texte est une rangée."
        )
        yield found.start(), "", "", rules.TABLE_NOT_READ(written=short(found["row"]), hint=hint)
    for rule in _RULE.finditer(text):
        if "|" not in rule[0] or set("-–—").isdisjoint(rule[0]):
            continue
        row, start = _line_above(text, rule.start())
        before, above = _line_above(text, start)
        if dash := next((sign for sign in "–—" if sign in rule[0]), ""):
            if "|" in row:
                hint = _DASHES.format(dash=dash)
                yield start, "", "", rules.TABLE_NOT_READ(written=short(row), hint=hint)
        elif "|" in row and before.strip() and "|" not in before:
            yield start, row, "|", rules.TABLE_NOT_READ(written=short(row))
        elif "|" in row and not before.strip() and (words := _words_below(text, rule.end())):
            hint = f"Laissez une ligne vide après elles, avant « {words} »."
            yield start, row, "|", rules.TABLE_NOT_READ(written=short(row), hint=hint)
        elif "|" in row and _ROW_FURTHER_DOWN.match(text, rule.end()):
            hint = "Retirez les lignes vides entre elles."
            yield start, row, "|", rules.TABLE_NOT_READ(written=short(row), hint=hint)
        elif not row.strip() and "|" in before and not text[rule.end() :].strip(" ")[1:2].strip():
            hint = "Retirez les lignes vides entre elles."
            yield above, "", "", rules.TABLE_NOT_READ(written=short(before), hint=hint)


def _words_below(text: str, start: int) -> str:
    """Return the first line without a cell under the heading of a table, which then is none."""
    rows = islice(text[start + 1 :].split("\n", _MOST), _MOST)
    glued = next((row for row in rows if "|" not in row), "")
    return "" if glued.lstrip().startswith("{:") else short(glued)


def _line_above(text: str, start: int) -> tuple[str, int]:
    """Return the line above the one that begins at a place, and where it begins."""
    end = max(start - 1, 0)
    begin = text.rfind("\n", 0, end) + 1
    return text[begin:end], begin


def short(text: str) -> str:
    """Return the beginning of a line, or all of it."""
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"


_RULE_OF_ROWS = re.compile(r"[ \t]*+(?=[^-]*-)[|:-][-| :\t]*+")
_SIGN = re.compile(r"(?<!\\)\|")


def long_rows(text: str) -> Iterator[tuple[int, str, str, Diagnostic]]:
    """Give the first of each table: its place, nothing that must be shown, the fault.

    kramdown gives the table one more column, whose heading is empty.
    """
    start, count, above = 0, 0, ""
    for line in text.split("\n"):
        if "|" not in line:
            count = 0
        elif _RULE_OF_ROWS.fullmatch(line):
            count = count or len(_cells(above))
        elif count > 1 and len(cells := _cells(line)) > count and cells[count]:
            told = CELL_TOO_MANY(words=cells[count][:60], number=count + 1, count=count)
            yield start, "", "", told
            count = 1  # one a table is enough
        start += len(line) + 1
        above = line


def _cells(row: str) -> list[str]:
    """Return the cells of a row, whose first and last signs may be left out; none without a sign.

    >>> _cells("| a | b |"), _cells("a | | c"), _cells("a")
    (['a', 'b'], ['a', '', 'c'], [])
    """
    bare = row.strip()
    parts = [part.strip() for part in _SIGN.split(bare)]
    return parts[bare.startswith("|") : len(parts) - (not parts[-1])] if len(parts) > 1 else []
