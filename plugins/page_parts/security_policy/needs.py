"""What one page may run and load beyond the site's own files."""

from __future__ import annotations

from dataclasses import dataclass, field

from jekyll.site.model import Document

_FINDING = "needs"


@dataclass
class Needs:
    """What a page's body asks for; each set holds CSP sources (CSP 3, section 2.3.1)."""

    scripts: set[str] = field(default_factory=set)  # hashes of the member's own inline scripts
    handlers: set[str] = field(default_factory=set)  # hashes of the member's own `on…` attributes
    # Origins shown in a frame, once a visitor asks for it.
    frames: set[str] = field(default_factory=set)
    # Where the forms of the page send what is written in them.
    forms: set[str] = field(default_factory=set)
    has_objects: bool = False  # the page holds an `<object>` or an `<embed>` of the site's own


def needs_of(document: Document) -> Needs:
    """Return the needs of a document's body as it was last made, to read or to add to."""
    needs: Needs = document.findings.setdefault(_FINDING, Needs())
    return needs
