"""What a YAML parser's error means for the person who wrote the line, and the line mended.

A parser names the place where it gave up; the typo is often a line before. Each guess here looks
at the lines as written, and shows the line that would be right wherever it can.
"""

from __future__ import annotations

import re

import yaml

from core.diagnostics import Diagnostic
from core.diagnostics.catalog import front_matter as rules

_SIMPLE_LINE = re.compile(r"(?P<indent>\s*)(?P<key>[\w-]+)[ \t]*:[ \t]+(?P<value>\S.*?)[ \t]*$")
# `title:"x"`, but not an address: `https://…`.
_GLUED_LINE = re.compile(r"(?P<key>[^\W\d][\w-]*):(?P<value>(?!//)[^\s:].*?)[ \t]*$")
_QUOTED = re.compile(r"""'(?:[^']|'')*+'|"(?:[^"\\]|\\.)*+\"""", re.DOTALL)
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[^\\\n]|[xuU][0-9a-fA-F]*.?)?$")  # it, or its end
_QUOTES_INSIDE = re.compile(r'"(?P<text>.*".*)"')
_EACH_LINE = (
    "Chaque ligne doit être de la forme « clé: valeur ». Celle qui continue la ligne d'avant "
    "commence par deux espaces."
)
# What people write at the beginning of a line, and what to write there.
_BEGUN_OTHERWISE = (
    (
        re.compile(r"[*_]{1,2}(?P<key>[^\W_][\w-]*?)[*_]{0,2}[ \t]*:[*_]{0,2}[ \t]*(?P<value>.*)"),
        r"Écrivez \g<key>: \g<value>",
    ),
    (
        re.compile(r"[ \t]*(?:[•·–—*][ \t]*|-(?!-))(?P<item>[^\s-].*)"),
        r"Écrivez « - \g<item> », et de même chaque ligne de la liste.",
    ),
    (
        re.compile(r"- [^:]*$"),
        "Une liste va sous une clé seule sur sa ligne, par exemple « tags: ».",
    ),
    (re.compile(r"(?P<key>[\w-]+)[ \t]*[=;][ \t]*(?P<value>\S.*)"), r"Écrivez \g<key>: \g<value>"),
    (re.compile(r"[ \t]*(?://|/\*|%|<!--|;)"), "Une remarque commence par « # » et une espace."),
    (re.compile(r"<{7}|={7}|>{7}"), "C'est un conflit de Git : gardez une seule version."),
    (re.compile(r"---"), "Retirez cette ligne."),
)
# A link or an image where an address is expected.
_LINK = re.compile(
    r"(?P<key>image|affiche|logo|inscriptions?|en_ligne|covoiturage|site|lien)[ \t]*:[ \t]*"
    r"!?\[[^\]]*\]\((?P<address>[^()\s]+)[^()]*\)[ \t]*$"
)
_UNINDENT = "Retirez les espaces au début de la ligne."
# The line, and what is wrong there.
Explained = tuple[int, Diagnostic]


def explain(error: yaml.YAMLError, text: str, first_line: int) -> Explained:
    """Return the line of a YAML error in its file, in which `text` begins on a line; the fault."""
    lines = text.split("\n")
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        position = getattr(error, "position", 0) or 0
        return text.count("\n", 0, position) + first_line, rules.INVISIBLE_SIGN()
    end, written = error.problem_mark, _within(error.context_mark, error.problem_mark, lines)
    begun = error.context_mark.line if error.context_mark else 0
    where = min(end.line, len(lines) - 1)
    while where and not lines[where].strip():
        where -= 1  # an opening bracket is missed at the end: the last line written has it
    line, diagnostic = (
        _quote_left_open(written, begun, end, lines)
        or _quotes_inside(lines, where)
        or _tab(end.column, lines, where)
        or _glued(lines, where)
        or _bracket_left_open(written, begun, lines)
        or _indented_before(lines, where)
        or _bare_before(lines, where)
        or _indented_more(lines, where)
        or (where, _unreadable(lines[where]))
    )
    return line + first_line, diagnostic


def explain_no_mapping(text: str, line: int, first_line: int) -> Explained:
    """Return what is wrong with YAML that is a sentence or a list."""
    lines = text.split("\n")
    glued = _glued(lines, min(line, len(lines) - 1))
    line, diagnostic = glued or (line, rules.NO_KEYS())
    return line + first_line, diagnostic


def _mended_list(line: str) -> str:
    """Return the hint that shows a list or a mapping in brackets as it was meant, or ""."""
    if not re.search(r"[\[{]", line) or "](" in line or "{%" in line:
        return ""
    whole = re.sub(r"(?<=[\[, ])#", "", line)
    whole = re.sub(r"(?<=[\[ ])([*&@%!`][^,\[\]{}]*)", r"'\1'", whole)
    for opening, closing in ("{}", "[]"):
        whole += closing * (whole.count(opening) - whole.count(closing))
    return f"Écrivez {whole.strip()}" if whole != line else ""


def quoting_hint(line: str) -> str:
    """Return the hint that shows the line with its value between quotes, when it is that simple."""
    simple = _SIMPLE_LINE.match(line)
    if simple and simple["indent"]:
        return _UNINDENT
    if link := _LINK.match(line):
        return f"Écrivez l'adresse seule : {link['key']}: {link['address']}"
    if listed := _mended_list(line.rstrip()):
        return listed
    mended = between_quotes(line)
    for begun, hint in _BEGUN_OTHERWISE:
        if found := begun.match(line):
            return found.expand(hint)
    if not mended:
        return _EACH_LINE
    return f"Mettez la valeur entre guillemets : {mended}"


