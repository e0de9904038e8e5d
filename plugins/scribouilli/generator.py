"""Pelican's generator of the rest: redirects, and texts with front matter."""

from __future__ import annotations

from functools import partial

from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from scribouilli.render import Renderer
from scribouilli.site import Document, Kind
from scribouilli.urls import save_as


class DialectGenerator(Generator):
    """Writes redirect pages and rendered texts."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write them."""
        template = self.get_template("redirect")
        for redirect in self.settings["DIALECT_REDIRECTS"]:
            writer.write_file(redirect.save_as, template, self.context, redirect=redirect)
        renderer = self.settings["DIALECT_RENDERER"]
        for document in self.settings["DIALECT_SITE"].of_kind(Kind.TEXT):
            make = partial(_text, renderer, document)
            writer.promise(save_as(document.path), make)


def _text(renderer: Renderer, document: Document) -> bytes:
    return renderer.text(document).encode()
