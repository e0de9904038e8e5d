"""What Obsidian and its like read in a text: links between brackets, fields, names of blocks."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import quote, unquote

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import CODE_OF_A_PROGRAM, FOREIGN_SIGNS
from core.names import name_key
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.site.model import Site

_MOST = 1000  # of each form, looked for in one text
_Found = Iterator[tuple[int, str, str, Diagnostic]]
_LINK = re.compile(
    r"(?P<shown>!?)\[\[(?!_?(?i:toc|sommaire)_?\])(?:(?i:file|fichier|image):)?"
    r"(?P<target>[^\W\d_][^\[\]\n|]{0,200}|\d[^\[\]\n|]{0,200}[^\W\d_][^\[\]\n|]{0,200}|#[^\[\]\n|]{1,200}"
    r"|[./][^\[\]\n|]{1,200})(?:\|(?P<words>[^\[\]\n]{0,200}))?\]\]"
)
_SIZE = re.compile(r"(\d{1,4})(?:x\d{1,4})?")
# « ^vote-2026 », at the end of a block or on a line of its own (Obsidian, « Link to a block »).
_BLOCK = re.compile(
    r"(?:(?<=\S)[ \t]+|^)(?P<written>\^(?=[\w-]*[^\W\d_])[A-Za-z0-9-]{3,60})[ \t]*$", re.MULTILINE
)
# « responsable:: Camille », « [due:: 2026-01-01] » (Dataview, « Adding metadata to your pages »).
_FIELD = re.compile(
    r"^[ \t>]{0,9}(?:[-*+][ \t]+)?(?P<written>[^\W\d_][\w \t/-]{0,60}::)(?=[ \t]+\S|[ \t]*$)"
    r"|(?P<inline>[\[(][^\W\d_][\w -]{0,60}::)(?=[ \t][^\[\]()\n]{1,200}[\])])",
    re.MULTILINE,
)
_HIDDEN = re.compile(r"^%%[ \t]*\n(?:[^\n]*\n){1,200}?%%[ \t]*$", re.MULTILINE)
_TEMPLATE = re.compile(r"<%[-=_*+#]?[^%\n]{1,200}%>")
_FENCES = re.compile(r"^[ >]*(?P<signs>`{3,}|~{3,})(?P<rest>[^`\n]*)$", re.MULTILINE)
# What programs carry out: Obsidian and its plugins, drawings from words, notebooks of data.
_OF_A_PROGRAM = re.compile(
    r"\{?(?P<name>dataview|dataviewjs|tasks|query|mermaid|ad-\w+|kanban|tracker|timeline|button"
    r"|excalidraw|meta-bind[\w-]*|plantuml|chart|base|contributionGraph|flowchart|graphviz"
    r"|templater|toc|table-of-contents|gallery|leaflet|embed|folder-overview)\}?"
)


def notebook_signs(bare: str, addresses: NamedAddresses) -> _Found:
    """Give what looks like one: its place, what is shown if it is, its signs, the fault."""
    if "[[" in bare:
        for found in islice(_LINK.finditer(bare), _MOST):
            if not bare.startswith("\\", found.start() - 1):
                fault = FOREIGN_SIGNS(written=found[0][:60], hint=_as_a_link(found, addresses))
                yield found.start(), found[0], "[]#", fault
    for found in islice(_BLOCK.finditer(bare) if "^" in bare else (), _MOST):
        written = found["written"]
        hint = f"Retirez-le ; pour y mener, écrivez sur la ligne d'après {{: #{written[1:]}}}."
        fault = FOREIGN_SIGNS(written=written, hint=hint)
        yield found.start("written"), written, "^-", fault
    for found in islice(_FIELD.finditer(bare) if "::" in bare else (), _MOST):
        written = found["written"] or found["inline"]
        fault = FOREIGN_SIGNS(
            written=written, hint="Écrivez un seul « : », ou retirez cette ligne."
        )
        yield found.start(), written, "[](:", fault
    for found in islice(_HIDDEN.finditer(bare) if "%%" in bare else (), _MOST):
        hint = "Pour une remarque qui ne paraît pas, écrivez <!-- devant, et --> derrière."
        yield found.start(), "%%", "%", FOREIGN_SIGNS(written="%%", hint=hint)
    for found in islice(_TEMPLATE.finditer(bare) if "<%" in bare else (), _MOST):
        fault = FOREIGN_SIGNS(
            written=found[0][:60], hint="Écrivez ce qu'il aurait donné, ou retirez-le."
        )
        yield found.start(), found[0], "<%>", fault


@dataclass
class NamedAddresses:
    """The addresses of a site, by the names that a notebook calls its pages and its files by."""

    site: Site

    @cached_property
    def _by_name(self) -> dict[str, str]:
        found = {name_key(posixpath.basename(name)): f"/{name}" for name in self.site.copied}
        for document in self.site.rendered:
            names = (posixpath.splitext(posixpath.basename(document.name))[0], document.title or "")
            found |= dict.fromkeys(map(name_key, filter(None, names)), document.path)
        return found

    def at(self, name: str) -> str:
        """Return the address of what a notebook names, or ""."""
        base = posixpath.basename(name.strip()).removesuffix(".md")
        return quote(unquote(self._by_name.get(name_key(base), "")))


def _as_a_link(found: re.Match[str], addresses: NamedAddresses) -> str:
    path, _, part = found["target"].strip().partition("#")
    words, address = (
        (found["words"] or "").rpartition("|")[2].strip(),
        addresses.at(path) if path else "",
    )
    size = _SIZE.fullmatch(words)
    if posixpath.splitext(path)[1].lower() in IMAGE_ENDINGS:
        shown = "Ce que montre l'image" if size or not words else words
        width = f'{{: width="{size[1]}"}}' if size else ""
        return f"Écrivez ![{shown}]({address or path}){width}."
    words = words or path or part.removeprefix("^")
    if path and not address:
        return f"Écrivez [{words}](l'adresse de la page)."
    anchor = part.removeprefix("^") if part.startswith("^") else name_key(part).replace(" ", "-")
    return f"Écrivez [{words}]({address}{f'#{anchor}' if anchor else ''})."


def blocks_of_programs(bare: str, text: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the blocks that a program of one's own carries out, and that are shown as code.

    Args:
        bare: the text, its code left out.
        text: the same with its code, of the same length.
    """
    held = ""  # the fence of the block at hand
    for fence in islice(_FENCES.finditer(text), _MOST):
        if bare.startswith(fence["signs"], fence.start("signs")):
            continue  # never closed, which is reported
        if held:
            is_end = fence["signs"].startswith(held) and not fence["rest"].strip()
            held = "" if is_end else held
            continue
        held = fence["signs"]
        if named := _OF_A_PROGRAM.fullmatch(fence["rest"].strip()):
            yield fence.start(), CODE_OF_A_PROGRAM(name=named["name"])
