"""Photos as phones take them, made on the spot: the corners tell whether they are upright."""

import math
import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

RED, BLUE, GREY = (220, 20, 20), (20, 20, 220), (128, 128, 128)
MAKER = "Téléphone-Espion"
GPS = {1: "N", 2: (43.0, 36.0, 39.0), 3: "E", 4: (3.0, 52.0, 38.0)}
# What undoes each Exif orientation, so that the photo is seen as `scene` draws it.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(size: tuple[int, int] = (1000, 600), mode: str = "RGB") -> Image.Image:
    """Return an image with a red corner at the top left, a blue one at the top right."""
    width, height = size
    image = Image.effect_noise((width // 4, height // 4), 40).resize(size).convert("RGB")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width // 4, height // 4), RED)
    pen.rectangle((width - width // 4, 0, width, height // 4), BLUE)
    return image.convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    """Return Exif data with a place and the name of a device."""
    data = Image.Exif()
    data[0x0112], data[0x010F] = orientation, MAKER
    data.get_ifd(0x8825).update(GPS)
    return data


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Return an image's file."""
    file, usual = BytesIO(), {"speed": 10} if kind == "AVIF" else {}
    image.save(file, kind, **usual | options)
    return file.getvalue()


def png_head(width: int, height: int) -> bytes:
    """Return a PNG of black and white up to where its pixels would begin."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunk = struct.pack(">I", len(head) - 4) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 9) + b"IDAT"


def photo(orientation: int = 1, size: tuple[int, int] = (1000, 600), kind: str = "JPEG") -> bytes:
    """Return a photo with Exif data; seen upright, it is `scene(size)`."""
    stored = scene(size)
    if orientation in STORED:
        stored = stored.transpose(STORED[orientation])
    return saved(stored, kind, exif=exif(orientation))


def corners(data: bytes) -> tuple[str, str]:
    """Return the colours of the two upper corners of a file, as its bare pixels are."""
    image = Image.open(BytesIO(data)).convert("RGB")
    return _nearest(image.getpixel((5, 5))), _nearest(image.getpixel((image.width - 6, 5)))


def _nearest(colour: Any) -> str:
    known = {"red": RED, "blue": BLUE, "grey": GREY}
    return min(known, key=lambda it: math.dist(known[it], colour))


def tells_nothing(data: bytes) -> bool:
    """Return whether a file says nothing of where and with what it was taken."""
    if MAKER.encode() in data or b"Exif\0\0" in data or b"http://ns.adobe.com/xap" in data:
        return False
    with Image.open(BytesIO(data)) as image:
        kept = image.getexif()
        return not kept.get_ifd(0x8825) and not dict(kept) and "xmp" not in image.info
