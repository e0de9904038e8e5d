"""Values that a setting of Pelican's cannot have: Pelican ends in an exception that names none."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.build import WRONG_SETTING
from jekyll.addresses.urls import is_site_address
from jekyll.plugin.refused_settings import FEED

_NUMBERS = """DEFAULT_PAGINATION DEFAULT_ORPHANS FEED_MAX_ITEMS SUMMARY_MAX_LENGTH
    SUMMARY_MAX_PARAGRAPHS""".split()


def report_wrong_values(settings: Mapping[str, Any], diagnostics: Diagnostics) -> None:
    """Report the settings whose values mean nothing, with one that would."""
    for name, instead in _wrong(settings):
        value = repr(settings[name])
        diagnostics.add(WRONG_SETTING(name=name, value=value, instead=instead))


def _wrong(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _NUMBERS:
        if not isinstance(settings.get(name), int | None):  # False too: no limit
            yield name, "un nombre entier"
    for name in sorted(settings):
        file = (
            str(settings[name] or "") if FEED.fullmatch(name) or name.endswith("_SAVE_AS") else ""
        )
        if file.startswith("/") or ".." in file.split("/"):
            below = posixpath.normpath(f"/{file}").lstrip("/")
            yield name, f"une adresse dans le site : « {below} »"
        elif name.endswith("_REGEX_SUBSTITUTIONS") and not _are_patterns(settings[name]):
            yield name, "des couples d'une expression rationnelle et d'un texte"
    if not str(settings["DEFAULT_CATEGORY"] or "").strip():
        yield "DEFAULT_CATEGORY", "un nom"
    if settings["SITEURL"] and not is_site_address(settings["SITEURL"]):
        yield "SITEURL", "une adresse : « https://exemple.fr » ou « https://exemple.fr/dossier »"
    if ".html" not in settings["TEMPLATE_EXTENSIONS"]:
        yield "TEMPLATE_EXTENSIONS", "une liste où soit « .html » : nos gabarits finissent ainsi"
    if not all(Path(it).is_dir() for it in settings["THEME_TEMPLATES_OVERRIDES"]):
        yield "THEME_TEMPLATES_OVERRIDES", "des dossiers qui existent"


def _are_patterns(pairs: Any) -> bool:
    try:
        return all(re.compile(pattern) and isinstance(by, str) for pattern, by in pairs)
    except (TypeError, ValueError, re.error):
        return False
