"""Settings of Pelican's that cannot mean here what its documentation says: refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from core.clock import ZONE
from core.diagnostics import Diagnostics
from core.diagnostics.catalog.build import REFUSED_SETTING

_ADDRESSES = "les adresses sont celles de Jekyll, ou le permalink d'un fichier"
_FILES = "les fichiers lus sont ceux de Jekyll, moins les exclude de _config.yml"
_NAMES = "les données d'un fichier sont celles de son en-tête et de son nom, comme dans Jekyll"
_TEXTS = "les textes sont faits au moment où chaque page l'est, par notre lecteur de Markdown"
_WHY = {
    "RELATIVE_URLS": "les pages ont des adresses qui commencent à la racine du site",
    **dict.fromkeys(
        """ARTICLE_URL ARTICLE_SAVE_AS ARTICLE_LANG_URL ARTICLE_LANG_SAVE_AS PAGE_URL PAGE_SAVE_AS
        PAGE_LANG_URL PAGE_LANG_SAVE_AS DRAFT_URL DRAFT_SAVE_AS DRAFT_LANG_URL
        DRAFT_LANG_SAVE_AS DRAFT_PAGE_URL DRAFT_PAGE_SAVE_AS
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
        "MARKDOWN DOCUTILS_SETTINGS TYPOGRIFY CACHE_CONTENT LOAD_CONTENT_CACHE".split(), _TEXTS
    ),
}
# Those that pelicanconf.py gives, to switch Pelican's own guesses off.
_OURS = {
    "FILENAME_METADATA": ("",),
    "PATH_METADATA": ("",),
    "USE_FOLDER_AS_CATEGORY": (False,),
    "IGNORE_FILES": ([],),
}
_WRITER = "engine.deferred_writer"


def report_refused_settings(settings: Mapping[str, Any], diagnostics: Diagnostics) -> None:
    """Tell the settings that someone has given and that nothing here would follow."""
    for name, why in _WHY.items():
        fitting = (DEFAULT_CONFIG.get(name), *_OURS.get(name, ()))
        if settings.get(name) not in fitting:
            diagnostics.add(REFUSED_SETTING(name=name, why=why))
    if settings.get("TIMEZONE") != ZONE.key:
        why = f"les événements ont lieu à l'heure de {ZONE.key}"
        diagnostics.add(REFUSED_SETTING(name="TIMEZONE", why=why))
    if list(settings["PLUGINS"])[:1] != [_WRITER]:
        hint = f"Mettez-y {_WRITER} en premier."
        diagnostics.add(REFUSED_SETTING(name="PLUGINS", why="", hint=hint))
