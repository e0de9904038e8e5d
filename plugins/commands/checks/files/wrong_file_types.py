"""Files that are not what they seem: a PDF that is a web page, a pipe, a link that leads out."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from pathlib import Path

from commands.checks.site import CheckedSite
from core.diagnostics import WARNING, Diagnostic
from core.diagnostics.catalog.files import (
    FILE_FOR_A_FOLDER,
    FILE_OF_ANOTHER_KIND,
    LINK_LEADS_AWAY,
    NO_PLAIN_FILE,
)
from core.file_kind import HEAD, SHOWN, FileKind, kind_of
from jekyll.site.content_files import CALENDARS_FOLDER, stays_inside

_DOCUMENT = frozenset({FileKind.ARCHIVE})
_FILM = frozenset({FileKind.VIDEO, FileKind.MATROSKA, FileKind.AUDIO, FileKind.OGG})
_FONT = frozenset({FileKind.UNKNOWN})
_KINDS = {
    ending: kinds
    for endings, kinds in (
        ("pdf", frozenset({FileKind.PDF})),
        ("zip docx xlsx pptx odt ods odp odg epub", _DOCUMENT),
        ("mp4 webm ogv mov m4v mp3 ogg oga m4a wav flac", _FILM),
        ("ico", SHOWN),
        ("woff woff2 ttf otf", _FONT),
    )
    for ending in endings.split()
}
_UNSURE = frozenset({FileKind.UNKNOWN})  # a kind that nobody has told us of


def check_file_contents(site: CheckedSite) -> None:
    """Warn of them; those that a page plays are reported there."""
    for name in site.own_files:
        kinds = _KINDS.get(posixpath.splitext(name)[1].lower()[1:])
        if not kinds or name in site.unseen:
            continue
        with (site.output / name).open("rb") as file:
            head = file.read(HEAD)
        is_late = FileKind.PDF in kinds and b"%PDF-" in head  # some programs write before it
        kind = kind_of(head)
        if kind not in kinds | _UNSURE and not is_late:
            site.add(FILE_OF_ANOTHER_KIND(what=kind.value).at(site.label(name)))


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
