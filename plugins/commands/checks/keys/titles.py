"""Two pages of one title, which no menu, tab or list of results tells apart."""

from __future__ import annotations

import posixpath
from collections import defaultdict

from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.pages import TITLE_OF_A_PART, TITLE_TWICE
from core.names import name_key
from jekyll.site.model import Document
from jekyll.site.settings import PARTS

_A_PAIR = 2


def check_titles(site: CheckedSite) -> None:
    """Warn of pages that have the title of another of their folder, or that of a part.

    More than two are a series, and meant so.
    """
    parts = _parts(site)
    alike: defaultdict[tuple[str, str, str | None], list[Document]] = defaultdict(list)
    for page in site.site.pages:
        if page.is_listed and page.metadata.get("title") is not None:
            folder, name = posixpath.dirname(page.name), name_key(page.title)
            alike[folder, name, page.metadata.get("lang")].append(page)
            is_apart = folder or page.is_home or not page.metadata["in_menu"]
            if name in parts and not is_apart and page.is_french:
                _report(site, page, TITLE_OF_A_PART(title=page.title, part=parts[name]))
    for pages in alike.values():
        if len(pages) == _A_PAIR:
            one, other = sorted(pages, key=lambda page: not page.is_home)
            _report(site, other, TITLE_TWICE(title=other.title, other=one.source.label))


def _report(site: CheckedSite, page: Document, wrong: Diagnostic) -> None:
    source = page.source
    site.add(wrong.at(source.label, source.line_of_key("title") or 1))


def _parts(site: CheckedSite) -> dict[str, str]:
    """Return the parts that the site makes itself, by what their names have in common."""
    made = (part for part in PARTS if f"{part}/index.html" in site.files - set(site.documents))
    return {name_key(site.site.config.settings.label(part)): part for part in made}
