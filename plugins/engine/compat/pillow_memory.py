"""How Pillow takes memory, which `Image.core` alone lets one choose: no setting of its offers it.

`PILLOW_BLOCK_SIZE`, of the environment, is read before a program can set it. In one piece, a large
image's memory goes back to the system at once (glibc maps such pieces).
"""

from __future__ import annotations

import ctypes
import sys

from PIL import Image

BLOCK_BYTES = 512 * 2**20
_M_ARENA_MAX = -8  # malloc.h of glibc


def take_memory_in_one_piece() -> None:
    """Have each image of this process take its memory in one block.

    What an encoder gives back then serves other threads too: glibc has one heap for all of them.
    """
    Image.core.set_block_size(BLOCK_BYTES)  # type: ignore[attr-defined]  # Pillow types no `core`
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_ARENA_MAX, 1)
