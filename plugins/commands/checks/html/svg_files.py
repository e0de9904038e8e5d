"""The drawings of the content, as programs write them: their parts, their styles, their frame."""

from __future__ import annotations

from commands.checks.css.rules import css_diagnostics
from commands.checks.html.ids import report_absent
from commands.checks.html.typed_values import wrong_forms
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING
from core.diagnostics.catalog.html import IMPOSSIBLE_VALUE
from jekyll.front_matter.source_positions import line_at
from jekyll.limits import LimitExceeded, check_tags


def check_drawings(site: CheckedSite) -> None:
    """Warn of what is not shown in them; of one that browsers do not read, that is told."""
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


def _check_drawing(site: CheckedSite, page: Page) -> None:
    if page.tree.css_first("script") is None:  # one may give ids
        report_absent(site, page)
    root = page.tree.css_first("svg")
    given = (
        {key.lower(): value for key, value in root.attributes.items()} if root is not None else {}
    )
    for key, value, hint in wrong_forms("svg", given):
        told = IMPOSSIBLE_VALUE(attribute=key, value=value, tag="<svg>", hint=hint)
        site.report(page, told.with_severity(WARNING), [f'{key}="{value}"', key])
    for style in page.tree.css("style"):
        css = style.text()
        for found in css_diagnostics(css):
            at = ["\n".join(css.split("\n")[: found.line]), css]
            site.report(page, found.diagnostic, at, below=found.line - 1)
