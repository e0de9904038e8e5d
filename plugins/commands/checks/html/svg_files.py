"""The drawings of the content, as programs write them: their parts, their styles, their frame."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from commands.checks.css.rules import css_diagnostics
from commands.checks.html.ids import report_absent
from commands.checks.html.typed_values import wrong_forms
from commands.checks.lines import short
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING
from core.diagnostics.catalog.html import IMPOSSIBLE_VALUE
from core.diagnostics.catalog.image_files import AS_OUTLINES, UNSEEN_PART
from jekyll.addresses.css_addresses import css_addresses
from jekyll.addresses.hosts import scheme_of
from jekyll.addresses.html_addresses import styles_of
from jekyll.front_matter.source_positions import line_at
from jekyll.limits import LimitExceeded, check_tags

_SHEET = re.compile(r"<\?xml-stylesheet\b[^>]{0,500}?\bhref\s*=\s*[\"']([^\"'>]{1,500})")
_FONT_FACE = re.compile(r"(?i)@(?:font-face|import)\b[^;{}]{0,500}(?:\{[^{}]{0,2000}\}|;)")
_LINES = "path[d], polygon[points], polyline[points]"


def check_drawings(site: CheckedSite) -> None:
    """Warn of what is not shown in them; of one that browsers do not read, that is reported."""
    for name in site.with_ending(".svg"):
        is_told = name in site.unseen or site.image_diagnostics.get(name)
        if name in site.own_files and not is_told:
            page = Page(site.output, name)
            try:
                check_tags(page.text)
                _check_drawing(site, page)
            except LimitExceeded as asked:
                line = line_at(page.text, asked.place) + 1 if asked.place is not None else 0
                found = asked.diagnostic.with_severity(WARNING)
                site.add(found.at(site.label(name), line))


def check_inline_drawings(site: CheckedSite) -> None:
    """Warn of the lines of drawings in pages that are none."""
    for page in site.pages.values():
        if page.name in site.documents or page.name in site.own_files:
            _check_lines(site, page, page.in_content(f"svg :is({_LINES})"))


def _check_lines(site: CheckedSite, page: Page, nodes: list[LexborNode]) -> None:
    """Report the lines that are drawn up to their first fault (SVG 2, section 9.3.9)."""
    for node in site.until_enough(page, nodes, WARNING):
        for key, value, hint in wrong_forms(node.tag or "", dict(node.attributes)):
            told = IMPOSSIBLE_VALUE(
                attribute=key, value=short(value), tag=f"<{node.tag}>", hint=hint
            )
            at = [f'{key}="{value}"', f"{key}='{value}'", f" {key}="]
            site.report(page, told.with_severity(WARNING), at, page.nth(node, key))


def _check_other_files(site: CheckedSite, page: Page) -> None:
    """Report what a drawing asks for, where it is shown as an image: browsers load none of it.

    Source: SVG 2, section 2.2.6, « secure static mode »; SVG Integration, section 3.
    """
    held = [one.url for one in page.references if one.is_loaded]
    styles = "\n".join(css for *_, css in styles_of(page.tree.root)) if page.tree.root else ""
    sheets = _SHEET.findall(page.text)
    fonts = {url for face in _FONT_FACE.findall(styles) for url in _urls(face)}
    for url in dict.fromkeys([*sheets, *held, *_urls(styles)]):
        if url.startswith("#") or scheme_of(url) in ("data", "blob"):
            continue
        hint = AS_OUTLINES if url in fonts else None
        site.report(page, UNSEEN_PART(url=short(url), hint=hint), [url], is_address=True)


def _urls(css: str) -> list[str]:
    return [address.url for address in css_addresses(css) if address.url]


def _check_drawing(site: CheckedSite, page: Page) -> None:
    if page.name in site.shown:
        _check_other_files(site, page)
    if page.tree.css_first("script") is None:  # one may give ids
        report_absent(site, page)
    root = page.tree.css_first("svg")
    given = (
        {key.lower(): value for key, value in root.attributes.items()} if root is not None else {}
    )
    for key, value, hint in wrong_forms("svg", given):
        told = IMPOSSIBLE_VALUE(attribute=key, value=value, tag="<svg>", hint=hint)
        site.report(page, told.with_severity(WARNING), [f'{key}="{value}"', key])
    _check_lines(site, page, page.tree.css(_LINES))
    for style in page.tree.css("style"):
        css = style.text()
        for found in css_diagnostics(css):
            at = ["\n".join(css.split("\n")[: found.line]), css]
            site.report(page, found.diagnostic, at, below=found.line - 1)
