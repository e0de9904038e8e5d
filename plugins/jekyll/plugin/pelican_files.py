"""The files that Pelican's own generators write beside those of the content, as settings say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pelican.urlwrappers import Author, Category, Tag

from jekyll.addresses.urls import path_of

_KINDS = {"category": Category, "tag": Tag, "author": Author}
_FEEDS = ("FEED_ATOM", "FEED_RSS", "FEED_ALL_ATOM", "FEED_ALL_RSS")
_ARCHIVES = ("YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_SAVE_AS", "DAY_ARCHIVE_SAVE_AS")


def named_page(settings: Mapping[str, Any], what: str, name: str) -> str | None:
    """Return the path of the page of a category, a tag or an author; None where none is written."""
    file = _named_file(settings, what, name)
    return path_of(file) if file else None


def _named_file(settings: Mapping[str, Any], what: str, name: str) -> str:
    return str(_KINDS[what](name, settings).save_as or "") if name.strip() else ""


def pelican_files(
    settings: Mapping[str, Any], articles: Iterable[Mapping[str, Any]]
) -> Iterator[str]:
    """Yield the names of these files, relative to the output.

    Args:
        settings: Pelican's.
        articles: the metadata of its articles.
    """
    for template in settings["DIRECT_TEMPLATES"]:
        yield str(settings.get(f"{template.upper()}_SAVE_AS", f"{template}.html") or "")
    yield from map(str, settings["TEMPLATE_PAGES"].values())
    yield from (str(settings.get(key) or "") for key in _FEEDS)
    kinds = [what for what in _KINDS if settings.get(f"{what.upper()}_SAVE_AS")]
    archives = [str(settings[key]) for key in _ARCHIVES if settings.get(key)]
    for article in articles if kinds or archives else ():
        names = _names(article)
        for what in kinds:
            yield from (_named_file(settings, what, name) for name in names[what])
        if isinstance(day := article.get("date"), date):
            yield from (form.format(date=day) for form in archives)


def _names(article: Mapping[str, Any]) -> dict[str, list[str]]:
    category = article.get("category")
    return {
        "category": [category] if category else [],
        "tag": article.get("tags", []),
        "author": article.get("authors", []),
    }
