"""The plugin: a pass over bodies, two functions for templates, originals kept back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pelican.generators import Generator, StaticGenerator

from content_types.events.plugin import Events
from core import project_paths
from core.file_cache import FileCache
from core.plain_files import read_inside
from engine.deferred_writer.writer import deferral
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.config import FILE_NAME
from jekyll.site.model import Kind
from page_parts.images.image_head import BadImage
from page_parts.images.logo import Logo, LogoFiles, find_logo, show_logo
from page_parts.images.pipeline import ImagePipeline
from page_parts.images.site_images import SiteImages

CACHE = project_paths.CACHE / "images"


@dataclass(frozen=True)
class Images:
    """What the images of one site are made with; the plugin was not used without."""

    shown: SiteImages
    pipeline: ImagePipeline
    cache: FileCache
    logo: LogoFiles


def see_site(context: SiteContext) -> None:
    """Be ready for the images of a site just loaded.

    Nothing is announced: the variants' names hold hashes, nobody else can claim them.
    """
    site = context.site

    def report(name: str, bad: BadImage) -> None:
        context.diagnostics.add(bad.diagnostic.at(f"{site.label}/{name}", bad.diagnostic.line))

    kept = FileCache(CACHE)
    pipeline = ImagePipeline(site.files.root, kept, report)
    images = SiteImages(site, context.base_path, pipeline)
    context.put(Images(images, pipeline, kept, find_logo(context)))
    context.gather(images)
    context.add_body_pass(images.rewrite, images.rewrite_plain)


def add_functions(generator: Generator) -> None:
    """Give a generator's templates `picture`, `fallback`, `logo` and the address of its file."""
    context = site_context(generator.settings)
    images, files = context.get(Images).shown, context.get(Images).logo
    words = context.site.config.settings.look.logo_text
    name = generator.env.globals["site"].name

    @cache
    def logo() -> Logo | None:
        return show_logo(files, images, name if words is None else words)

    generator.env.globals.update(
        picture=images.picture, fallback=images.fallback, logo=logo, logo_href=files.href
    )


def keep_originals_back(generators: list[Generator]) -> None:
    """Take from Pelican the images that are made of pixels."""
    for generator in generators:
        if isinstance(generator, StaticGenerator):
            context = site_context(generator.settings)
            images = context.get(Images).shown
            _note_mentions(images, context)
            pipeline = context.get(Images).pipeline
            pipeline.is_lazy = deferral(generator.settings).is_left
            if not pipeline.is_lazy:
                pipeline.is_idle = bool(context.diagnostics.errors)
                images.prepare()
            ours = images.rasters
            files = generator.context["staticfiles"]
            kept = [file for file in files if file.relative_source_path not in ours]
            generator.context["staticfiles"] = kept


def _note_mentions(images: SiteImages, context: SiteContext) -> None:
    """Note what is named elsewhere than in bodies.

    An event's front matter does not count: its poster is shown by the templates.
    """
    site, events = context.site, context.get(Events).by_name
    images.name_in(it.source.front or "" for it in site.rendered if it.name not in events)
    images.name_in(context.renderer.text(it) for it in site.of_kind(Kind.TEXT))
    root, names = site.files.root, images.copied_texts
    if (root / FILE_NAME).exists():
        names.append(FILE_NAME)
    images.name_in(_copied_text(root, name) for name in names)


def _copied_text(root: Path, name: str) -> str:
    try:
        return read_inside(root, name).decode("utf-8", "replace")
    except OSError:  # reported by who reads it, or copies it
        return ""
