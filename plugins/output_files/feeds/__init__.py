"""Pelican plugin: the Atom feed of the articles. See README.md."""

from pelican import signals

from output_files.feeds.generator import FeedGenerator


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(FeedGenerator.given)
