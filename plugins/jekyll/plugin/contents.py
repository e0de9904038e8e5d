"""Pelican's articles and pages, found again by their files, as plugins by others leave them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.contents import Content
from pelican.generators import Generator

from engine.compat.source_order import read_in_order

ARTICLES, PAGES = "articles", "pages"
OURS = "engine jekyll content_types page_parts output_files editor".split()
_NEUTRAL = frozenset({"pelican.plugins.jinja_filters"})
_LISTING = "GENERATORS_OF_CONTENTS"


def contents_by_file(context: Mapping[str, Any]) -> dict[str, Content]:
    """Return what Pelican has read from files of the content, by their names.

    The hidden and the translated are there too, and what plugins have dropped since.

    Args:
        context: a generator's; its `articles` and `pages` hold what lists show alone.
    """
    found: dict[str, Content | None] = context["generated_content"]
    return {name: content for name, content in found.items() if content}


def note_listing(generator: Generator) -> None:
    """Remember one of Pelican's generators of articles or of pages: it alone writes them.

    What its settings sort alike stays in the order of our own lists.
    """
    read_in_order(generator)
    generator.context.setdefault(_LISTING, []).append(generator)


def has_ours_alone(settings: Mapping[str, Any]) -> bool:
    """Return whether no plugin by others may have changed a content, or copied what it says."""
    return all(it in _NEUTRAL or it.partition(".")[0] in OURS for it in settings["PLUGINS"])


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


def written_files(context: Mapping[str, Any]) -> set[str]:
    """Return the files of all that Pelican writes: what it lists, hidden or not, and drafts."""
    lists = "articles pages translations".split()
    lists += [name for what in lists for name in (f"hidden_{what}", f"draft_{what}")]
    lists += ["drafts", "drafts_translations"]
    every = (it for one in context[_LISTING] for what in lists for it in getattr(one, what, ()))
    return {it.relative_source_path for it in every if it.relative_source_path}


def listed_by_file(context: Mapping[str, Any]) -> dict[str, Content]:
    """Return the articles and the pages that Pelican lists, and their translations, by file."""
    translated = [it for one in context[_LISTING] for it in one.translations]
    every = [*listed(context, ARTICLES), *listed(context, PAGES), *translated]
    return {it.relative_source_path: it for it in every if it.relative_source_path}
