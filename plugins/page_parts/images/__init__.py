"""Pelican plugin: light, upright, discreet images in place of the members'. See README.md."""

from __future__ import annotations

# Plugins by others that make images lighter from originals, which are not there: see README.md.
INSTEAD_OF = ("image_process",)


def register() -> None:
    """Connect to Pelican's signals, and to the site's: to read images alone, neither is loaded."""
    from pelican import signals

    from jekyll.plugin.extension_points import site_loaded
    from page_parts.images.generator import ImageGenerator
    from page_parts.images.plugin import add_functions, keep_originals_back, see_site

    site_loaded.connect(see_site)
    signals.generator_init.connect(add_functions)
    signals.all_generators_finalized.connect(keep_originals_back)
    signals.get_generators.connect(ImageGenerator.given)
