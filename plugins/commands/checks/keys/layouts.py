"""The layouts that files ask for: each is one of ours, of Jekyll's themes, or of the site's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from commands.checks.site import CheckedSite
from core.diagnostics import typo
from core.diagnostics.catalog.keys import UNKNOWN_LAYOUT
from core.names import plain
from jekyll.site.model import Document

# Layouts of this site, and the front page's of Jekyll's themes.
_OURS = frozenset("page post default home".split())
# Those that Jekyll's own themes and Scribouilli's have beside them; « none » and the like ask for
# no layout (`Jekyll::Document#no_layout?`).
_KNOWN = _OURS | frozenset("base blog compress none null nil non aucun false".split())
_OF_THEMES = frozenset(["posts"])
_THEMES = frozenset("theme remote_theme".split())
_OF_EVENTS = frozenset("event events evenement evenements agenda".split())
_NO_NAME = re.compile(r"(?i)[-+]?[\d.]+|true|yes|oui|on")
# What people, and the themes of other programs, call ours.
_MEANT = {
    **dict.fromkeys("accueil index front frontpage front-page landing homepage".split(), "home"),
    **dict.fromkeys("article articles actualite actualites actu billet news".split(), "post"),
    **dict.fromkeys("simple texte contenu standard single about".split(), "page"),
}
_HINT = "Écrivez page, post ou default, ou retirez cette ligne."


@dataclass
class Layouts:
    """The layouts of a site."""

    site: CheckedSite

    @cached_property
    def _has_theme(self) -> bool:
        return not _THEMES.isdisjoint(self.site.site.config.values)

    @cached_property
    def _brought(self) -> frozenset[str]:
        folder = self.site.site.files.root / "_layouts"
        names = folder.iterdir() if folder.is_dir() else ()
        return frozenset(path.name.partition(".")[0] for path in names)

    def check(self, document: Document) -> None:
        """Warn of a layout that is none; a theme that is not here may have others."""
        written = (document.metadata["layout"] or "").strip()
        known = _KNOWN | self._brought | (_OF_THEMES if self._has_theme else frozenset())
        near = typo(written, _OURS | self._brought)
        if (
            not written
            or written in known
            or (self._has_theme and not near and not _is_no(written))
        ):
            return
        meant = near or (None if self._has_theme else _MEANT.get(plain(written)))
        unknown = UNKNOWN_LAYOUT(layout=written, near=meant, hint=None if meant else _HINT)
        source = document.source
        self.site.add(unknown.at(source.label, source.line_of_key("layout")))

    def check_event(self, document: Document) -> None:
        """Warn of a layout that is nearly a word of ours: an event has none to choose."""
        given = document.values.get("layout")
        written = str(given.content or "").strip() if given else ""
        near = typo(written, _OURS | _OF_EVENTS)
        if given and near and near != written:
            unknown = UNKNOWN_LAYOUT(layout=written, near=near, hint="Retirez cette ligne.")
            self.site.add(unknown.at(document.source.label, given.line))


def _is_no(written: str) -> bool:
    return _NO_NAME.fullmatch(written) is not None
