"""Colours: how light they are, how they read on one another, and a whole set made of one."""

from core.colours.palette import Palette, palette_of

__all__ = ["Palette", "palette_of"]
