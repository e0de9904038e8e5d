"""Files that are not what their names say: a PDF that is a web page, a font that is none."""

from __future__ import annotations

import posixpath

from commands.checks.site import CheckedSite
from core.diagnostics.catalog.files import FILE_OF_ANOTHER_KIND
from core.file_kind import HEAD, SHOWN, FileKind, kind_of

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
    """Warn of them; those that a page plays are told there."""
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
