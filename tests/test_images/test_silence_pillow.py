"""A build says nothing in English, whatever its images are."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from photos import exif, photo, png_head, saved, scene
from support import PROJECT, page, write_site

SIZE = (200, 120)


def broken(data: bytes, start: int, end: int) -> bytes:
    """Return a file some of whose bytes are others."""
    return data[:start] + bytes(byte ^ 0x5A for byte in data[start:end]) + data[end:]


def strange_tiff(*tags: tuple[int, int, int, int]) -> bytes:
    """Return a TIFF of four by four pixels, some of its tags being others."""
    usual = {256: 4, 257: 4, 258: 8, 259: 1, 262: 1, 273: 200, 277: 1, 278: 4, 279: 16}
    known = {tag: (tag, 4, 1, value) for tag, value in usual.items()} | {it[0]: it for it in tags}
    entries = b"".join(struct.pack("<HHII", *known[tag]) for tag in sorted(known))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(known)) + entries + bytes(404)


LOUD = {
    # libtiff writes to the descriptor of the errors.
    **{
        f"{kind}.tif": broken(
            saved(scene(SIZE, "1" if kind == "group4" else "RGB"), "TIFF", compression=kind),
            900,
            1100,
        )
        for kind in ("tiff_lzw", "tiff_adobe_deflate", "jpeg", "group4")
    },
    "coupee.tif": saved(scene(SIZE, "1"), "TIFF", compression="group4")[:-50],
    # Pillow's logger, then its warnings.
    "trop.tif": strange_tiff((277, 4, 1, 9)),
    "double.tif": strange_tiff((256, 3, 2, 4 | 5 << 16)),
    "exif.jpg": saved(scene(SIZE), exif=exif(6).tobytes()[:60]),
    "exif.webp": saved(scene(SIZE), "WEBP", exif=exif(6).tobytes()[6:40]),
    "mpo.jpg": photo(1, SIZE)[:2] + b"\xff\xe2\0\x10MPF\0II*\0\x08\0\0\0\1\0" + photo(1, SIZE)[2:],
    "bombe.png": png_head(9900, 9900),
    "profil.jpg": saved(scene(SIZE), icc_profile=b"?" * 200),
    "coupee.jpg": photo(1, SIZE)[:-900],
    "coupee.avif": saved(scene(SIZE), "AVIF")[:-300],
    "coupee.gif": saved(scene(SIZE, "P"), "GIF")[:-300],
}


_CHECK = """
import sys
from pathlib import Path
from commands.checks import check
from site_build import BuildRequest
sys.stdout.write("\\n".join(map(str, check(BuildRequest(Path(sys.argv[1]))).found)))
"""


@pytest.mark.server
def test_nothing_is_said_on_the_errors(tmp_path: Path):
    body = "\n\n".join(f"![Le bal]({name})" for name in LOUD)
    content = write_site(tmp_path / "content", {"index.md": page("title: Nous", body), **LOUD})
    done = subprocess.run(
        [sys.executable, "-c", _CHECK, content],
        env={"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert done.returncode == 0
    for name in ("tiff_lzw.tif", "trop.tif", "coupee.jpg", "coupee.gif"):
        assert f"« {name} » ne se verra" in done.stdout
