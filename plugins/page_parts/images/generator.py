"""Pelican's generator of the images: variants, and the originals that are published."""

from __future__ import annotations

from pathlib import Path

from core.diagnostics.catalog.files import POSITION_LEFT
from core.geolocation import without_position
from core.plain_files import read_inside
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.plugin.extension_points import site_context
from page_parts.images.originals import publishable
from page_parts.images.plugin import Images

# What the cache keeps: some thousands of photos, for a season without a build.
_MAX_BYTES, _MAX_DAYS = 2_000_000_000, 120


class ImageGenerator(FileGenerator):
    """Writes the images that the site shows, and those that it names."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write them, once all the pages are made: what these show is known then."""
        writer.afterwards(self._write_all)

    def _write_all(self) -> None:
        context = site_context(self.settings)
        images = context.get(Images)
        for name, variant in images.shown.variants:
            self._write(variant.path, images.pipeline.data(name, variant))
        root = context.site.files.root
        for name in images.shown.published_originals:
            data, stuck = without_position(publishable(read_inside(root, name), images.cache))
            if stuck:
                diagnostic = POSITION_LEFT(where=stuck).at(f"{context.site.label}/{name}")
                context.diagnostics.add(diagnostic)
            else:
                self._write(name, data)
        images.cache.prune(_MAX_BYTES, _MAX_DAYS)

    def _write(self, path: str, data: bytes) -> None:
        target = Path(self.output_path) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
