"""Variants made side by side are those that would be made one at a time."""

from __future__ import annotations

import pytest

from core.file_cache import FileCache
from page_parts.images.encode import Pixels
from page_parts.images.pipeline import PicturePipeline
from page_parts.images.variants import WIDTHS
from photos import photo


def refuse(name: str, bad: Exception) -> None:
    raise AssertionError(f"{name}: {bad}")


@pytest.mark.parametrize(("width", "height"), [(500, 200), (900, 60)])
def test_each_variant_is_as_if_made_alone(tmp_path, width, height):
    names = [f"photo-{number}.jpg" for number in range(3)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(photo(1, (width, height + number)))
    pipeline = PicturePipeline(tmp_path, FileCache(tmp_path / "cache"), refuse)
    pipeline.prepare(names)
    for name in names:
        pixels = Pixels((tmp_path / name).read_bytes(), WIDTHS[-1])
        variants = pipeline.picture(name).variants
        assert len(variants) > 2
        for variant in variants:
            alone = pixels.encoded(variant.width, variant.kind)
            assert pipeline.data(name, variant) == alone, variant.path
