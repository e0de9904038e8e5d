"""An image's pixels, upright and in sRGB, written as AVIF, JPEG or PNG.

Qualities were chosen by looking at the collective's poster and logo beside the originals.
"""

from __future__ import annotations

from io import BytesIO
from itertools import chain

from PIL import Image, features

from core.diagnostics.catalog.image_files import DAMAGED_IMAGE
from page_parts.images import image_head
from page_parts.images.colours import Unconvertible, colour_profile, in_8_bits, in_srgb
from page_parts.images.memory import MOST_BYTES, RESIZED_FIRST, draft_size, factor
from page_parts.images.silence_pillow import reading
from page_parts.images.truncation import ended
from page_parts.images.variants import height_at, widths

ENDINGS = {"AVIF": "avif", "JPEG": "jpg", "PNG": "png"}
_OPTIONS: dict[str, dict[str, object]] = {
    # One thread each: several images are made at once, and the bytes never depend on it.
    "AVIF": {"quality": 44, "subsampling": "4:2:0", "max_threads": 1},
    "JPEG": {"quality": 80, "progressive": True, "optimize": True},
    "PNG": {"optimize": True},
}
# AVIF's speeds: of drawings, whose sharp edges weigh half as much again at 9, and of photos.
_DRAWN, _TAKEN = 6, 9
_SAMPLE = 256  # pixels in a row
_VARIED = 0.2  # colours a pixel of a sample: drawings were seen to have 0.06 at most, photos 0.39
# Named in every key and in every published name: a change of recipe changes them all. The number is
# that of the way to the pixels, below.
RECIPE = f"5 {_OPTIONS} {_DRAWN}{_TAKEN} " + " ".join(
    str(features.version(name)) for name in ("pil", "avif", "jpg", "zlib")
)
LOSSLESS: dict[str, dict[str, object]] = {
    "WEBP": {"lossless": True},
    "AVIF": {"quality": 90},
    "TIFF": {"compression": "tiff_lzw"},
}
_LARGEST = {"AVIF": 65_536, "JPEG": 65_535}  # pixels a side, by the formats' own rules
_FLAT_COLOURS = 64  # a photo in grey may have 256
_PALETTE = 256
_STRIP_PIXELS = 1_000_000


class Pixels:
    """An image ready to be written in several sizes and formats.

    Attributes:
        image: upright, sRGB, 8 bits, `RGB` or `RGBA`; no wider than was asked.
        is_flat: very few colours, as in a logo.
        is_photo: as many colours as a camera gives; one in grey counts as a drawing.
    """

    def __init__(self, data: bytes, widest: int | None = None):
        """Read the pixels; more than `widest` in a row are of no use.

        Raises BadImage: the file is damaged, cut, or too large.
        """
        try:
            self.image = _read(data, widest)
        except image_head.BadImage as bad:
            is_damaged = bad.diagnostic.code == DAMAGED_IMAGE.code
            mended = ended(data) if is_damaged else None
            if mended is None:
                raise
            self.image = _read(mended, widest)
        self._sized = {self.image.width: self.image}
        self.is_flat = self.image.getcolors(_FLAT_COLOURS) is not None
        wide = min(_SAMPLE, self.image.width)
        sample = self.image.resize(
            (wide, height_at(wide, self.image.size)), Image.Resampling.NEAREST
        )
        self.is_photo = sample.getcolors(int(sample.width * sample.height * _VARIED)) is None

    def at(self, width: int) -> Image.Image:
        """Return the image at a width, in pixels: made from the next of its widths.

        In AVIF, that is 0.0003 of SSIM apart at most from one made of the widest. Each is
        an image of its own: Pillow keeps in an image the options of its saving.
        """
        if width not in self._sized:
            whole = self.image.width
            wider = next((own for own in widths(whole) if own > width), whole)
            size = (width, height_at(width, self.image.size))
            self._sized[width] = self.at(wider).resize(size, Image.Resampling.LANCZOS)
        return self._sized[width].copy()

    def colour(self) -> str:
        """Return the mean colour, `#rrggbb`; "" when something would be seen through."""
        if self.image.mode != "RGB":
            return ""
        return f"#{self.image.resize((1, 1), Image.Resampling.BOX).tobytes().hex()}"

    def encoded(self, width: int, kind: str) -> bytes:
        """Return the file of a variant; empty when its format cannot hold that size."""
        image = self.at(width)
        if kind == "JPEG":
            image = image.convert("RGB")
        if max(image.size) > _LARGEST.get(kind, 2**31):
            return b""
        if kind == "PNG" and (self.is_flat or image.getcolors(_PALETTE)):
            image = _in_palette(image)
        if kind == "AVIF":
            speed = _TAKEN if self.is_photo else _DRAWN
            return _saved(image, kind, **_OPTIONS[kind], speed=speed)
        return _saved(image, kind, **_OPTIONS[kind])


