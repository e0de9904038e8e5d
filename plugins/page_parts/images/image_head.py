"""What the head of an image's file says: kind, size, whether it moves. No pixel is read."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from core.diagnostics import Diagnostic
from core.diagnostics.catalog import image_files as rules
from core.file_kind import HEAD, SHOWN, FileKind, kind_of
from page_parts.images.colours import Unconvertible, colour_profile
from page_parts.images.memory import MOST_BYTES, MOST_BYTES_WHOLE, need
from page_parts.images.silence_pillow import opened
from page_parts.images.variants import WIDTHS

MAX_PIXELS = 100_000_000  # a photo of 100 megapixels takes 300 MB of memory
MAX_TURNED = 50_000_000  # pixels of all the frames of what moves, when it is to be turned
_KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")
_ORIENTATION, _PLACE = 0x0112, 0x8825  # Exif 2.32, sections 4.6.4 and 4.6.3
# The chunk of the PNG specification, and the keywords of ImageMagick's and Adobe's text chunks.
_EXIF_IN_PNG = (b"eXIf", b"Raw profile type ", b"XML:com.adobe.xmp")
TURNED_ASIDE = (5, 6, 7, 8)  # width and height are exchanged
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class BadImage(Exception):
    """An image cannot be prepared: `diagnostic` says why, with its line alone."""

    def __init__(self, diagnostic: Diagnostic):
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class ImageHead:
    """What an image's file is."""

    kind: str  # by its content, as Pillow names it: `JPEG`, `PNG`…
    width: int  # in pixels, as the height, once turned as its Exif data asks
    height: int
    is_animated: bool  # it has several images to show one after the other
    is_turned: bool  # its Exif data asks to turn it
    has_alpha: bool  # some of it may be transparent
    has_palette: bool  # it has few colours, as logos do
    has_known_colours: bool = True  # sRGB can hold them; else the file is best shown as it is
    memory: int = 0  # the bytes that reading it takes

    @property
    def fallback_kind(self) -> str:
        """Return the format for every browser: its own, or the one that can hold it."""
        return "PNG" if self.kind == "PNG" or self.has_alpha else "JPEG"

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height."""
        return (self.width, self.height)


def read_image(data: bytes) -> ImageHead:
    """Read the head of an image.

    Raises BadImage: it is no image, of no known kind, or too large.
    """
    with open_image(data) as image:
        memory = check_memory(image, WIDTHS[-1])
        width, height = image.size
        turn = orientation(image) if _may_have_exif(image, data) else 1
        # A phone's « MPO » is a JPEG with a thumbnail after it, no animation.
        kind = "JPEG" if image.format == "MPO" else image.format or ""
        frames = 1 if kind in ("JPEG", "TIFF") else getattr(image, "n_frames", 1)
        moves = frames > 1
        has_known_colours = _has_known_colours(image, data)
        if not has_known_colours:
            turn = 1  # nothing turns it
        # Browsers turn an AVIF that moves: its container says how.
        if moves and kind != "AVIF" and turn != 1 and frames * width * height > MAX_TURNED:
            raise BadImage(rules.ANIMATION_TOO_LARGE())
        if turn in TURNED_ASIDE:
            width, height = height, width
        alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
        has_palette = image.mode == "P"
        reported = (moves, turn != 1, alpha, has_palette, has_known_colours, memory)
        return ImageHead(kind, width, height, *reported)


def _has_known_colours(image: Image.Image, data: bytes) -> bool:
    try:
        colour_profile(image, data)
    except Unconvertible:
        return False
    return True


def open_image(data: bytes) -> Image.Image:
    """Open an image, its pixels not read yet.

    Raises BadImage: it is no image, of no known kind, or too large.
    """
    if not data:
        raise BadImage(rules.EMPTY_IMAGE())
    try:
        image = opened(data, _KINDS)
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception as error:  # on damaged files, Pillow's readers raise nearly anything
        raise BadImage(_no_image(kind_of(data[:HEAD]))) from error
    if image.width * image.height > MAX_PIXELS:
        raise _too_large()
    return image


def _no_image(kind: FileKind) -> Diagnostic:
    """Return what to say of a file that Pillow does not open."""
    if kind is FileKind.HEIC:
        return rules.HEIC_IMAGE()
    if kind in SHOWN | {FileKind.TIFF, FileKind.UNKNOWN}:  # its head is broken
        return rules.UNREADABLE_IMAGE()
    return rules.NO_IMAGE(what=kind.value)


def check_memory(image: Image.Image, widest: int | None) -> int:
    """Return how many bytes an image will take (see `memory.need`).

    Raises BadImage: they are too many.
    """
    is_jpeg = image.format in ("JPEG", "MPO")
    taken = need(image, widest, is_jpeg and orientation(image) in TURNED_ASIDE)
    refuse_beyond(MOST_BYTES if widest else MOST_BYTES_WHOLE, taken)
    return taken


def refuse_beyond(most: int, taken: int) -> None:
    """Refuse an image that takes more bytes than there may be."""
    if taken > most:
        raise BadImage(rules.TOO_MUCH_MEMORY(taken=taken // 1_000_000))


def orientation(image: Image.Image) -> int:
    """Return the Exif orientation of an image, 1 to 8; 1 when it says none, or nonsense."""
    try:
        turn = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # damaged Exif data; the image itself may be whole
        return 1
    return turn if turn in range(1, 9) else 1


def _may_have_exif(image: Image.Image, data: bytes) -> bool:
    """Return whether it is worth looking for Exif data.

    In a PNG they may come after the pixels, all of which Pillow would decode on the way to them.
    """
    return image.format != "PNG" or any(name in data for name in _EXIF_IN_PNG)


def has_location(data: bytes) -> bool:
    """Return whether an image's Exif data say where it was taken.

    Raises BadImage: it is no image, of no known kind, or too large.
    """
    with open_image(data) as image:
        try:
            return _may_have_exif(image, data) and _PLACE in image.getexif()
        except Exception:  # damaged Exif data
            return True


def _too_large() -> BadImage:
    return BadImage(rules.TOO_MANY_PIXELS(most=MAX_PIXELS // 1_000_000))
