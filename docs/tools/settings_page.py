"""Writes the tables of keys of the guides in docs/, as the schemas have them.

Run as a program, it rewrites them: `bin/invoke messages`. The rest of each page is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jekyll.front_matter import Field

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"
_TABLE = re.compile(r"(<!-- clés : (?P<group>\w+) -->\n).*?(<!-- fin des clés -->)", re.DOTALL)


def table(fields: Mapping[str, Field], names_all: bool = True) -> list[str]:
    """Return the lines of a table: how each key is asked for, where people are."""
    if any(known.form.label for known in fields.values()):
        head = ["| Clé | Ce qu'elle dit | Si elle manque | Exemple |", "| --- | --- | --- | --- |"]
        return [*head, *(_asked(key, fields, names_all) for key in fields)]
    return ["| Clé | Ce qu'elle dit |", "| --- | --- |", *_told(fields)]


def _told(fields: Mapping[str, Field], within: str = "") -> Iterator[str]:
    """Give the row of each key, and of those that it holds."""
    from jekyll.front_matter.schema import Keys
    from messages_page import as_text

    for key, known in fields.items():
        yield f"| {_names(f'{within}{key}', known)} | {as_text(known.meaning)} |"
        if isinstance(known.read, Keys):
            yield from _told(known.read.fields, f"{key} › ")


def _asked(key: str, fields: Mapping[str, Field], names_all: bool) -> str:
    from jekyll.front_matter.form import input_of
    from messages_page import as_text

    known = fields[key]
    form, reader = known.form, input_of(known.read)
    choices = ", ".join(f"`{word}`" for word in reader.choices)
    meaning = as_text(known.meaning)
    if choices:
        meaning = f"{meaning.rstrip('.')} : {choices}."
    absent = as_text(form.otherwise)
    if form.required:
        instead = [f"`{name}`" for name, one in fields.items() if key in one.form.instead]
        absent = "erreur" + "".join(f", sauf avec {name}" for name in instead)
    elif known.default in reader.choices or known.default is True:
        absent = f"`{str(known.default).replace('True', 'true')}`"
    example = "" if choices else f"`{form.example or reader.example}`"
    names = _names(key, known) if names_all else f"`{key}`"
    return f"| {names} | {meaning} | {absent} | {example} |"


def _names(key: str, known: Field) -> str:
    others = ", ".join(f"`{name}`" for name in known.aliases)
    return f"`{key}`" + f" (ou {others})" * bool(others)


def guides() -> dict[str, Mapping[str, Mapping[str, Field]]]:
    """Return the keys of each table, by page."""
    from editor.forms import KINDS
    from jekyll.front_matter.shared_keys import SHARED
    from jekyll.site.config_schema import CONFIG
    from jekyll.site.git_host import EDITOR
    from jekyll.site.schemas import TAGS
    from jekyll.site.settings_schema import FOOTER, LOOK, MENU, SETTINGS

    asked = {name: {name: kind.asked} for name, kind in KINDS.items()}
    others = {key: known for key, known in CONFIG.fields.items() if key not in SETTINGS}
    return {
        "personnaliser.md": {
            "apparence": LOOK,
            "menu": MENU,
            "pied": FOOTER,
            "ecrire": EDITOR,
            "site": others,
        },
        "cles.md": {"partout": {**SHARED, "tags": TAGS}},
        "ecrire-une-page.md": asked["page"],
        "actualites.md": asked["actualite"],
        "evenements.md": asked["evenement"],
        "communs.md": {**asked["univers"], **asked["acteur"]},
    }


def settings_pages() -> dict[Path, str]:
    """Return each page, its tables anew."""
    return {DOCS / name: _page(DOCS / name, found) for name, found in guides().items()}


def _page(path: Path, found: Mapping[str, Mapping[str, Field]]) -> str:
    page = path.read_text(encoding="utf-8")
    assert [place["group"] for place in _TABLE.finditer(page)] == list(found), path.name

    def again(place: re.Match[str]) -> str:
        names_all = path.name in ("personnaliser.md", "cles.md", "evenements.md")
        lines = ["", *table(found[place["group"]], names_all), "", ""]
        return place[1] + "\n".join(lines) + place[3]

    return _TABLE.sub(again, page)


def main() -> None:
    """Rewrite the pages."""
    for path, text in settings_pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