def upright_copy(data: bytes, kind: str) -> bytes:
    """Return an image turned as its Exif data asks, in its own format, without that data.

    Raises BadImage: its pixels do not read.
    """
    image = Pixels(data).image
    if kind == "JPEG":
        return _saved(image.convert("RGB"), kind, quality=92, subsampling=0, optimize=True)
    return _saved(image, kind, **LOSSLESS.get(kind, {}))


def _read(data: bytes, widest: int | None) -> Image.Image:
    with image_head.open_image(data) as opened:
        image_head.check_memory(opened, widest)
        try:
            if widest:  # a JPEG can be read at half its size, or a quarter
                opened.draft(
                    opened.mode,
                    draft_size(widest, image_head.orientation(opened) in image_head.TURNED_ASIDE),
                )
            with reading(opened):
                opened.load()
            return _without_useless_alpha(_ready(opened, data, widest))
        except image_head.BadImage:
            raise
        except Exception as error:  # on damaged files, Pillow's readers raise nearly anything
            raise image_head.BadImage(DAMAGED_IMAGE()) from error


def _ready(opened: Image.Image, data: bytes, widest: int | None) -> Image.Image:
    """Return an image upright, in sRGB, no wider than asked, unless its few colours would mix."""
    _scale_transparency(opened, data)
    profile, turn = _profile(opened, data), image_head.orientation(opened)
    is_aside = turn in image_head.TURNED_ASIDE
    image = _narrowed(opened, widest, is_aside)
    by = factor(image.size[::-1] if is_aside else image.size, widest)
    if widest and by == 1:  # long and thin, and lying on its side: it was not narrowed
        image_head.refuse_beyond(MOST_BYTES, image.width * image.height * 8)
    if by == 1:
        ready = in_srgb(image, profile)
    else:
        ready = _narrowed(_reduced(image, profile, by), widest, is_aside)
    return ready.transpose(image_head.TURNS[turn]) if turn != 1 else ready


def _narrowed(image: Image.Image, widest: int | None, is_aside: bool) -> Image.Image:
    """Return an image no wider than asked; one of few colours waits, for they would be mixed.

    Args:
        image: as it is in its file.
        widest: how wide it may be; None for any width.
        is_aside: its sides will be exchanged.
    """
    upright = image.size[::-1] if is_aside else image.size
    if widest is None or upright[0] <= widest or image.mode not in RESIZED_FIRST:
        return image
    size = (widest, height_at(widest, upright))
    size = size[::-1] if is_aside else size
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _reduced(image: Image.Image, profile: bytes | None, by: int) -> Image.Image:
    """Return an image in sRGB, reduced by a whole number, strip after strip."""
    width, height = image.width // by, image.height // by
    rows = max(1, _STRIP_PIXELS // image.width // by)
    tops = range(0, height, rows)
    boxes = ((0, top * by, width * by, min(top + rows, height) * by) for top in tops)
    strips = (_reduced_strip(image.crop(box), profile, by) for box in boxes)
    first = next(strips)
    made = Image.new(first.mode, (width, height))
    for top, strip in zip(tops, chain([first], strips), strict=True):
        made.paste(strip, (0, top))
    return made


def _reduced_strip(strip: Image.Image, profile: bytes | None, by: int) -> Image.Image:
    strip = in_8_bits(strip)
    if strip.mode == "L" and "transparency" not in strip.info:  # a third of the work
        return in_srgb(strip.reduce(by), profile)
    return in_srgb(strip, profile).reduce(by)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _in_palette(image: Image.Image) -> Image.Image:
    method = Image.Quantize.FASTOCTREE if image.mode == "RGBA" else Image.Quantize.MEDIANCUT
    return image.quantize(_PALETTE, method, dither=Image.Dither.NONE)


def _profile(image: Image.Image, data: bytes) -> bytes | None:
    """Return the profile of an image; one that must be copied all the same has none."""
    try:
        return colour_profile(image, data)
    except Unconvertible:
        return None


def _scale_transparency(image: Image.Image, data: bytes) -> None:
    """Bring the transparent colour of a PNG of 16 bits to 8, as its pixels are."""
    reported = image.info.get("transparency")
    if image.format == "PNG" and data[24] == 16 and reported is not None:
        image.info["transparency"] = (
            reported >> 8 if isinstance(reported, int) else tuple(level >> 8 for level in reported)
        )


def _without_useless_alpha(image: Image.Image) -> Image.Image:
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        return image.convert("RGB")
    return image
