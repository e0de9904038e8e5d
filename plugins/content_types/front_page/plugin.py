"""The plugin: a pass over the front page's body."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from content_types.front_page.sections import cut_in_sections
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.model import Document


def cut_front_page(context: SiteContext) -> None:
    """Add the pass."""
    context.add_body_pass(_cut, lambda html, document: None if document.is_home else html)


def _cut(tree: LexborHTMLParser, document: Document) -> None:
    if document.is_home and document.is_markdown:
        cut_in_sections(tree)
