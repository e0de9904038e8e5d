"""Pelican plugin: the pictures that go with shared links. See README.md."""

from pelican import signals

from jekyll.plugin.changes import article_reworded
from jekyll.plugin.extension_points import site_loaded
from page_parts.share_pictures.plugin import (
    SharePictureGenerator,
    add_site_s_picture,
    follow_title,
    plan_pictures,
)

AFTER = ("content_types.events",)  # in PLUGINS


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(plan_pictures)
    article_reworded.connect(follow_title)
    signals.generator_init.connect(add_site_s_picture)
    signals.get_generators.connect(SharePictureGenerator.given)
