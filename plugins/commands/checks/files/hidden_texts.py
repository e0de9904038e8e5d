"""Texts that their names hide, as Jekyll has it: nothing says so but what is missing."""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Iterator
from pathlib import Path

from commands.checks.files.misnamed import is_misnamed_folder
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.names import HIDDEN_TEXT
from core.plain_files import read_inside
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER, POSTS_FOLDER
from jekyll.site.model import MARKDOWN_ENDINGS, PAGE_ENDINGS

_SIGNS = ("_", ".")
_SHOWN = IMAGE_ENDINGS | {".pdf"}
# Folders of Jekyll, and of its themes and plugins, that hold no page.
_OTHERS = frozenset(
    """_includes _layouts _layout _sass _data _drafts _site _plugins _templates _config _i18n
    _locales _archetypes _assets _src _tests""".split()
) | {POSTS_FOLDER, EVENTS_FOLDER, COMMONS_FOLDER}


# Whose own checks tell what is in them, or that hold no page.
_LEFT_OUT = _OTHERS - {POSTS_FOLDER, EVENTS_FOLDER, COMMONS_FOLDER}


def check_hidden_texts(site: CheckedSite) -> None:
    """Warn of texts with front matter that are not published; what is excluded is meant so."""
    for name, diagnostic in _hidden(site, ""):
        site.add(diagnostic.at(f"{site.site.label}/{name}"))


def _hidden(site: CheckedSite, folder: str) -> Iterator[tuple[str, Diagnostic]]:
    """Give what a published folder and those in it hold, and that is left out for its name."""
    root, config = site.site.files.root, site.site.config
    known = _OTHERS | {f"_{name}" for name in config.collections}
    try:
        paths = sorted((root / folder).iterdir())
    except OSError:
        return  # reported by the build
    for path in paths:
        name = posixpath.join(folder, path.name)
        if path.is_symlink() or config.entries.excludes(name):
            continue
        is_read = name in known or path.name == POSTS_FOLDER or config.entries.keeps(name)
        if path.is_dir() and is_read:
            yield from _hidden(site, name) if name not in _LEFT_OUT else ()
        elif path.is_dir():
            yield from _folder(site, path, name) if path.name not in _OTHERS else ()
        elif not is_read and path.name.startswith(_SIGNS) and _is_meant(root, path, folder):
            what = "ce texte" if path.suffix.lower() in MARKDOWN_ENDINGS else "ce fichier"
            yield name, _diagnostic(what, path.name, name)


def _folder(site: CheckedSite, path: Path, name: str) -> Iterator[tuple[str, Diagnostic]]:
    root, is_nested = site.site.files.root, "/" in name
    if path.name.startswith("_") and (is_nested or not is_misnamed_folder(site, name)):
        with contextlib.suppress(OSError):
            if any(_is_meant(root, one, name * is_nested) for one in sorted(path.iterdir())):
                yield name, _diagnostic("ce dossier", path.name, f"{name}/")


def _diagnostic(what: str, base: str, written: str) -> Diagnostic:
    return HIDDEN_TEXT(what=what, sign=base[0], name=base.lstrip("_."), written=written)


def _is_meant(root: Path, path: Path, folder: str) -> bool:
    """Return whether a file would be a page, or, in a folder of the site's, something to show.

    What no one can read is neither.
    """
    ending = path.suffix.lower()
    if path.is_symlink() or not path.is_file():
        return False
    if ending not in PAGE_ENDINGS:
        return bool(folder) and path.name[0] == "_" and ending in _SHOWN
    try:
        data = read_inside(root, path.relative_to(root).as_posix(), 64)
    except OSError:
        return False
    return data.lstrip(b"\xef\xbb\xbf").startswith((b"---", b"+++"))
