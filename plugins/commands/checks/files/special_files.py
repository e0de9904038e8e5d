"""What is no plain file in the folders that nothing publishes; the build tells the others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from commands.checks.site import CheckedSite
from core.diagnostics import WARNING, Diagnostic
from core.diagnostics.catalog.files import FILE_FOR_A_FOLDER, LINK_LEADS_AWAY, NO_PLAIN_FILE
from jekyll.site.content_files import CALENDARS_FOLDER, stays_inside

# Of Jekyll; systems keep sockets and links of theirs in those whose names begin with a point.
_FOLDERS = ("_drafts", "_includes", "_layouts", "_sass", "_plugins", CALENDARS_FOLDER)
_DEEPEST = 5


def check_special_files(site: CheckedSite) -> None:
    """Warn of pipes, sockets and devices, and of links that lead out of the content."""
    root = site.site.files.root
    for folder in _FOLDERS:
        for name, wrong in _wrong_files(root, folder):
            site.add(wrong.with_severity(WARNING).at(f"{site.site.label}/{name}"))
        if (root / folder).is_file() and not (root / folder).is_symlink():
            told = FILE_FOR_A_FOLDER(name=folder).with_severity(WARNING)
            site.add(told.at(f"{site.site.label}/{folder}"))


def _wrong_files(root: Path, name: str, depth: int = 0) -> Iterator[tuple[str, Diagnostic]]:
    path = root / name
    if path.is_symlink():
        if not stays_inside(root, path):
            yield name, LINK_LEADS_AWAY()
    elif path.is_dir():
        if depth < _DEEPEST and os.access(path, os.R_OK | os.X_OK):
            for below in sorted(path.iterdir()):
                yield from _wrong_files(root, f"{name}/{below.name}", depth + 1)
    elif path.exists() and not path.is_file():
        yield name, NO_PLAIN_FILE()
