"""Texts that their names hide, as Jekyll has it: nothing says so but what is missing."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from commands.checks.files.misnamed import is_misnamed_folder
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.names import HIDDEN_TEXT
from core.plain_files import read_inside
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.model import MARKDOWN_ENDINGS

_SIGNS = ("_", ".")
# Folders of Jekyll, and of its themes and plugins, that hold no page.
_OTHERS = frozenset(
    """_includes _layouts _layout _sass _data _drafts _site _plugins _templates _config _i18n
    _locales _archetypes _assets _src _tests""".split()
) | {POSTS_FOLDER, EVENTS_FOLDER, COMMONS_FOLDER}


def check_hidden_texts(site: CheckedSite) -> None:
    """Warn of texts with front matter that are not published; what is excluded is meant so."""
    folders = sorted({posixpath.dirname(name) for name in site.site.files.names} | {""})
    for name, diagnostic in (*_folders(site), *_files(site, folders)):
        site.add(diagnostic.at(f"{site.site.label}/{name}"))


def _folders(site: CheckedSite) -> Iterator[tuple[str, Diagnostic]]:
    root, names = site.site.files.root, site.site.files.names
    known = _OTHERS | {f"_{name}" for name in site.site.config.collections}
    for path in sorted(root.iterdir()):
        name = path.name
        is_read = name in known or any(one.startswith(f"{name}/") for one in names)
        if not name.startswith("_") or is_read or path.is_symlink() or not path.is_dir():
            continue
        is_meant = site.site.config.entries.excludes(name) or is_misnamed_folder(site, name)
        if not is_meant and any(_is_text(root, one) for one in sorted(path.iterdir())):
            yield name, _diagnostic("ce dossier", name, f"{name}/")


def _files(site: CheckedSite, folders: list[str]) -> Iterator[tuple[str, Diagnostic]]:
    root, entries = site.site.files.root, site.site.config.entries
    for folder in folders:
        for path in sorted((root / folder).iterdir()):
            name = posixpath.join(folder, path.name)
            is_left = path.name.startswith(_SIGNS) and not entries.keeps(name)
            if is_left and not entries.excludes(name) and _is_text(root, path):
                yield name, _diagnostic("ce texte", path.name, name)


def _diagnostic(what: str, base: str, written: str) -> Diagnostic:
    return HIDDEN_TEXT(what=what, sign=base[0], name=base.lstrip("_."), written=written)


def _is_text(root: Path, path: Path) -> bool:
    """Return whether a file is a text that would be a page; what no one can read is none."""
    if path.suffix.lower() not in MARKDOWN_ENDINGS or path.is_symlink() or not path.is_file():
        return False
    try:
        data = read_inside(root, path.relative_to(root).as_posix(), 64)
    except OSError:
        return False
    return data.lstrip(b"\xef\xbb\xbf").startswith(b"---")
