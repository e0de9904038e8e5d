"""What another theme of Pelican's needs: the templates that our plugins name and it lacks."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader
from pelican import Pelican
from pelican.generators import Generator

from core.project_paths import OWN_THEME

OWN_TEMPLATES = OWN_THEME / "templates"


def is_own(theme: str) -> bool:
    """Return whether this plugin publishes a theme's files: it has styles to put in pages."""
    return (Path(theme) / "styles").is_dir()


def keep_static_files_back(pelican: Pelican) -> None:
    """Have Pelican copy no static file of a theme whose files this plugin publishes."""
    if is_own(pelican.settings["THEME"]):
        pelican.settings["THEME_STATIC_PATHS"] = []


def add_fallback_templates(generator: Generator) -> None:
    """Let a generator find our templates after those of its theme.

    They extend its `base.html` and fill its block `content`, which themes of Pelican's have.
    """
    loader = generator.env.loader
    if isinstance(loader, ChoiceLoader) and not is_own(generator.settings["THEME"]):
        loader.loaders = [*loader.loaders, FileSystemLoader(OWN_TEMPLATES)]
