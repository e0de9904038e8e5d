"""Pelican plugin: the agenda's views, and what others take from them. See README.md."""

from __future__ import annotations

from pelican import signals

from content_types.agenda_views.generator import AgendaGenerator
from content_types.agenda_views.plugin import announce_views
from jekyll.plugin.extension_points import site_loaded

AFTER = ("content_types.events", "content_types.calendars")  # in PLUGINS


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_views)
    signals.get_generators.connect(AgendaGenerator.given)
