"""Pelican plugin: events as files, their pages, the agenda, calendars. See README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content_types.events.generator import EventsGenerator


def get_generators(_: object) -> type[EventsGenerator]:
    """Give Pelican our generator."""
    from content_types.events.generator import EventsGenerator

    return EventsGenerator


def register() -> None:
    """Connect to Pelican's signals, and to the site's: to read dates alone, neither is loaded."""
    from pelican import signals

    from content_types.events.plugin import read_events
    from jekyll.plugin.extension_points import site_loaded

    site_loaded.connect(read_events)
    signals.get_generators.connect(get_generators)
