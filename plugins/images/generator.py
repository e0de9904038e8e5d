"""Pelican's generator of the images: variants, and the originals that are published."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from images.originals import publishable
from plain_files import read_inside

# What the cache keeps: some thousands of photos, for a season without a build.
_MAX_BYTES, _MAX_DAYS = 2_000_000_000, 120


class ImageGenerator(Generator):
    """Writes the images of `settings["SITE_IMAGES"]`."""

    def generate_output(self, writer: DeferredWriter) -> None:
        """Write them, once all the pages are made: what these show is known then."""
        writer.afterwards(self._write_all)

    def _write_all(self) -> None:
        images, cache = self.settings["SITE_IMAGES"], self.settings["IMAGE_CACHE"]
        for name, variant in images.variants:
            self._write(variant.path, self.settings["IMAGE_WORKSHOP"].data(name, variant))
        root = self.settings["DIALECT_SITE"].files.root
        for name in images.published_originals:
            self._write(name, publishable(read_inside(root, name), cache))
        cache.prune(_MAX_BYTES, _MAX_DAYS)

    def _write(self, path: str, data: bytes) -> None:
        target = Path(self.output_path) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
