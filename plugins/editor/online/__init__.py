"""Pelican plugin: the page for writing, published with the site. See README.md."""

from __future__ import annotations

from pelican import signals

from editor.online.generator import EditorGenerator, announce_editor
from jekyll.plugin.extension_points import site_loaded


def get_generators(_: object) -> type[EditorGenerator]:
    """Give Pelican our generator."""
    return EditorGenerator


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_editor)
    signals.get_generators.connect(get_generators)
