"""The members' style sheets and `<style>` elements, each fault on its line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from commands.checks.css.rules import css_diagnostics
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic, typo
from core.diagnostics.catalog.css import UNKNOWN_VARIABLE
from core.plain_files import read_inside
from jekyll.front_matter.source_positions import line_at

_MOST = 1000  # looked for in one sheet
_USED = re.compile(r"var\(\s*(--[\w-]{1,100})\s*\)")
_NAMES = re.compile(r"(?<![\w-])--[a-zA-Z][\w-]{1,100}")
_GIVEN = re.compile(r"(?<![\w-])(--[\w-]{1,100})(?=\s*:|\s*\{|[\"'])")


def check_style_sheets(site: CheckedSite) -> None:
    """Report what does not parse in the style sheets that members wrote."""
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
        # Liquid may have moved the lines.
        told = [*((found.line - 1, found.diagnostic) for found in css_diagnostics(css))]
        for line, diagnostic in (*told, *_unknown_variables(site, css)):
            site.add(diagnostic.at(site.label(name), first and first + line))


def _unknown_variables(site: CheckedSite, css: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the variables that nothing gives, and that nearly are given ones, with their lines."""
    used = list(islice(_USED.finditer(css), _MOST))
    if not used:
        return
    theme = site.pages["index.html"].text if "index.html" in site.pages else ""
    known = {*_NAMES.findall(theme), *_GIVEN.findall(site.styles), *_GIVEN.findall(css)}
    for found in used:
        near = None if found[1] in known else typo(found[1], known)
        if near:
            yield line_at(css, found.start()), UNKNOWN_VARIABLE(name=found[1], near=near)


def _encoding(data: bytes) -> str:
    """Return what a sheet says to be written in (CSS Syntax, section 3.2)."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if is_wide else "utf-8-sig"


def check_style_elements(site: CheckedSite) -> None:
    """Report what does not parse in the `<style>` of the pages."""
    for page in site.pages.values():
        styles = _styles(site, page)
        if styles and site.source(page).lower().count("</style") < len(styles):
            continue  # one is not closed, and takes the rest of the page: that is reported
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
