"""Originals that are published: their pixels as they were, and not a word more."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from core.file_cache import FileCache
from page_parts.images.originals import publishable, without_metadata
from photos import MAKER, corners, exif, photo, saved, scene, tells_nothing

SIZE = (200, 120)
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{MAKER}</x:xmpmeta>".encode()


def png_with_words() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", MAKER)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return saved(scene(SIZE), "PNG", exif=exif(), pnginfo=words)


TELLING = {
    "JPEG": saved(scene(SIZE), exif=exif(), xmp=XMP, comment=MAKER.encode()),
    "progressive JPEG": saved(scene(SIZE), exif=exif(), progressive=True),
    "CMYK JPEG": saved(scene(SIZE, "CMYK"), exif=exif()),
    "a phone's JPEG, a second one behind": saved(
        scene(SIZE), "MPO", save_all=True, append_images=[scene(SIZE)], exif=exif()
    )
    + photo(1, SIZE),
    "PNG": png_with_words(),
    "WebP": saved(scene(SIZE), "WEBP", exif=exif(), xmp=XMP),
}


@pytest.mark.parametrize("data", TELLING.values(), ids=TELLING)
def test_the_pixels_stay_the_words_go(data):
    assert not tells_nothing(data)
    cleaned = without_metadata(data)
    assert tells_nothing(cleaned)
    before, after = (Image.open(BytesIO(it)) for it in (data, cleaned))
    assert (before.mode, before.tobytes()) == (after.mode, after.tobytes())
    assert without_metadata(cleaned) == cleaned


def test_a_colour_profile_stays():
    cleaned = without_metadata(saved(scene(SIZE), exif=exif(), icc_profile=b"profil" * 30))
    assert Image.open(BytesIO(cleaned)).info["icc_profile"] == b"profil" * 30


def test_a_plain_file_comes_out_as_it_is():
    for kind in ("JPEG", "PNG", "WEBP", "GIF"):
        data = saved(scene(SIZE), kind)
        assert without_metadata(data) == data


@pytest.mark.parametrize("data", TELLING.values(), ids=TELLING)
def test_a_damaged_file_is_no_trouble(data):
    for cut in range(0, len(data), 97):
        without_metadata(data[:cut])
        without_metadata(data[:cut] + bytes(40))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_published_original_is_upright_and_tells_no_place(kind, orientation, tmp_path):
    published = publishable(photo(orientation, SIZE, kind), FileCache(tmp_path))
    assert MAKER.encode() not in published
    image = Image.open(BytesIO(published))
    assert (image.format, image.size) == (kind, SIZE)
    assert not image.getexif().get_ifd(0x8825)
    assert corners(published) == ("red", "blue")


def test_what_does_not_read_is_published_but_for_the_place_that_it_tells(tmp_path):
    cut = photo(6, SIZE)[:-2000]
    published = publishable(cut, FileCache(tmp_path))
    assert MAKER.encode() not in published
    assert published.endswith(cut[-500:])
    assert publishable(b"rien", FileCache(tmp_path)) == b"rien"
