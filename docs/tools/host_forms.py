"""Writes the files that the forms of Git hosts have one fill in: those that the tasks make.

Run as a program, it rewrites them: `bin/invoke messages`. The rest of each form is written by hand.
"""

from __future__ import annotations

import re
import tempfile
import textwrap
from datetime import date
from pathlib import Path

from core.clock import Day

PROJECT = Path(__file__).resolve().parents[2]
FILES = {
    "actualité": [
        ".github/ISSUE_TEMPLATE/actualite.yml",
        ".forgejo/issue_template/actualite.yml",
        ".gitlab/issue_templates/Actualité.md",
    ],
    "événement": [
        ".github/ISSUE_TEMPLATE/evenement.yml",
        ".forgejo/issue_template/evenement.yml",
        ".gitlab/issue_templates/Événement.md",
    ],
}
_DAY = Day(date(2026, 3, 12))
_FILE = re.compile(r"^(?P<indent> *)---\n.*?\n(?P=indent)---\n[^\n]+\n", re.DOTALL | re.MULTILINE)


def task_text(kind: str) -> str:
    """Return the file that the task writes, without the day of today."""
    from commands.new_file import new_event, new_post

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if kind == "actualité":
            return new_post(folder, "Le titre", _DAY).read_text("utf-8")
        when, where = "2026-03-12 18:30", "Le nom du lieu"
        path = new_event(folder, "Le titre", _DAY, when, where, today=_DAY)
        return path.read_text("utf-8").replace(f"publication: {_DAY}", "publication:")


def main() -> None:
    """Rewrite the forms."""
    for kind, names in FILES.items():
        text = task_text(kind).strip() + "\n"
        for name in names:
            form = (PROJECT / name).read_text("utf-8")
            asked = _FILE.search(form)
            assert asked, name
            again = textwrap.indent(text, asked["indent"])
            (PROJECT / name).write_text(form.replace(asked[0], again), "utf-8")


if __name__ == "__main__":
    main()
