"""The template that a file asks for by Pelican's key `template`, of themes by others alone.

Ours has one for each kind of page; and other tools have a key of that name, whose values are not
names of our templates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.keys import UNKNOWN_LAYOUT
from core.project_paths import OWN_THEME
from jekyll.site.model import Document

_NAME = re.compile(r"\w[\w-]*(?:/\w[\w-]*)*")


def own_template(
    document: Document, settings: Mapping[str, Any], diagnostics: Diagnostics
) -> str | None:
    """Return the name of the template that a document asks for; a missing one is reported."""
    name = document.own_keys.get("template")
    if not isinstance(name, str) or not name or Path(settings["THEME"]) == OWN_THEME:
        return None
    if _NAME.fullmatch(name) and theme_has(name, settings):
        return name
    unknown, source = UNKNOWN_LAYOUT(layout=name, hint=""), document.source
    diagnostics.add(unknown.at(source.label, source.line_of_key("template")))
    return None


def theme_has(name: str, settings: Mapping[str, Any]) -> bool:
    """Return whether the theme, or what stands over it, has a template of a name without ending."""
    folders = [
        *map(Path, settings["THEME_TEMPLATES_OVERRIDES"]),
        Path(settings["THEME"], "templates"),
    ]
    ends = settings["TEMPLATE_EXTENSIONS"]
    return any((folder / f"{name}{end}").is_file() for folder in folders for end in ends)
