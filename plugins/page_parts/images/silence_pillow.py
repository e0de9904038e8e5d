"""What Pillow and the libraries below it say, in English, is no message: ours are in French.

Importing this module is enough for Pillow's own warnings, in the whole process: `catch_warnings` is
not made for threads. libtiff writes to the descriptor of the errors by itself: see `reading`.
"""

from __future__ import annotations

import logging
import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from io import BytesIO
from pathlib import Path

from PIL import Image

logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)
warnings.filterwarnings("ignore", module=r"PIL\.")
_STDERR = 2
_lock = threading.Lock()


def opened(source: bytes | Path, kinds: tuple[str, ...] | None = None) -> Image.Image:
    """Open an image, as `PIL.Image.open`; it raises nearly anything on what is damaged."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    return Image.open(file, formats=kinds)


def reading(image: Image.Image) -> AbstractContextManager[None]:
    """Return the context in which the pixels of an image are to be read."""
    return _unheard() if image.format == "TIFF" else nullcontext()


@contextmanager
def _unheard() -> Iterator[None]:
    """Have the descriptor of the errors lead nowhere, for one thread at a time."""
    with _lock:
        try:
            kept = os.dup(_STDERR)
        except OSError:  # there is none
            kept = -1
        if kept >= 0:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, _STDERR)
            os.close(nowhere)
        try:
            yield
        finally:
            if kept >= 0:
                os.dup2(kept, _STDERR)
                os.close(kept)
