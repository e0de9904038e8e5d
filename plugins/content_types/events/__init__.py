"""Pelican plugin: events as files, their pages, the agenda, calendars. See README.md."""

from __future__ import annotations


def register() -> None:
    """Connect to Pelican's signals, and to the site's: to read dates alone, neither is loaded."""
    from pelican import signals

    from content_types.events.generator import EventsGenerator
    from content_types.events.plugin import read_events
    from jekyll.plugin.extension_points import site_loaded

    site_loaded.connect(read_events)
    signals.get_generators.connect(EventsGenerator.given)
