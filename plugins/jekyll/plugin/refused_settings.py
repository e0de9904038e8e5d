"""Settings of Pelican's that cannot mean here what its documentation says: refused by name.

Those of its settings that stand in none of these lists are followed (`tests/test_pelican/` tells
by what): a test names those that a new release of Pelican brings.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from core.clock import ZONE
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.build import (
    FEEDS_WITHOUT_ADDRESS,
    ONE_FILE_FOR_MANY,
    REFUSED_SETTING,
)
from core.project_paths import CACHE
from jekyll.addresses.urls import path_of

_ADDRESSES = "les adresses sont celles de Jekyll, ou le permalink d'un fichier"
_FILES = "les fichiers lus sont ceux de Jekyll, moins les exclude de _config.yml"
_NAMES = "les données d'un fichier sont celles de son en-tête et de son nom, comme dans Jekyll"
_TEXTS = "les textes sont faits au moment où chaque page l'est, par notre lecteur de Markdown"
WHY = {
    "RELATIVE_URLS": "les pages ont des adresses qui commencent à la racine du site",
    "SITENAME": "le nom du site est le title de _config.yml",
    "INTRASITE_LINK_REGEX": "les liens aux accolades sont ceux de la documentation de Pelican",
    "FORMATTED_FIELDS": "les données d'un en-tête sont du texte",
    **dict.fromkeys(
        """ARTICLE_URL ARTICLE_SAVE_AS ARTICLE_LANG_URL ARTICLE_LANG_SAVE_AS PAGE_URL PAGE_SAVE_AS
        PAGE_LANG_URL PAGE_LANG_SAVE_AS DRAFT_URL DRAFT_SAVE_AS DRAFT_LANG_URL
        DRAFT_LANG_SAVE_AS DRAFT_PAGE_URL DRAFT_PAGE_SAVE_AS DRAFT_PAGE_LANG_URL
        DRAFT_PAGE_LANG_SAVE_AS ARTICLE_PERMALINK_STRUCTURE
        STATIC_URL STATIC_SAVE_AS SLUGIFY_SOURCE EXTRA_PATH_METADATA""".split(),
        _ADDRESSES,
    ),
    **dict.fromkeys(
        """ARTICLE_PATHS PAGE_PATHS STATIC_PATHS STATIC_EXCLUDES
        IGNORE_FILES STATIC_CREATE_LINKS
        DEFAULT_METADATA DEFAULT_DATE WITH_FUTURE_DATES""".split(),
        _FILES,
    ),
    **dict.fromkeys("FILENAME_METADATA PATH_METADATA".split(), _NAMES),
    **dict.fromkeys(
        """READERS MARKDOWN DOCUTILS_SETTINGS PYGMENTS_RST_OPTIONS TYPOGRIFY TYPOGRIFY_IGNORE_TAGS
        TYPOGRIFY_OMIT_FILTERS TYPOGRIFY_DASHES CACHE_CONTENT LOAD_CONTENT_CACHE
        CONTENT_CACHING_LAYER GZIP_CACHE CHECK_MODIFIED_METHOD""".split(),
        _TEXTS,
    ),
}
# Those that pelicanconf.py gives, to switch Pelican's own guesses off.
_OURS = {
    "FILENAME_METADATA": ("",),
    "PATH_METADATA": ("",),
    "IGNORE_FILES": ([],),
}
# Pelican adds to each the paths of the other kind.
_FILLED = {"ARTICLE_EXCLUDES": "PAGE_PATHS", "PAGE_EXCLUDES": "ARTICLE_PATHS"}
# Settings that name a file for each category, each language or each day: what stands for each in
# an address, and what addresses are made of here, to see that they differ.
_WORDS = [{"slug": "a", "name": "a"}, {"slug": "b", "name": "b"}]
_LANGUAGES = [{"lang": "fr"}, {"lang": "oc"}]
_DAYS = [date(2025, 1, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 2, 2)]
_EACH: dict[str, tuple[str, Sequence[Mapping[str, Any]]]] = {
    **{
        f"{kind}_{what}": ("{slug}", _WORDS)
        for kind in ("CATEGORY", "TAG", "AUTHOR")
        for what in ("SAVE_AS", "FEED_ATOM", "FEED_RSS")
    },
    **{f"TRANSLATION_{what}": ("{lang}", _LANGUAGES) for what in ("FEED_ATOM", "FEED_RSS")},
    **{
        f"{kind}_ARCHIVE_SAVE_AS": ("/".join(parts), [{"date": day} for day in _DAYS[:most]])
        for kind, parts, most in (
            ("YEAR", ["{date:%Y}"], 2),
            ("MONTH", ["{date:%Y}", "{date:%m}"], 3),
            ("DAY", ["{date:%Y}", "{date:%m}", "{date:%d}"], 4),
        )
    },
}
FEED = re.compile("(?:[A-Z]+_)?FEED_(?:ALL_)?(?:ATOM|RSS)")
# What Pelican's own command follows, and our tasks cannot.
OF_ITS_COMMAND = {
    "OUTPUT_RETENTION": "la construction remplace le dossier tout entier",
    "PELICAN_CLASS": "nos commandes se servent de Pelican lui-même",
}


def report_refused_settings(
    settings: Mapping[str, Any], diagnostics: Diagnostics, is_pelican_s_own: bool
) -> None:
    """Report the settings that someone has given and that nothing here would follow."""
    for name, why in _refused(settings, {} if is_pelican_s_own else OF_ITS_COMMAND):
        diagnostics.add(REFUSED_SETTING(name=name, why=why))
    for name, (part, each) in _EACH.items():
        form = str(settings.get(name) or "")
        if form and not _has_an_address_for(each, form):
            folder, _, last = form.rpartition("/")
            ending = posixpath.splitext(last)[1] or ".html"
            bare = "" if "{" in folder else f"{folder}/" if folder else ""
            example = f"{bare}{part}{ending}"
            diagnostics.add(ONE_FILE_FOR_MANY(name=name, form=form, example=example))
    for name in sorted(settings):
        needed = name.removesuffix("_URL")
        if name != needed and FEED.fullmatch(needed):
            _report_alone(name, needed, settings, diagnostics)


def _report_alone(
    name: str, needed: str, settings: Mapping[str, Any], diagnostics: Diagnostics
) -> None:
    """Report a setting that means nothing without another, which is not given."""
    if settings.get(name) and not settings.get(needed):
        hint = f"Donnez aussi {needed}, ou retirez-le : sans lui, il ne sert à rien."
        diagnostics.add(REFUSED_SETTING(name=name, why="", hint=hint))


def report_unled_addresses(settings: Mapping[str, Any], diagnostics: Diagnostics) -> None:
    """Report the addresses of lists of Pelican's at which nothing is written, and files of none.

    An address that is Pelican's own default is not reported: it is made to lead to what is written.
    """
    for kind in ("YEAR", "MONTH", "DAY"):
        _report_alone(f"{kind}_ARCHIVE_URL", f"{kind}_ARCHIVE_SAVE_AS", settings, diagnostics)
    for template in DEFAULT_CONFIG["DIRECT_TEMPLATES"]:
        name = f"{template.upper()}_SAVE_AS"
        given = settings.get(name) not in (DEFAULT_CONFIG.get(name), "", None)
        if given and template not in settings["DIRECT_TEMPLATES"]:
            hint = f"Ajoutez « {template} » au réglage DIRECT_TEMPLATES, ou retirez-le."
            diagnostics.add(REFUSED_SETTING(name=name, why="", hint=hint))
    for kind in ("CATEGORY", "TAG", "AUTHOR"):
        name, writes = f"{kind}_URL", f"{kind}_SAVE_AS"
        form, file = (str(settings.get(it) or "") for it in (name, writes))
        page = re.split("[?#]", form, maxsplit=1)[0].lstrip("/")
        if form == DEFAULT_CONFIG[name] or ":" in page or not _has_an_address_for(_WORDS, page):
            continue  # or one address for all of them
        if not file:
            hint = f"Donnez aussi {writes}, ou retirez-le : sans lui, ces pages ne sont pas faites."
        elif page.rstrip("/") not in (file, file.removesuffix(".html"), path_of(file).strip("/")):
            hint = f"{writes} fait ces pages ailleurs : écrivez « {path_of(file)[1:]} »."
        else:
            continue
        diagnostics.add(REFUSED_SETTING(name=name, why="", hint=hint))


def report_feeds_without_address(settings: Mapping[str, Any], diagnostics: Diagnostics) -> None:
    """Tell Pelican's feeds of a site that has no address, once `_config.yml` is read."""
    names = [name for name in sorted(settings) if FEED.fullmatch(name) and settings[name]]
    if names and not settings["FEED_DOMAIN"]:
        diagnostics.add(FEEDS_WITHOUT_ADDRESS(names=", ".join(names)))