def between_quotes(line: str) -> str:
    """Return a simple line with its value between quotes; "" for another."""
    simple = _SIMPLE_LINE.match(line)
    if not simple or simple["indent"] or simple["value"].startswith('"') or len(line) > 100:
        return ""
    value = simple["value"].strip("'").replace("\\", "\\\\").replace('"', '\\"')
    return f'{simple["key"]}: "{value}"'


def _unreadable(line: str, hint: str = "") -> Diagnostic:
    return rules.UNREADABLE_YAML(line=shortened(line), hint=hint or quoting_hint(line))


def shortened(line: str) -> str:
    """Return a line as it is quoted: without spaces around, cut when it is long."""
    written = line.strip()
    return written if len(written) <= 100 else written[:97] + "…"


def _quotes_inside(lines: list[str], where: int) -> Explained | None:
    """Explain `title: "La "fête""`: the value ends sooner than its author meant."""
    simple = _SIMPLE_LINE.match(lines[where])
    if not simple or simple["value"][0] != '"' or simple["value"].count('"') < 2:
        return None
    if simple["value"].count('"') == 2 and simple["value"].rstrip().endswith('"'):
        return None  # those around it
    found = _QUOTES_INSIDE.fullmatch(simple["value"])
    inside = found["text"] if found else simple["value"]
    if inside.count('"') % 2 or "\\" in inside:
        mended = re.sub(r'(?<!\\)"', r'\\"', inside)
    else:
        mended = re.sub(r'"\s*(.*?)\s*"', r"« \1 »", inside)
    line = shortened(lines[where])
    return where, rules.QUOTES_IN_QUOTES(line=line, key=simple["key"], mended=mended)


def _within(begun: yaml.Mark | None, end: yaml.Mark, lines: list[str]) -> str:
    """Return what the parser was in, from the sign that begins it to the one that it refuses."""
    if begun is None:
        return ""
    last = "".join(lines[end.line : end.line + 1])[: end.column + 1]
    return "\n".join([*lines[begun.line : end.line], last])[begun.column :]


def _quote_left_open(
    written: str, begun: int, end: yaml.Mark, lines: list[str]
) -> Explained | None:
    """Report a text in quotes that does not end, or a backslash in it that YAML does not know."""
    if not written.startswith(("'", '"')) or _QUOTED.match(written):
        return None
    is_end = not "\n".join(lines[end.line :])[end.column :]
    if written.startswith('"') and not is_end and _ESCAPE.search(written):
        return end.line, rules.BACKSLASH_IN_QUOTES(line=shortened(lines[end.line]))
    return begun, rules.UNCLOSED_QUOTE(line=shortened(lines[begun]))


def _bracket_left_open(written: str, begun: int, lines: list[str]) -> Explained | None:
    """Report the line where a list or a mapping in brackets begins, when the parser was in it."""
    if not written.startswith(("[", "{")):
        return None
    return begun, _unreadable(lines[begun], _mended_list(lines[begun].rstrip()))


def _tab(column: int, lines: list[str], where: int) -> Explained | None:
    """Report a tabulation where a key or a value is to begin, in the column the parser refuses."""
    is_before = lines[where][:column].rstrip(" \t")[-1:] in ("", ":", "-")
    is_there = is_before and lines[where].startswith("\t", column)
    return (where, rules.TABULATION()) if is_there else None


def _glued(lines: list[str], where: int) -> Explained | None:
    """Explain `title:"x"`, on this line or the one written before."""
    before = next((n for n in range(where - 1, -1, -1) if lines[n].strip()), where)
    for number in (where, before):
        found = _GLUED_LINE.match(lines[number])
        if found:
            hint = f"Ajoutez une espace après les deux-points : {found['key']}: {found['value']}"
            return number, _unreadable(lines[number], hint)
    return None


def _indented_before(lines: list[str], where: int) -> Explained | None:
    """Explain keys that begin at different columns: the one that is indented has the typo."""
    if lines[where][:1] in (" ", "#", ""):
        return None
    first = next((n for n, line in enumerate(lines) if line.strip()), where)
    if first >= where or not lines[first].startswith(" "):
        return None
    return first, _unreadable(lines[first], _UNINDENT)


def _indented_more(lines: list[str], where: int) -> Explained | None:
    """Explain a key of a mapping that begins further to the right than the one before."""
    before = next((line for line in reversed(lines[:where]) if line.strip()), "")
    expected = len(before) - len(before.lstrip(" -"))
    given = len(lines[where]) - len(lines[where].lstrip(" "))
    if not (0 < expected < given and _SIMPLE_LINE.match(lines[where])):
        return None
    count = f"{expected} espace{'s' * (expected > 1)}"
    return where, _unreadable(lines[where], f"Mettez {count} devant, pas {given}.")


def _bare_before(lines: list[str], where: int) -> Explained | None:
    """Explain a line without a key, which makes the next one, that has its own, unreadable."""
    before = where - 1
    if before < 0 or not _SIMPLE_LINE.match(lines[where]) or not lines[before].strip():
        return None
    is_bare = ":" not in lines[before] and lines[before][0] not in " #-"
    return (before, _unreadable(lines[before])) if is_bare else None
