"""Pelican's generator of the rest: redirects, and texts with front matter."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from scribouilli.site import Kind
from scribouilli.urls import save_as


class DialectGenerator(Generator):
    """Writes redirect pages and rendered texts."""

    def generate_output(self, writer: Writer) -> None:
        """Write them."""
        template = self.get_template("redirect")
        for redirect in self.settings["DIALECT_REDIRECTS"]:
            writer.write_file(redirect.save_as, template, self.context, redirect=redirect)
        renderer = self.settings["DIALECT_RENDERER"]
        for document in self.settings["DIALECT_SITE"].of_kind(Kind.TEXT):
            target = Path(self.output_path) / save_as(document.path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(renderer.text(document), encoding="utf-8")
