"""Variants made side by side are those that would be made one at a time."""

import pytest

from core.file_cache import FileCache
from page_parts.images.encode import Pixels
from page_parts.images.pipeline import ImagePipeline
from page_parts.images.variants import WIDTHS
from photos import photo


def test_a_lazy_pipeline_shows_an_image_before_its_files_are_made(tmp_path):
    (tmp_path / "a.jpg").write_bytes(photo(6, (560, 620)))
    (tmp_path / "b.jpg").write_bytes(photo(1, (560, 620))[:-4000])
    told: list[str] = []
    cache = FileCache(tmp_path / "cache")
    lazy = ImagePipeline(tmp_path, cache, lambda name, _: told.append(name))
    lazy.is_lazy = True
    shown = lazy.prepared("a.jpg")
    assert not (tmp_path / "cache").exists()
    made = {variant: lazy.data("a.jpg", variant) for variant in shown.variants}
    assert (lazy.prepared("b.jpg").fallback, told) == (None, ["b.jpg"])
    eager = ImagePipeline(tmp_path, FileCache(tmp_path / "other"), refuse)
    assert eager.prepared("a.jpg").variants == shown.variants
    assert {variant: eager.data("a.jpg", variant) for variant in shown.variants} == made


def refuse(name: str, bad: Exception) -> None:
    raise AssertionError(f"{name}: {bad}")


@pytest.mark.parametrize(("width", "height"), [(700, 90), (900, 60)])
def test_each_variant_is_as_if_made_alone(tmp_path, width, height):
    names = [f"photo-{number}.jpg" for number in range(3)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(photo(1, (width, height + number)))
    pipeline = ImagePipeline(tmp_path, FileCache(tmp_path / "cache"), refuse)
    pipeline.prepare(names)
    for name in names:
        pixels = Pixels((tmp_path / name).read_bytes(), WIDTHS[-1])
        variants = pipeline.prepared(name).variants
        assert len(variants) > 2
        for variant in variants:
            alone = pixels.encoded(variant.width, variant.kind)
            assert pipeline.data(name, variant) == alone, variant.path
