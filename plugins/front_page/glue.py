"""The plugin's glue: a pass over the front page's body."""

from __future__ import annotations

from typing import Any

from selectolax.lexbor import LexborHTMLParser

from front_page.sections import cut_in_sections
from scribouilli.site import Document, Site


def cut_front_page(site: Site, settings: dict[str, Any], **_: Any) -> None:
    """Add the pass."""
    del site
    settings.setdefault("BODY_PASSES", []).append(_cut)


def _cut(tree: LexborHTMLParser, document: Document) -> None:
    if document.is_home and document.is_markdown:
        cut_in_sections(tree)
