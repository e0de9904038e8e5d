"""What came of a build, as data and in one French line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.diagnostics import Diagnostics
from core.french.numbers import grouped
from core.project_paths import shown_path
from site_build.staging import is_built_site

if TYPE_CHECKING:  # Pelican comes with it
    from jekyll.plugin.extension_points import SiteContext

_DRAFTS = ("brouillon laissé de côté", "brouillons laissés de côté")
_WAITING = ("texte qui attend son jour", "textes qui attendent leur jour")


@dataclass
class BuildResult:
    """What came of a build."""

    output: Path
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    base_path: str = ""  # the folder part of the site's address, "" or `/projet`
    pages: int = 0  # pages, articles, events, images: how many were published
    articles: int = 0
    events: int = 0
    images: int = 0
    drafts: int = 0  # how many texts say that they are not to be
    waiting: int = 0  # how many texts will be, on a later day
    seconds: float = 0.0
    is_earlier: bool = False  # nothing has changed since an earlier build, which is reported again
    # What the plugins know of the site, for what looks further at it; None when it could not be
    # read.
    context: SiteContext | None = field(default=None, repr=False)

    @property
    def is_ok(self) -> bool:
        """Return whether the site was built and put in place."""
        return not self.diagnostics.errors

    @property
    def summary(self) -> str:
        """Return the last line of a build."""
        if not self.is_ok:
            found = count(len(self.diagnostics.errors), "erreur", "erreurs")
            kept = "Le site précédent est intact." if is_built_site(self.output) else ""
            return f"Le site n'a pas été construit : {found}. {kept}".strip()
        counts = ", ".join(
            (
                count(self.pages, "page", "pages"),
                count(self.articles, "article", "articles"),
                *([count(self.events, "événement", "événements")] if self.events else []),
                count(self.images, "image", "images"),
                *([count(self.drafts, *_DRAFTS)] if self.drafts else []),
                *([count(self.waiting, *_WAITING)] if self.waiting else []),
                count(len(self.diagnostics.warnings), "avertissement", "avertissements"),
            )
        )
        if self.is_earlier:
            return (
                f"Rien n'a changé : le site est à jour dans {shown_path(self.output)}/ : {counts}."
            )
        seconds = f"{self.seconds:.1f}".replace(".", ",")
        return f"Site construit en {seconds} s dans {shown_path(self.output)}/ : {counts}."

    def as_dict(self) -> dict[str, object]:
        """Return the result for machines (JSON)."""
        diagnostics = [*self.diagnostics.errors, *self.diagnostics.warnings]
        return {
            "ok": self.is_ok,
            "summary": self.summary,
            "base_path": self.base_path,
            "output": str(self.output),
            "diagnostics": [
                {**diagnostic.as_dict(), "text": str(diagnostic)} for diagnostic in diagnostics
            ],
        }


def count(number: int, one: str, many: str) -> str:
    """Return a count in words: in French, zero is singular.

    >>> count(0, "page", "pages"), count(2, "page", "pages")
    ('0 page', '2 pages')
    """
    return f"{grouped(number)} {many if number >= 2 else one}"
