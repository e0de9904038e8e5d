"""Variants made side by side are those that would be made one at a time."""

from __future__ import annotations

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.file_cache import FileCache
from page_parts.images import pipeline
from page_parts.images.encode import Pixels
from page_parts.images.pipeline import PicturePipeline
from page_parts.images.variants import WIDTHS
from photos import photo


@pytest.mark.server  # large pictures
def test_few_huge_pictures_are_made_and_the_others_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(pipeline, "MOST_PIXELS_OF_HUGE", 130_000_000)
    names = [f"{kind}-{number}.png" for kind in ("1", "L") for number in range(2)]
    for name in names:
        image = Image.new(name[0], (8000, 8000), 1)
        image.putpixel((int(name[2]), 0), 0)
        image.save(tmp_path / name, pnginfo=padding(), compress_level=1)
    told: list[str] = []
    known = PicturePipeline(
        tmp_path,
        FileCache(tmp_path / "cache"),
        lambda name, bad: told.append(f"{name} {bad.diagnostic.code}"),
    )
    known.prepare(names)
    assert told == [f"{name} images-demesurees" for name in names[2:]]
    assert [bool(known.picture(name).variants) for name in names] == [True, True, False, False]


def padding() -> PngInfo:
    """Return what makes a file heavy enough to be worth variants."""
    info = PngInfo()
    info.add_text("a", "b" * 10_000)
    return info


def refuse(name: str, bad: Exception) -> None:
    raise AssertionError(f"{name}: {bad}")


@pytest.mark.parametrize(("width", "height"), [(500, 200), (900, 60)])
def test_each_variant_is_as_if_made_alone(tmp_path, width, height):
    names = [f"photo-{number}.jpg" for number in range(3)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(photo(1, (width, height + number)))
    known = PicturePipeline(tmp_path, FileCache(tmp_path / "cache"), refuse)
    known.prepare(names)
    for name in names:
        pixels = Pixels((tmp_path / name).read_bytes(), WIDTHS[-1])
        variants = known.picture(name).variants
        assert len(variants) > 2
        for variant in variants:
            alone = pixels.encoded(variant.width, variant.kind)
            assert known.data(name, variant) == alone, variant.path
