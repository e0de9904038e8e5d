"""Sites that Pelican's own command builds, under settings added to ours."""

import os
import subprocess
import sys
from pathlib import Path

from support import PROJECT, page, write_site

CONTENT = {
    "_config.yml": "title: Un site\ntimezone: Europe/Paris\n",
    "index.md": page("title: Accueil", "# Bienvenue\n\nDes *mots*.\n"),
    "contact.md": page("title: Contact & plan", "Écrire.\n"),
    "_posts/2026-01-10-un.md": page(
        "title: Un & deux\ndescription: Le premier.\ntags: [pain, vin]\ncategories: [Cuisine]\n"
        "series: Recettes\nmesure: 12 g",
        "Du **pain** pour [tous](/contact.html).\n",
    ),
    "_posts/2026-02-10-deux.md": page("title: Deux\ntags: [pain]\nseries: Recettes", "Du vin.\n"),
    "_posts/2026-02-11-trois.md": page("title: Trois", "Autre chose, en quelques mots.\n"),
    "_evenements/2026-03-12-fete.md": page(
        'title: La fête\ndebut: 2026-03-12 18:30\nlieu: "Le Café"\nresume: Venez & chantez.',
        "Toute la *soirée*.\n",
    ),
}


def pelican(*arguments: str | Path, at: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would whose environment is active, from a folder."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", *map(str, arguments)],
        cwd=at, env=environment(), capture_output=True, text=True,
    )  # fmt: skip


def environment() -> dict[str, str]:
    """Return that of a person whose terminal is wide, without what the tests' own tasks add."""
    added = ("PYTHONPATH", "INVOKE_CALLER_DIR")
    kept = {name: v for name, v in os.environ.items() if name not in added}
    return {**kept, "COLUMNS": "250", "SOURCE_DATE_EPOCH": "1772449200"}


def settings_file(folder: Path, more: str) -> Path:
    """Write a settings file: ours, and what is added."""
    path = folder / "conf.py"
    path.write_text(
        f"import sys\nsys.path.insert(0, {str(PROJECT)!r})\nfrom pelicanconf import *\n"
        f"PLUGIN_PATHS = [{str(PROJECT / 'plugins')!r}]\n"
        f"THEME = {str(PROJECT / 'theme')!r}\n{more}",
        encoding="utf-8",
    )
    return path


def built(folder: Path, more: str, files: dict[str, str] | None = None) -> Path:
    """Build a site with Pelican's own command, and return its output."""
    content = write_site(folder / "content", CONTENT | (files or {}))
    settings = settings_file(folder, more)
    done = pelican(content, "-s", settings, "-o", folder / "output", at=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "ERROR" not in done.stdout + done.stderr, done.stdout + done.stderr
    return folder / "output"
