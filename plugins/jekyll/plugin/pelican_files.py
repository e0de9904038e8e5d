"""The files that Pelican's own generators write beside those of the content, as settings say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.addresses import SAME_ADDRESS
from core.names import nfc
from jekyll.addresses.urls import path_of
from jekyll.plugin.reader import with_slug

_KINDS = {"category": Category, "tag": Tag, "author": Author}
_FEEDS = ("FEED_ATOM", "FEED_RSS")
_MAIN_FEEDS = (*_FEEDS, "FEED_ALL_ATOM", "FEED_ALL_RSS")
_ARCHIVES = ("YEAR_ARCHIVE_SAVE_AS", "MONTH_ARCHIVE_SAVE_AS", "DAY_ARCHIVE_SAVE_AS")


def named_page(settings: Mapping[str, Any], what: str, name: str) -> str | None:
    """Return the path of the page of a category, a tag or an author; None where none is written."""
    if not name.strip():
        return None
    file = str(with_slug(_KINDS[what](name, settings), settings).save_as or "")
    return path_of(file) if file else None


def pelican_files(
    settings: Mapping[str, Any], articles: Iterable[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Return these files, by their names in the output, and the settings that ask for each."""
    found: dict[str, list[str]] = {}
    for key, file in _asked(settings, articles):
        if file and key not in (asking := found.setdefault(file, [])):
            asking.append(key)
    return found


def report_taken(
    files: Mapping[str, Sequence[str]], taken: Mapping[str, str], diagnostics: Diagnostics
) -> None:
    """Report the settings whose files (see `pelican_files`) are at the address of something else.

    `taken` are the other files of the output, and what each is, in French.
    """
    for file, (key, *others) in files.items():
        other = f"le réglage « {others[0]} »" if others else taken.get(nfc(file))
        if other:
            same = SAME_ADDRESS(
                claimant=f"le réglage « {key} » de Pelican",
                other=other,
                address=path_of(file),
                remedy="Changez ce réglage.",
            )
            diagnostics.add(same)


def _asked(
    settings: Mapping[str, Any], articles: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield the settings and the files that they ask for, perhaps ""."""
    for template in settings["DIRECT_TEMPLATES"]:
        key = f"{template.upper()}_SAVE_AS"
        yield key, str(settings.get(key, f"{template}.html") or "")
    yield from (("TEMPLATE_PAGES", str(file)) for file in settings["TEMPLATE_PAGES"].values())
    yield from ((key, _form(settings, key)) for key in _MAIN_FEEDS)
    of_names = {kind: _forms(settings, kind, ("SAVE_AS", *_FEEDS)) for kind in _KINDS}
    of_languages = _forms(settings, "translation", _FEEDS)
    archives = [(key, form) for key in _ARCHIVES if (form := _form(settings, key))]
    if not (any(of_names.values()) or of_languages or archives):
        return
    for article in articles:
        for kind, forms in of_names.items():
            for one in _named(article, kind, settings) if forms else ():
                yield from ((key, form.format(slug=one.slug, name=one.name)) for key, form in forms)
        language = article.get("lang") or settings["DEFAULT_LANG"]
        yield from ((key, form.format(lang=language)) for key, form in of_languages)
        if isinstance(day := article.get("date"), date):
            yield from ((key, form.format(date=day)) for key, form in archives)


def _form(settings: Mapping[str, Any], key: str) -> str:
    return str(settings.get(key) or "")


def _forms(settings: Mapping[str, Any], kind: str, ends: Iterable[str]) -> list[tuple[str, str]]:
    keys = (f"{kind.upper()}_{end}" for end in ends)
    return [(key, form) for key in keys if (form := _form(settings, key))]


def _named(article: Mapping[str, Any], kind: str, settings: Mapping[str, Any]) -> list[URLWrapper]:
    found = article.get({"tag": "tags", "author": "authors"}.get(kind, kind), ())
    names = [found] if isinstance(found, str) else list(found)
    if kind == "author" and not names and settings.get("AUTHOR"):
        names = [settings["AUTHOR"]]
    return [with_slug(_KINDS[kind](name, settings), settings) for name in names]
