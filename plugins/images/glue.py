"""The plugin's glue: a pass over bodies, two functions for templates, originals kept back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator, StaticGenerator

from deferred_writer.writer import LATER
from faults import Faults
from file_cache import FileCache
from images.picture_file import BadPicture
from images.site_images import SiteImages
from images.workshop import Workshop
from plain_files import read_inside
from scribouilli.extension_points import Generated
from scribouilli.site import Kind, Site
from scribouilli.site_config import FILE_NAME
from scribouilli.urls import base_path

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "images"


def see_site(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Be ready for the images of a site just loaded."""
    del generated  # the variants' names hold hashes: nobody else can claim them

    def tell(name: str, bad: BadPicture) -> None:
        faults.warn(f"{site.label}/{name}", 0, bad.message, bad.cure)

    cache = FileCache(CACHE)
    workshop = Workshop(site.files.root, cache, tell)
    images = SiteImages(site, base_path(settings["SITEURL"]), workshop)
    settings["SITE_IMAGES"], settings["IMAGE_WORKSHOP"] = images, workshop
    settings["IMAGE_CACHE"] = cache
    settings["GATHERED"] = [*settings.get("GATHERED", []), images]
    settings["BODY_PASSES"] = [*settings.get("BODY_PASSES", []), images.rewrite]


def add_functions(generator: Generator) -> None:
    """Give a generator's templates `picture` and `fallback`."""
    images: SiteImages = generator.settings["SITE_IMAGES"]
    generator.env.globals.update(picture=images.picture, fallback=images.fallback)


def keep_originals_back(generators: list[Generator]) -> None:
    """Take from Pelican the images that are made of pixels."""
    for generator in generators:
        if isinstance(generator, StaticGenerator):
            images: SiteImages = generator.settings["SITE_IMAGES"]
            _note_mentions(images, generator.settings)
            if not generator.settings.get(LATER):
                images.prepare()
            ours = images.rasters
            files = generator.context["staticfiles"]
            kept = [file for file in files if file.relative_source_path not in ours]
            generator.context["staticfiles"] = kept


def _note_mentions(images: SiteImages, settings: dict[str, Any]) -> None:
    """Note what is named elsewhere than in bodies.

    An event's front matter does not count: its poster is shown by the templates.
    """
    site: Site = settings["DIALECT_SITE"]
    events = settings.get("EVENTS", {})
    images.name_in(it.source.front or "" for it in site.rendered if it.name not in events)
    images.name_in(settings["DIALECT_RENDERER"].text(it) for it in site.of_kind(Kind.TEXT))
    root, names = site.files.root, images.copied_texts
    if (root / FILE_NAME).exists():
        names.append(FILE_NAME)
    images.name_in(read_inside(root, name).decode("utf-8", "replace") for name in names)
