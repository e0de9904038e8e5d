"""Pixels: upright, in sRGB, whatever the file is."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from page_parts.images.encode import Pixels, upright_copy
from page_parts.images.image_head import BadImage, has_location, read_image
from page_parts.images.variants import WIDTHS, Names, fallback_width, safe_stem, widths
from photos import corners, exif, photo, png_head, saved, scene, tells_nothing

SMALL = (200, 120)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_upright_whatever_its_orientation(orientation):
    data = photo(orientation, SMALL)
    assert read_image(data).size == SMALL
    assert Pixels(data).image.size == SMALL
    for kind in ("AVIF", "JPEG"):
        made = Pixels(data).encoded(100, kind)
        assert corners(made) == ("red", "blue")
        assert tells_nothing(made)
    assert corners(upright_copy(data, "JPEG")) == ("red", "blue")


def png_with_exif_after_pixels(data: bytes) -> bytes:
    """Return a PNG whose `eXIf` chunk is moved to its end, as the specification allows."""
    chunks, at = [], 8
    while at < len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        chunks.append(data[at:end])
        at = end
    chunks.sort(key=lambda chunk: (chunk[4:8] == b"IEND", chunk[4:8] == b"eXIf"))
    return data[:8] + b"".join(chunks)


def test_a_png_whose_exif_comes_last_is_upright_too():
    data = png_with_exif_after_pixels(saved(scene(SMALL), "PNG", exif=exif(6)))
    assert read_image(data).size == SMALL[::-1]
    assert has_location(data)


def test_the_pixels_of_a_png_without_exif_are_not_read(monkeypatch):
    monkeypatch.setattr(Image.core, "zip_decoder", None)
    data = saved(scene(SMALL), "PNG")
    assert read_image(data).size == SMALL
    assert not has_location(data)


@pytest.mark.server
def test_a_phone_s_photo_of_12_megapixels_just_works():
    data = photo(6, (3000, 4000))
    assert Image.open(BytesIO(data)).size == (4000, 3000)
    assert widths(read_image(data).width) == list(WIDTHS)
    pixels = Pixels(data, WIDTHS[-1])
    assert [pixels.at(width).size for width in (520, 1472)] == [(520, 693), (1472, 1963)]
    made = pixels.encoded(520, "AVIF")
    assert (corners(made), tells_nothing(made)) == (("red", "blue"), True)
    assert len(made) < len(data) / 10


def grey_16_bits() -> bytes:
    ramp = Image.linear_gradient("L").resize(SMALL)
    return saved(ramp.convert("I").point(lambda v: v * 257).convert("I;16"), "PNG")


def with_profile(mode: str) -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(SMALL, mode), "JPEG", icc_profile=profile)


def transparent_palette() -> bytes:
    image = Image.new("P", SMALL, 0)
    image.putpalette([220, 20, 20, 20, 20, 220])
    image.paste(1, (100, 0, 200, 120))
    return saved(image, "PNG", transparency=0)


@pytest.mark.parametrize(
    ("make", "mode"),
    [
        pytest.param(lambda: saved(scene(SMALL, "CMYK")), "RGB", id="CMYK"),
        pytest.param(lambda: with_profile("CMYK"), "RGB", id="CMYK, a profile of RGB"),
        pytest.param(lambda: with_profile("L"), "RGB", id="grey, a profile of RGB"),
        pytest.param(
            lambda: saved(scene(SMALL), icc_profile=b"?" * 200), "RGB", id="a false profile"
        ),
        pytest.param(transparent_palette, "RGBA", id="palette with transparency"),
        pytest.param(lambda: saved(scene(SMALL, "P"), "PNG"), "RGB", id="palette"),
        pytest.param(lambda: saved(scene(SMALL, "LA"), "PNG"), "RGB", id="grey, useless alpha"),
        pytest.param(lambda: saved(scene(SMALL, "1"), "PNG"), "RGB", id="one bit"),
        pytest.param(lambda: saved(scene(SMALL), "TIFF"), "RGB", id="TIFF"),
        pytest.param(grey_16_bits, "RGB", id="16 bits"),
    ],
)
def test_every_mode_is_brought_to_8_bits_of_srgb(make, mode):
    data = make()
    image = Pixels(data).image
    assert (image.mode, image.size) == (mode, SMALL)
    for kind in ("AVIF", "PNG"):
        assert Image.open(BytesIO(Pixels(data).encoded(100, kind))).size == (100, 60)


def test_colours_are_kept_from_cmyk_and_16_bits():
    assert corners(Pixels(saved(scene(SMALL, "CMYK"))).encoded(200, "JPEG")) == ("red", "blue")
    levels = Pixels(grey_16_bits()).image.getextrema()[0]
    assert levels[0] < 5
    assert levels[1] > 250


def test_transparency_stays():
    made = Image.open(BytesIO(Pixels(transparent_palette()).encoded(100, "AVIF"))).convert("RGBA")
    assert made.getpixel((5, 5))[3] < 5
    assert made.getpixel((95, 5))[3] > 250


def test_colours_are_those_that_their_profile_says():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = srgb.replace(b"rXYZ", b"?XYZ", 1).replace(b"bXYZ", b"rXYZ", 1)
    exchanged = exchanged.replace(b"?XYZ", b"bXYZ", 1)  # its red is blue
    made = Pixels(saved(scene(SMALL), icc_profile=exchanged)).encoded(200, "JPEG")
    assert corners(made) == ("blue", "red")
    assert "icc_profile" not in Image.open(BytesIO(made)).info


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_cut_file_has_a_head_and_no_pixels(cut):
    data = photo(6, SMALL)
    data = data[: int(len(data) * cut)]
    assert read_image(data).size == SMALL
    with pytest.raises(BadImage, match="incomplète"):
        Pixels(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"", "vide", id="empty"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "ne se lit pas", id="a signature alone"),
        pytest.param(b"<html>" * 50, "une page web", id="a page named .jpg"),
        pytest.param(b"\0\0\0\x18ftypheic" + bytes(50), "HEIC", id="HEIC"),
        pytest.param(png_head(20_000, 5_001), "100 millions", id="a bomb"),
        pytest.param(png_head(20_000, 20_000), "100 millions", id="larger"),
    ],
)
def test_what_is_no_image_is_told(data, words):
    with pytest.raises(BadImage) as caught:
        read_image(data)
    assert words in caught.value.diagnostic.message
    assert caught.value.diagnostic.hint


def test_the_kind_is_the_content_s():
    frames = [scene(SMALL, "P"), Image.new("P", SMALL)]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert (read_image(moving).kind, read_image(moving).is_animated) == ("GIF", True)
    assert not read_image(saved(scene(SMALL), "GIF")).is_animated
    moving = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    assert read_image(moving).is_animated
    phone = saved(scene(SMALL), "MPO", save_all=True, append_images=[scene(SMALL)], exif=exif(6))
    assert (read_image(phone).kind, read_image(phone).is_animated) == ("JPEG", False)
    assert read_image(phone).size == (120, 200)


def test_the_colour_is_the_mean_and_none_is_told_of_what_one_sees_through():
    halves = Image.new("RGB", (100, 60), (200, 100, 0))
    halves.paste((100, 50, 255), (0, 0, 50, 60))
    assert Pixels(saved(halves, "PNG")).colour() == "#964b7f"
    assert Pixels(transparent_palette()).colour() == ""


def test_the_same_image_gives_the_same_bytes():
    data = photo(1, SMALL)
    for kind in ("AVIF", "JPEG", "PNG"):
        assert Pixels(data).encoded(100, kind) == Pixels(data).encoded(100, kind)


def test_a_photo_has_the_colours_of_a_camera_and_a_drawing_few():
    noise = [Image.effect_noise((300, 200), 30) for _ in "rgb"]
    assert Pixels(saved(Image.merge("RGB", noise), "JPEG")).is_photo
    drawing = Image.linear_gradient("L").resize((300, 200)).convert("RGB")
    assert not Pixels(saved(drawing, "JPEG")).is_photo


def test_widths_are_the_same_in_whatever_order_they_are_asked_for():
    data = photo(1, (2000, 40))
    first, second = Pixels(data), Pixels(data)
    narrow = first.at(520)
    assert [second.at(width).width for width in WIDTHS] == list(WIDTHS)
    assert second.at(520).tobytes() == narrow.tobytes()


@pytest.mark.parametrize("mode", ["P", "RGBA"])
def test_an_image_that_is_not_resized_as_it_is_read_is_so_afterwards(mode):
    data = saved(Image.new(mode, (2000, 40)), "PNG")
    assert Pixels(data, WIDTHS[-1]).at(WIDTHS[-1]).size == (WIDTHS[-1], 29)


def test_a_format_that_cannot_hold_a_very_tall_image_gives_nothing():
    data = saved(Image.new("RGB", (10, 66_000)), "PNG")
    made = {kind: bool(Pixels(data).encoded(10, kind)) for kind in ("AVIF", "JPEG", "PNG")}
    assert made == {"AVIF": False, "JPEG": False, "PNG": True}


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (4000, [520, 800, 1100, 1472]),
        (1500, [520, 800, 1100, 1472]),
        (1240, [520, 800, 1240]),
        (500, [500]),
        (3, [3]),
    ],
)
def test_widths(width, expected):
    assert widths(width) == expected
    assert fallback_width(width) in expected


def test_published_names_are_safe_and_never_shared():
    assert safe_stem("e\u0301te\u0301 à Sète (1).JPG") == "ete-a-Sete-1"
    assert safe_stem("<&?#%>.png") == "image"
    twins = {Names(f"images/{n}", "d").path(520, "avif") for n in ("x.png", "x.jpg", "X.png")}
    assert len(twins) == 3
    two_forms = {Names(n, "d").path(1, "jpg").rpartition("/")[2] for n in ("é.png", "e\u0301.png")}
    assert len(two_forms) == 1
