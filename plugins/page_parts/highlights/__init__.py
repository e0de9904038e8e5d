"""Pelican plugin: what members set apart, in boxes and marked words. See README.md."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import BOX_WITHOUT_A_QUOTATION, UNKNOWN_BOX
from jekyll.plugin.extension_points import SiteContext, site_loaded
from jekyll.site.model import Document
from page_parts.highlights.boxes import OFFERED, Sign, make_boxes, nearest_word
from page_parts.highlights.marks import mark_words

STYLE = "encarts"


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(show_highlights)


def show_highlights(context: SiteContext) -> None:
    """Add the pass."""

    def show(tree: LexborHTMLParser, document: Document) -> None:
        text = context.renderer.text(document)

        def report(sign: Sign, wrong: Diagnostic) -> None:
            source = document.source
            context.diagnostics.add(wrong.at(source.label, source.line_of(sign.written, sign.nth)))

        def report_unknown(sign: Sign) -> None:
            report(sign, UNKNOWN_BOX(written=sign.written, hint=_remedy(sign.word)))

        def report_unquoted(sign: Sign) -> None:
            report(sign, BOX_WITHOUT_A_QUOTATION(written=sign.written))

        # Most texts hold neither sign: their trees are left alone.
        if "[!" in text and make_boxes(tree, report_unknown, report_unquoted):
            document.ask_style(STYLE)
        if "==" in text:
            mark_words(tree)

    context.add_body_pass(show, lambda html, _: None if "==" in html else html)


def _remedy(word: str) -> str:
    near = nearest_word(word)
    known = ", ".join(f"[!{one}]" for one in OFFERED)
    return f"Vouliez-vous dire « [!{near}] » ?" if near else f"Écrivez l'un de ceux-ci : {known}."
