"""Pelican's generator of the 404 page."""

from __future__ import annotations

from dataclasses import dataclass

from pelican.writers import Writer

from engine.deferred_writer.file_generator import FileGenerator
from jekyll.addresses.urls import save_as
from jekyll.plugin.extension_points import SiteContext, site_context
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
