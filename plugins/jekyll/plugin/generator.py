"""Pelican's generator of the rest: redirects, and texts with front matter."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from core.plain_files import read_inside
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.addresses.urls import save_as
from jekyll.plugin.changes import addresses, follow_changes, follow_summaries, report_late_moves
from jekyll.plugin.extension_points import site_context
from jekyll.plugin.plugin import made_style_sheets
from jekyll.rendering.renderer import Renderer
from jekyll.site.model import Document, Kind


class DialectGenerator(FileGenerator):
    """Writes redirect pages and rendered texts."""

    def generate_context(self) -> None:
        """Follow the addresses and the titles that plugins by others have given."""
        follow_changes(self)
        self.addresses = addresses(self.context)

    def refresh_metadata_intersite_links(self) -> None:
        """Follow the summaries: Pelican calls it once it has those that plugins have written."""
        follow_summaries(self)

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write them."""
        report_late_moves(self, self.addresses)
        context = site_context(self.settings)
        template = self.get_template("redirect")
        for redirect in context.redirects:
            writer.write_file(redirect.save_as, template, self.context, redirect=redirect)
        for document in context.site.of_kind(Kind.TEXT):
            writer.promise(save_as(document.path), partial(_text, context.renderer, document))
        for name in made_style_sheets(context):
            root = context.site.files.root
            writer.promise(name, partial(_style_sheet, context.renderer, root, name))


def _text(renderer: Renderer, document: Document) -> bytes:
    return renderer.published_text(document).encode()


def _style_sheet(renderer: Renderer, root: Path, name: str) -> bytes:
    """Return a style sheet of the content; bytes that are not UTF-8 stay as they are."""
    css = read_inside(root, name).decode("utf-8", "surrogateescape")
    return renderer.style_sheet(css).encode("utf-8", "surrogateescape")
