"""What moves is turned with all its frames, and is as wide as it says."""

from io import BytesIO

import pytest
from PIL import Image

from core.file_cache import FileCache
from page_parts.images import image_head
from page_parts.images.image_head import BadImage, read_image
from page_parts.images.originals import publishable
from photos import STORED, corners, exif, saved, scene, tells_nothing

SIZE = (200, 120)
_LOSSLESS = {"WEBP": {"lossless": True}, "PNG": {}}


def moving(kind: str, orientation: int, **options: object) -> bytes:
    frames = [scene(SIZE).rotate(180 if number == 1 else 0) for number in range(3)]
    if orientation in STORED:
        frames = [frame.transpose(STORED[orientation]) for frame in frames]
    return saved(
        frames[0],
        kind,
        save_all=True,
        append_images=frames[1:],
        duration=[100, 200, 300],
        loop=2,
        exif=exif(orientation),
        **_LOSSLESS[kind],
        **options,
    )


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 7, 8])
def test_every_frame_is_upright(kind: str, orientation: int, tmp_path):
    data = moving(kind, orientation)
    assert (read_image(data).size, read_image(data).is_animated) == (SIZE, True)
    made = publishable(data, FileCache(tmp_path))
    assert tells_nothing(made)
    assert read_image(made).size == SIZE
    with Image.open(BytesIO(made)) as image:
        assert (image.n_frames, image.size) == (3, SIZE)
        found = []
        for number in range(3):
            image.seek(number)
            image.load()
            found.append((corners(saved(image.convert("RGB"), "PNG")), image.info["duration"]))
        assert [round(duration) for _, duration in found] == [100, 200, 300]
        assert found[0][0] == found[2][0] == ("red", "blue")
        assert found[1][0] != ("red", "blue")
        assert image.info["loop"] == 2


def test_the_first_image_of_a_png_may_stand_apart(tmp_path):
    made = publishable(moving("PNG", 6, default_image=True), FileCache(tmp_path))
    with Image.open(BytesIO(made)) as image:
        assert image.info.get("default_image")
        assert image.size == SIZE


def test_too_many_frames_to_turn_are_told(monkeypatch):
    monkeypatch.setattr(image_head, "MAX_TURNED", 50_000)
    assert read_image(moving("PNG", 1)).is_animated
    with pytest.raises(BadImage, match="redressée"):
        read_image(moving("PNG", 6))
