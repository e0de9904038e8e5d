"""Pelican's generator of the 404 page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from faults import Faults
from scribouilli.extension_points import Generated
from scribouilli.site import Site
from scribouilli.urls import base_path, save_as

PATH = "/404.html"


@dataclass(frozen=True)
class NotFound:
    """What the page's head says of it."""

    href: str
    title: str = "Page introuvable"
    description: str = "Cette adresse ne mène à aucune page du site."


def announce_page(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Say that the page will be written, when the content has none."""
    del faults  # it can have none
    own = {save_as(document.path) for document in site.rendered} | set(site.copied)
    settings["WRITES_NOT_FOUND"] = save_as(PATH) not in own
    if settings["WRITES_NOT_FOUND"]:
        generated.append(Generated(PATH, "la page des adresses introuvables"))


class NotFoundGenerator(Generator):
    """Writes the page."""

    def generate_output(self, writer: Writer) -> None:
        """Write it."""
        if self.settings["WRITES_NOT_FOUND"]:
            shown = NotFound(base_path(self.settings["SITEURL"]) + PATH)
            template = self.get_template("not_found")
            writer.write_file(save_as(PATH), template, self.context, shown=shown)
