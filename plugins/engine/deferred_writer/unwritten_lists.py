"""Pelican's lists of tags, categories and authors, when no page shows them.

Pelican goes through all articles for each of them even then: 5,000 articles take seconds. Templates
and other plugins have had theirs: this comes when the writing begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pelican.generators import ArticlesGenerator, Generator

_LISTS: dict[str, tuple[str, type]] = {
    "tags": ("TAG", dict),
    "categories": ("CATEGORY", list),
    "authors": ("AUTHOR", list),
}


def skip_unwritten_lists(generators: Iterable[Generator], settings: Mapping[str, Any]) -> None:
    """Empty the lists that have neither a page nor a feed."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for attribute, (name, empty) in _LISTS.items():
                shown = ("SAVE_AS", "FEED_ATOM", "FEED_RSS")
                if not any(settings.get(f"{name}_{what}") for what in shown):
                    setattr(generator, attribute, empty())
