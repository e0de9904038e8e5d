"""Pelican plugin: captions under images, and images side by side. See README.md."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.diagnostics.catalog.images import IMPOSSIBLE_GALLERY
from jekyll.plugin.extension_points import SiteContext, site_loaded
from jekyll.site.model import Document
from page_parts.galleries.galleries import CLASS, make_galleries, write_captions

# Of a plain text: one image without a title stays as it is.
_MANY_OR_TITLED = re.compile(r"<img (?:[^>]* title=|[^<]*+(?:<(?!img )[^<]*+)*+<img )")


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(show_galleries)


def show_galleries(context: SiteContext) -> None:
    """Add the pass."""

    def show(tree: LexborHTMLParser, document: Document) -> None:
        if not tree.css_first(f"img, .{CLASS}"):
            return
        for nth, block in make_galleries(tree):
            _report(context, document, block, nth)
        write_captions(tree)
        if tree.css_first(f".{CLASS}"):
            document.ask_style(CLASS)

    context.add_body_pass(show, lambda html, _: None if _MANY_OR_TITLED.search(html) else html)


def _report(context: SiteContext, document: Document, block: LexborNode, nth: int) -> None:
    source = document.source
    line = source.line_of(f".{CLASS}", nth) or source.line_of(CLASS, nth)
    what = "il a aussi du texte" if block.css_first("img") else "il n'a pas d'image"
    context.diagnostics.add(IMPOSSIBLE_GALLERY(what=what).at(source.label, line))
