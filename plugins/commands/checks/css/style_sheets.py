"""The members' style sheets and `<style>` elements, each fault on its line."""

from __future__ import annotations

import codecs

from selectolax.lexbor import LexborNode

from commands.checks.css.rules import css_diagnostics
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.plain_files import read_inside


def check_style_sheets(site: CheckedSite) -> None:
    """Tell what does not parse in the style sheets that members wrote."""
    for name in site.with_ending(".css"):
        document = site.documents.get(name)
        if document:
            css, source = site.renderer.text(document), document.source
            first = 0 if css.count("\n") != source.body.count("\n") else source.body_line
        elif name in site.site.files.names:
            data = read_inside(site.site.files.root, name)
            css, first = data.decode(_encoding(data), "replace"), 1
        else:
            continue
        for found in css_diagnostics(css):
            line = first and first + found.line - 1  # Liquid may have moved the lines
            site.add(found.diagnostic.at(site.label(name), line))


def _encoding(data: bytes) -> str:
    """Return what a sheet says to be written in (CSS Syntax, section 3.2)."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if is_wide else "utf-8-sig"


def check_style_elements(site: CheckedSite) -> None:
    """Tell what does not parse in the `<style>` of the pages."""
    for page in site.pages.values():
        styles = _styles(site, page)
        if styles and site.source(page).lower().count("</style") < len(styles):
            continue  # one is not closed, and takes the rest of the page: that is told
        for style in styles:
            css = style.text()
            lines = css.split("\n")
            for found in css_diagnostics(css):
                at = ["\n".join(lines[: found.line]), css]
                site.report(page, found.diagnostic, at, below=found.line - 1)


def _styles(site: CheckedSite, page: Page) -> list[LexborNode]:
    """Return the styles that the author of a page wrote in it."""
    of_a_file = page.tree if page.name in site.site.files.names else None
    holder = page.content if page.name in site.documents else of_a_file
    if holder is None:
        return []
    return holder.css("style:not([type]), style[type=''], style[type='text/css' i]")