def as_they_are(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return what is to be compared later of the settings that nothing here follows."""
    return {name: repr(settings.get(name)) for name in WHY}


def report_changed_settings(
    settings: Mapping[str, Any],
    before: Mapping[str, str],
    ours: Collection[str],
    others: Sequence[str],
    diagnostics: Diagnostics,
) -> None:
    """Report the settings that a plugin by others has changed at `initialized`.

    Args:
        before: what `as_they_are` returned.
        ours: those that we change ourselves.
        others: the modules by others that hear that signal.
    """
    now, who = as_they_are(settings), " ou ".join(others)
    for name in WHY.keys() - set(ours):
        if now[name] != before[name]:
            hint = f"Un plugin le change ({who}), retirez-le du réglage PLUGINS : {WHY[name]}."
            diagnostics.add(REFUSED_SETTING(name=name, why="", hint=hint))


def _has_an_address_for(each: Sequence[Mapping[str, Any]], form: str) -> bool:
    """Return whether an address of Pelican's settings is another for each of some pages."""
    try:
        return len({form.format(**one) for one in each}) == len(each)
    except (LookupError, ValueError, AttributeError):  # braces that hold something else
        return False


def _refused(settings: Mapping[str, Any], more: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, why in {**WHY, **more}.items():
        fitting = (DEFAULT_CONFIG.get(name), *_OURS.get(name, ()))
        if settings.get(name) not in fitting:
            yield name, why
    for name, filled_with in _FILLED.items():
        if not set(settings[name]) <= {*DEFAULT_CONFIG[name], *settings[filled_with]}:
            yield name, _FILES
    if settings.get("TIMEZONE") != ZONE.key:
        yield "TIMEZONE", f"les événements ont lieu à l'heure de {ZONE.key}"
    if Path(settings["CACHE_PATH"]) not in (CACHE, Path(DEFAULT_CONFIG["CACHE_PATH"])):
        yield "CACHE_PATH", f"ce qui est gardé l'est dans le dossier {CACHE.name}/ du projet"
