"""Pelican plugin: `/404.html`, which hosts show for an address that leads nowhere.

The content may have one of its own. Its links are absolute paths, so that it reads the same at any
depth; its words are in `theme/templates/not_found.html`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pelican import signals
from pelican.writers import Writer

from engine.deferred_writer.file_generator import FileGenerator
from jekyll.addresses.urls import save_as
from jekyll.plugin.extension_points import SiteContext, site_context, site_loaded
from jekyll.plugin.site_view import has_own

PATH = "/404.html"


@dataclass(frozen=True)
class NotFound:
    """What the page's head says of it."""

    href: str
    title: str = "Page introuvable"
    description: str = "Cette adresse ne mène à aucune page du site."


def announce_page(context: SiteContext) -> None:
    """Say that the page will be written, when the content has none."""
    if not has_own(context.site, PATH):
        context.announce(PATH, "la page des adresses introuvables")


class NotFoundGenerator(FileGenerator):
    """Writes the page."""

    def generate_output(self, writer: Writer) -> None:
        """Write it."""
        context = site_context(self.settings)
        if context.is_announced(PATH):
            shown = NotFound(context.base_path + PATH)
            template = self.get_template("not_found")
            writer.write_file(save_as(PATH), template, self.context, shown=shown)


def register() -> None:
    """Connect to Pelican's signals, and to the site's."""
    site_loaded.connect(announce_page)
    signals.get_generators.connect(NotFoundGenerator.given)
