"""Pixels of any mode and profile brought to 8-bit sRGB."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return an image of any mode as 8-bit sRGB, with alpha if it has any; nothing else stays."""
    image = in_8_bits(image)
    if "transparency" in image.info or image.mode in ("PA", "La", "RGBa"):
        image = image.convert("RGBA")
    if image.mode == "P":
        image = image.convert("RGB")
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA") else None
    colours = image.convert(image.mode.removesuffix("A")) if alpha else image
    colours = _from_profile(colours, profile) if profile else colours.convert("RGB")
    if alpha:
        colours.putalpha(alpha)
    colours.info = {}
    return colours


def in_8_bits(image: Image.Image) -> Image.Image:
    """Return an image of 16 bits, or of one, or of floats, as 8 bits of grey; another as it is."""
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    return image.convert("L") if image.mode in ("1", "F") else image


def _from_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Return colours in sRGB; those of a profile that does not fit are taken as they are."""
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        if own.profile.xcolor_space.strip() == "RGB":  # one of grey, or of ink, is for its own mode
            image = image.convert("RGB")
        return ImageCms.buildTransform(own, _SRGB, image.mode, "RGB").apply(image)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image.convert("RGB")
