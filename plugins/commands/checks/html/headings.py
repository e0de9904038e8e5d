"""Headings: the outline that screen readers go through, each level under the one before."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from commands.checks.lines import line_of_heading
from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics.catalog.pages import EMPTY_HEADING, SKIPPED_HEADING_LEVEL


def check_headings(site: CheckedSite) -> None:
    """Report the headings that skip a level."""
    for page in site.pages.values():
        before = 0
        for heading in site.until_enough(page, page.in_content("h1, h2, h3, h4, h5, h6")):
            level = _level(heading)
            if page.is_hidden(heading):
                continue
            is_empty = not words_of(heading) and not heading.css("img[alt], svg, [aria-label]")
            if page.name in site.documents and is_empty:
                at = ["#" * level, f"<h{level}"]
                line = _line(site, page, heading)
                site.report(page, EMPTY_HEADING(level=level), at, page.nth(heading), line=line)
            if before and level > before + 1:
                _report_skipped(site, page, heading, before)
            before = level


def _level(heading: LexborNode) -> int:
    return int((heading.tag or "")[1:])


def _report_skipped(site: CheckedSite, page: Page, heading: LexborNode, before: int) -> None:
    level, words = _level(heading), words_of(heading)
    sign, wanted = "#" * level, "#" * (before + 1)
    hint = f"Écrivez {wanted} {words}" if len(words) <= 60 else f"Écrivez {wanted} devant lui"
    document = site.documents.get(page.name)
    if document and not document.is_markdown:
        hint = f"Écrivez <h{before + 1}>"
    at = [f"{sign} {words}", f"{sign}{words}", words]
    skipped = SKIPPED_HEADING_LEVEL(words=words, level=level, before=before, hint=f"{hint}.")
    line = _line(site, page, heading)
    site.report(page, skipped, at, page.nth(heading), line=line)


def _line(site: CheckedSite, page: Page, heading: LexborNode) -> int:
    """Return the line of a heading that stands whole in its source, 0 for none."""
    line = line_of_heading(_level(heading), words_of(heading), site.source(page), page.nth(heading))
    document = site.documents.get(page.name)
    return line and line + (document.source.body_line - 1 if document else 0)
