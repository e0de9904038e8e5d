"""Pelican plugin: the events that cooperatives' own calendars announce. See README.md."""

from __future__ import annotations


def register() -> None:
    """Connect to the site's signal, after `events` and `commons`."""
    from content_types.calendars.plugin import read_calendars
    from jekyll.plugin.extension_points import site_loaded

    site_loaded.connect(read_calendars)
