"""Colours that a file tells in numbers are those of its variants, or the file is left alone."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from core.file_cache import FileCache
from page_parts.images.colours import Unconvertible, colour_profile
from page_parts.images.encode import Pixels
from page_parts.images.icc_profile import rgb_profile
from page_parts.images.image_head import open_image, read_image
from page_parts.images.originals import publishable
from page_parts.images.pipeline import ImagePipeline
from photos import saved

SIZE = (60, 40)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
BT709 = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
P3 = (0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060)


def chunk(name: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def png(image: Image.Image, *chunks: bytes, **options: object) -> bytes:
    data = saved(image, "PNG", **options)
    return data[:33] + b"".join(chunks) + data[33:]


def gamma(value: float) -> bytes:
    return chunk(b"gAMA", struct.pack(">I", round(value * 100_000)))


def colours(*xy: float) -> bytes:
    return chunk(b"cHRM", struct.pack(">8I", *(round(number * 100_000) for number in xy)))


def cicp(primaries: int, transfer: int, matrix: int = 0, full: int = 1) -> bytes:
    return chunk(b"cICP", bytes([primaries, transfer, matrix, full]))


def plain(mode: str = "RGB", colour: tuple | int = (55, 100, 200)) -> Image.Image:
    return Image.new(mode, SIZE, colour)


def shown(data: bytes) -> tuple[int, ...]:
    return Pixels(data).image.getpixel((5, 5))


def near(pixel: tuple[int, ...], expected: tuple[int, ...]) -> bool:
    return len(pixel) == len(expected) and all(
        abs(one - other) <= 1 for one, other in zip(pixel, expected, strict=True)
    )


# Levels worked out by hand from the curve of sRGB: 55/255 of the light is level 128.
@pytest.mark.parametrize(
    ("data", "pixel"),
    [
        pytest.param(png(plain()), (55, 100, 200), id="nothing told"),
        pytest.param(png(plain(), gamma(1.0)), (128, 168, 229), id="linear"),
        pytest.param(png(plain(), gamma(0.45455)), (55, 100, 200), id="sRGB's gamma"),
        pytest.param(png(plain(), gamma(1.0), chunk(b"sRGB", b"\0")), (55, 100, 200), id="sRGB"),
        pytest.param(png(plain(), gamma(0)), (55, 100, 200), id="no gamma"),
        pytest.param(png(plain(), gamma(1), colours(*BT709)), (128, 168, 229), id="and primaries"),
        pytest.param(png(plain(), gamma(1), colours(*[0.3] * 8)), (55, 100, 200), id="nonsense"),
        pytest.param(png(plain("L", 55), gamma(1.0)), (128, 128, 128), id="grey"),
        pytest.param(png(plain("LA", (55, 9)), gamma(1.0)), (128, 128, 128, 9), id="grey, alpha"),
        pytest.param(png(plain("RGBA", (55, 100, 200, 9)), gamma(1.0)), (128, 168, 229, 9), id="α"),
        pytest.param(png(plain().quantize(4), gamma(1.0)), (128, 168, 229), id="a palette"),
        pytest.param(png(plain(), cicp(1, 13), gamma(1.0)), (55, 100, 200), id="cICP first"),
        pytest.param(png(plain(), cicp(1, 8)), (128, 168, 229), id="cICP, linear"),
        pytest.param(
            png(plain(), cicp(1, 8), icc_profile=SRGB), (128, 168, 229), id="cICP before iCCP"
        ),
        pytest.param(
            png(plain(colour=(200, 100, 50)), cicp(12, 13)), (215, 93, 31), id="Display P3"
        ),
        pytest.param(
            png(plain(colour=(200, 100, 50)), gamma(0.45455), colours(*P3)),
            (215, 93, 31),
            id="its primaries",
        ),
    ],
)
def test_the_colours_of_a_png(data: bytes, pixel: tuple[int, ...]):
    assert read_image(data).has_known_colours
    assert near(shown(data), pixel), shown(data)


LINEAR = rgb_profile(((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), (0.3127, 0.3290)), float)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF", "PNG", "TIFF"])
def test_a_profile_counts_in_every_format(kind: str):
    lossless = {"WEBP": {"lossless": True}, "JPEG": {"quality": 100, "subsampling": 0}}
    data = saved(plain(), kind, icc_profile=LINEAR, **lossless.get(kind, {"quality": 100}))
    assert all(abs(a - b) < 6 for a, b in zip(shown(data), (128, 168, 229), strict=True))


@pytest.mark.parametrize("mode", ["P", "LA", "1", "L"])
def test_a_profile_counts_in_every_mode(mode: str):
    image = plain().quantize(4) if mode == "P" else plain("L", 55).convert(mode)
    expected = {"P": (128, 168, 229), "1": (255,) * 3}.get(mode, (128, 128, 128))
    expected = shown(saved(image, "PNG")) if mode == "1" else expected
    assert near(shown(saved(image, "PNG", icc_profile=LINEAR)), expected)


@pytest.mark.parametrize("number", [(9, 16), (9, 18), (77, 13), (1, 99), (1, 13, 1), (1, 13, 0, 0)])
def test_colours_that_srgb_cannot_hold_are_left_alone(number: tuple[int, ...], tmp_path):
    noise = Image.effect_noise((400, 300), 60).convert("RGB")
    data = png(noise, cicp(*number))
    with open_image(data) as opened, pytest.raises(Unconvertible):
        colour_profile(opened, data)
    (tmp_path / "a.png").write_bytes(data)
    told: list[str] = []
    pipeline = ImagePipeline(tmp_path, FileCache(tmp_path / "cache"), lambda *one: told.append(one))
    assert (pipeline.prepared("a.png").size, pipeline.prepared("a.png").variants) == (
        (400, 300),
        [],
    )
    assert publishable(data, FileCache(tmp_path / "cache")) == data
    assert told == []


def test_the_numbers_of_an_avif():
    data = saved(plain(colour=(200, 100, 50)), "AVIF", quality=100)
    told = data.index(b"colrnclx") + 8
    as_p3 = data[:told] + struct.pack(">HH", 12, 13) + data[told + 4 :]
    as_hdr = data[:told] + struct.pack(">HH", 9, 16) + data[told + 4 :]
    assert all(abs(a - b) < 6 for a, b in zip(shown(as_p3), (215, 93, 31), strict=True))
    assert read_image(as_p3).has_known_colours
    assert not read_image(as_hdr).has_known_colours


def raw_png(depth: int, kind: int, line: bytes, *chunks: bytes) -> bytes:
    """Return a PNG of a depth that Pillow does not write, two pixels wide."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, depth, kind, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0" + line))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "pixels"),
    [
        pytest.param(
            raw_png(16, 0, b"\xff\xff\x80\0", chunk(b"tRNS", b"\xff\xff")),
            [(255, 255, 255, 0), (128, 128, 128, 255)],
            id="grey, a transparent level",
        ),
        pytest.param(
            raw_png(16, 2, b"\xff\xff\0\0\x80\0" * 1 + b"\0" * 6, chunk(b"tRNS", b"\0" * 6)),
            [(255, 0, 128, 255), (0, 0, 0, 0)],
            id="colours, a transparent one",
        ),
        pytest.param(
            raw_png(16, 2, b"\xff\xff\0\0\x80\0" * 2, chunk(b"tRNS", b"\xff\xff\0\0\x80\0")),
            [(255, 0, 128, 0)] * 2,
            id="colours, a transparent bright one",
        ),
        pytest.param(
            raw_png(16, 4, b"\xff\xff\x80\0" + b"\x80\0\xff\xff"),
            [(255, 255, 255, 128), (128, 128, 128, 255)],
            id="grey and alpha",
        ),
        pytest.param(
            raw_png(16, 6, b"\xff\xff\0\0\x80\0\x80\0" * 2), [(255, 0, 128, 128)] * 2, id="RGBA"
        ),
        pytest.param(
            raw_png(8, 2, b"\xff\0\x80" * 2, chunk(b"tRNS", b"\0\xff\0\0\0\x80")),
            [(255, 0, 128, 0)] * 2,
            id="8 bits",
        ),
    ],
)
def test_the_depths_of_a_png(data: bytes, pixels: list[tuple[int, ...]]):
    image = Pixels(data).image.convert("RGBA")
    found = [image.getpixel((x, 0)) for x in range(2)]
    assert [pixel[3] for pixel in found] == [pixel[3] for pixel in pixels]
    visible = [(a[:3], b[:3]) for a, b in zip(found, pixels, strict=True) if b[3]]
    assert all(near(a, b) for a, b in visible), found


def test_a_transparent_palette_keeps_its_colours_and_holes():
    image = Image.new("P", SIZE, 0)
    image.putpalette([55, 100, 200, 20, 20, 220])
    image.paste(1, (30, 0, 60, 40))
    data = png(image, gamma(1.0), transparency=bytes([255, 100]))
    image = Pixels(data).image
    assert near(image.getpixel((5, 5)), (128, 168, 229, 255))
    assert image.getpixel((45, 5))[3] == 100


def test_ink_has_the_colours_that_browsers_give_it():
    data = saved(Image.new("CMYK", SIZE, (0, 255, 255, 0)), quality=100)
    assert near(shown(data), Image.open(BytesIO(data)).convert("RGB").getpixel((5, 5)))
