"""Pelican plugin: what machines read in the head of a page. See README.md."""

from pelican import signals

from page_parts.head_metadata.plugin import add_head_maker

AFTER = ("page_parts.share_pictures",)  # in PLUGINS


def register() -> None:
    """Connect to Pelican's signals."""
    signals.generator_init.connect(add_head_maker)
