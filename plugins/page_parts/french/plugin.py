"""The plugin: filters for templates, and a pass over each body."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from core.french.dates import french_date
from core.french.lists import french_list
from core.french.typography import french_spaces, space_body
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.model import Document

_REMEMBERED = 1024  # titles and names come back from page to page


def add_filters(generator: Any) -> None:
    """Give a generator's templates the filters of French."""
    generator.env.filters.update(
        french_date=french_date,
        french_list=french_list,
        french_spaces=lru_cache(_REMEMBERED)(french_spaces),
    )


def space_bodies(context: SiteContext) -> None:
    """Give each body the spaces of French."""
    context.add_body_pass(_space)


def _space(tree: LexborHTMLParser, document: Document) -> None:
    if (document.metadata["lang"] or "fr").partition("-")[0].lower() == "fr":
        space_body(tree)
