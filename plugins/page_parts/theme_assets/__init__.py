"""Pelican plugin: the theme's styles in each page, its files under lasting names. See README.md."""

from pelican import signals

from jekyll.plugin.extension_points import site_loaded
from page_parts.theme_assets.other_theme import add_fallback_templates, keep_static_files_back
from page_parts.theme_assets.plugin import AssetGenerator, add_functions, read_assets

NEEDS = ("page_parts.french",)  # in PLUGINS: our templates use its filters


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(read_assets)
    signals.initialized.connect(keep_static_files_back)
    signals.generator_init.connect(add_fallback_templates)
    signals.generator_init.connect(add_functions)
    signals.get_generators.connect(AssetGenerator.given)
