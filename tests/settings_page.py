"""Writes the tables of docs/personnaliser.md: the keys of `_config.yml`, as its schema has them.

Run as a program, it rewrites them: `bin/invoke messages`. The rest of the page is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

TESTS = Path(__file__).resolve().parent
PAGE = TESTS.parent / "docs" / "personnaliser.md"
_TABLE = re.compile(r"(<!-- clés : (?P<group>\w+) -->\n).*?(<!-- fin des clés -->)", re.DOTALL)


def rows(fields: Mapping, within: str = "") -> Iterator[str]:
    """Give the row of each key, and of those that it holds."""
    from jekyll.front_matter.schema import Keys
    from messages_page import as_text

    for key, known in fields.items():
        others = ", ".join(f"`{name}`" for name in known.aliases)
        names = f"`{within}{key}`" + f" (ou {others})" * bool(others)
        yield f"| {names} | {as_text(known.meaning)} |"
        if isinstance(known.read, Keys):
            yield from rows(known.read.fields, f"{key} › ")


def groups() -> dict[str, Mapping]:
    """Return the keys of each table."""
    from jekyll.site.config_schema import CONFIG
    from jekyll.site.git_host import EDITOR
    from jekyll.site.settings_schema import FOOTER, LOOK, MENU, SETTINGS

    others = {key: known for key, known in CONFIG.fields.items() if key not in SETTINGS}
    return {"apparence": LOOK, "menu": MENU, "pied": FOOTER, "ecrire": EDITOR, "site": others}


def settings_page() -> str:
    """Return the page, its tables anew."""
    found = groups()
    page = PAGE.read_text(encoding="utf-8")
    assert [table["group"] for table in _TABLE.finditer(page)] == list(found)

    def table(place: re.Match[str]) -> str:
        head = ["| Clé | Ce qu'elle dit |", "| --- | --- |"]
        return "\n".join(["", *head, *rows(found[place["group"]]), "", ""])

    return _TABLE.sub(lambda place: place[1] + table(place) + place[3], page)


def main() -> None:
    """Rewrite the page."""
    PAGE.write_text(settings_page(), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(TESTS.parent / "plugins"))
    main()
