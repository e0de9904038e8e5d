"""Settings of Pelican's that cannot mean here what its documentation says: refused by name.

Those of its settings that stand in none of these lists are followed (`tests/test_pelican/` tells
by what): a test names those that a new release of Pelican brings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from core.clock import ZONE
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.build import REFUSED_SETTING
from core.project_paths import CACHE
from jekyll.plugin.site_view import FEED

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
    **dict.fromkeys("FILENAME_METADATA PATH_METADATA USE_FOLDER_AS_CATEGORY".split(), _NAMES),
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
    "USE_FOLDER_AS_CATEGORY": (False,),
    "IGNORE_FILES": ([],),
}
# Pelican adds to each the paths of the other kind.
_FILLED = {"ARTICLE_EXCLUDES": "PAGE_PATHS", "PAGE_EXCLUDES": "ARTICLE_PATHS"}
# Settings that name one file, and those that name one for each category, tag or author.
_FEEDS_OF_ALL = ("FEED_ATOM", "FEED_RSS", "FEED_ALL_ATOM", "FEED_ALL_RSS")
_OF_EACH = [
    f"{kind}_{what}"
    for kind in ("CATEGORY", "TAG", "AUTHOR")
    for what in ("SAVE_AS", "FEED_ATOM", "FEED_RSS")
]
# What Pelican's own command follows, and our tasks cannot.
OF_ITS_COMMAND = {
    "OUTPUT_RETENTION": "la construction remplace le dossier tout entier",
    "PELICAN_CLASS": "nos commandes se servent de Pelican lui-même",
}


def report_refused_settings(
    settings: Mapping[str, Any], diagnostics: Diagnostics, is_pelican_s_own: bool
) -> None:
    """Tell the settings that someone has given and that nothing here would follow.

    Args:
        settings: Pelican's, as its `read_settings` returns them.
        diagnostics: where they are told.
        is_pelican_s_own: Pelican's own command runs.
    """
    for name, why in _refused(settings, {} if is_pelican_s_own else OF_ITS_COMMAND):
        diagnostics.add(REFUSED_SETTING(name=name, why=why))


def _refused(settings: Mapping[str, Any], more: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, why in {**WHY, **more}.items():
        fitting = (DEFAULT_CONFIG.get(name), *_OURS.get(name, ()))
        if settings.get(name) not in fitting:
            yield name, why
    for name, filled_with in _FILLED.items():
        if not set(settings[name]) <= {*DEFAULT_CONFIG[name], *settings[filled_with]}:
            yield name, _FILES
    yield from _colliding(settings)
    if settings.get("TIMEZONE") != ZONE.key:
        yield "TIMEZONE", f"les événements ont lieu à l'heure de {ZONE.key}"
    if Path(settings["CACHE_PATH"]).name not in (CACHE.name, DEFAULT_CONFIG["CACHE_PATH"]):
        yield "CACHE_PATH", f"ce qui est gardé l'est dans {CACHE.name}/"


def _colliding(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the settings that name a file which something else writes, or one for many pages."""
    for name in _FEEDS_OF_ALL:
        if settings.get(name) == FEED:
            yield name, f"{FEED} est le flux du site"
    for name in _OF_EACH:
        form = str(settings.get(name) or "")
        if form and "{slug}" not in form and "{name}" not in form:
            yield name, "chaque page écraserait les autres, sans {slug} dans son adresse"
