"""Pelican's articles and pages, found again by their files, as plugins by others leave them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from pelican.contents import Content
from pelican.generators import Generator

from jekyll.addresses.urls import path_of, quote_path, save_as
from jekyll.plugin.extension_points import SiteContext

ARTICLES, PAGES = "articles", "pages"
_LISTING = "GENERATORS_OF_CONTENTS"
# RFC 3986, section 2.2: a plugin's address may be escaped already, and bear a query.
_KEPT = "/:?#@!$&*+,;=~-._%"


def contents_by_file(context: Mapping[str, Any]) -> dict[str, Content]:
    """Return what Pelican has read from files of the content, by their names.

    The hidden and the translated are there too, and what plugins have dropped since.

    Args:
        context: a generator's; its `articles` and `pages` hold what lists show alone.
    """
    found: dict[str, Content | None] = context["generated_content"]
    return {name: content for name, content in found.items() if content}


def note_listing(generator: Generator) -> None:
    """Remember one of Pelican's generators of articles or of pages: it alone writes them."""
    generator.context.setdefault(_LISTING, []).append(generator)


def listed(context: Mapping[str, Any], what: str) -> list[Content]:
    """Return the articles or the pages that Pelican lists, and writes, in its order.

    A plugin drops one from its generator (it is written no more), or from the templates' context.

    Args:
        context: a generator's, once those of Pelican have theirs.
        what: `ARTICLES` or `PAGES`.
    """
    shown = set(map(id, context.get(what, ())))
    written = (it for one in context[_LISTING] for it in getattr(one, what, ()))
    return [content for content in written if id(content) in shown]


def listed_by_file(context: Mapping[str, Any]) -> dict[str, Content]:
    """Return the articles and the pages that Pelican lists, and their translations, by file."""
    translated = [it for one in context[_LISTING] for it in one.translations]
    every = [*listed(context, ARTICLES), *listed(context, PAGES), *translated]
    return {it.relative_source_path: it for it in every if it.relative_source_path}


def follow_addresses(context: Mapping[str, Any], site: SiteContext) -> None:
    """Have `href`, which our templates link to, follow the addresses that plugins have given.

    What a plugin has made itself, from no file of the content, gets one too.
    """
    for what in (ARTICLES, PAGES):
        for content in listed(context, what):
            document = site.site.documents.get(content.relative_source_path)
            own = quote_path(document.path).lstrip("/") if document else None
            url, file = content.url, content.save_as
            if document and url == own and file != save_as(document.path):
                content.href = site.href(path_of(file))
            elif url != own:
                content.href = f"{site.base_path}/{quote(url.lstrip('/'), safe=_KEPT)}"
