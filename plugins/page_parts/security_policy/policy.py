"""What a page may run and load, as data and as a Content-Security-Policy (W3C, CSP Level 3)."""

from __future__ import annotations

from collections.abc import Iterable
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


SELF = "'self'"


def policy_text(needs: Needs, allowed: Iterable[str] = ()) -> str:
    """Return the policy of a page: itself, what its body needs, and the site's allowed origins.

    `style-src` has 'unsafe-inline': the theme's styles are in the page, and members write `style`.

    >>> policy_text(Needs()).split("; ")[:3]
    ["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'"]
    """
    also = sorted(allowed)
    unsafe = ["'unsafe-hashes'", *sorted(needs.handlers)] if needs.handlers else []
    directives = {
        "default-src": ["'none'"],
        "script-src": [SELF, *sorted(needs.scripts), *unsafe, *also],
        "style-src": [SELF, "'unsafe-inline'", *also],
        "img-src": [SELF, "data:", *also],
        "font-src": [SELF, *also],
        "media-src": [SELF, *also],
        "connect-src": [SELF, *also],
        "frame-src": [SELF, *sorted(needs.frames), *also],
        "object-src": [SELF] if needs.has_objects else ["'none'"],
        "form-action": [SELF, *sorted(needs.forms)],
        "base-uri": ["'none'"],
        "manifest-src": [SELF],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
