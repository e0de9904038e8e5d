"""Images are computed before they are read: each in a process of its own, measured outside."""

import gc
import subprocess
import sys
import threading
import time
import weakref
from io import BytesIO

import pytest
from PIL import Image

from core.diagnostics.catalog.image_files import DAMAGED_IMAGE
from page_parts.images.encode import Pixels
from page_parts.images.image_head import BadImage, open_image, read_image
from page_parts.images.memory import MOST_BYTES, Room, need
from page_parts.images.pipeline import let_go
from page_parts.images.variants import WIDTHS
from photos import corners, exif, photo, saved, scene
from support import PROJECT

_MEASURE = """
import re, sys
from pathlib import Path
from page_parts.images.encode import Pixels
from page_parts.images.image_head import BadImage, read_image
data = sys.stdin.buffer.read()
peak = lambda: int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024
before = peak()
try:
    read_image(data)
    size = Pixels(data, 1600).image.size
except BadImage as bad:
    size = bad.diagnostic.message
print(peak() - before, size, sep="|")
"""


def huge(mode: str, kind: str, size: tuple[int, int] = (9900, 9900), **options: object) -> bytes:
    quick = {"PNG": {"compress_level": 1}, "WEBP": {"method": 0}}.get(kind, {})
    return saved(Image.new(mode, size), kind, **quick, **options)


_PREPARE = """
import re, sys
from pathlib import Path
from core.file_cache import FileCache
from page_parts.images.pipeline import ImagePipeline
root = Path(sys.argv[1])
names = sorted(path.name for path in root.glob("*.*"))
ImagePipeline(root, FileCache(root / "cache"), lambda *told: sys.exit(str(told))).prepare(names)
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) * 1024)
"""


def measure(data: bytes) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE],
        input=data,
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(PROJECT / "plugins")},
    )
    peak, _, size = done.stdout.decode().strip().partition("|")
    return int(peak), size


READ = {
    "one bit": ("1", "PNG", (9900, 9900), {}),
    "a palette": ("P", "PNG", (9900, 9900), {}),
    "a JPEG": ("RGB", "JPEG", (9900, 9900), {}),
    "a photo of 24 megapixels": ("RGB", "JPEG", (6000, 4000), {}),
    "a drawing of 24 megapixels": ("RGBA", "PNG", (6000, 4000), {}),
    "WebP": ("RGB", "WEBP", (4000, 3000), {}),
}
REFUSED = {
    "colours": ("RGB", "PNG", (7200, 7200), {}),
    "16 bits": ("I;16", "PNG", (9900, 9900), {}),
    "progressive": ("RGB", "JPEG", (9000, 9000), {"progressive": True}),
    "WebP": ("RGB", "WEBP", (6000, 4000), {}),
    "AVIF": ("RGB", "AVIF", (6000, 4000), {"speed": 10}),
    "very tall": ("RGB", "PNG", (1000, 45_000), {}),
    "Exif data": ("RGB", "PNG", (7200, 7200), {"exif": exif(6)}),
}


@pytest.mark.server
@pytest.mark.parametrize(("mode", "kind", "size", "options"), READ.values(), ids=READ)
def test_what_is_large_is_read_in_parts(mode, kind, size, options):
    peak, made = measure(huge(mode, kind, size, **options))
    assert peak < MOST_BYTES, peak
    assert made.startswith("(")


@pytest.mark.server
@pytest.mark.parametrize(("mode", "kind", "size", "options"), REFUSED.values(), ids=REFUSED)
def test_what_is_too_large_is_refused_unread(mode, kind, size, options):
    peak, told = measure(huge(mode, kind, size, **options))
    assert peak < 20_000_000, peak
    assert "Mo de mémoire : elle est publiée telle quelle" in told


@pytest.mark.server
def test_what_was_refused_is_small_enough_once_reduced():
    with open_image(photo(1, (4000, 3000))) as image:
        assert need(image, WIDTHS[-1]) <= MOST_BYTES
    with pytest.raises(BadImage, match="Mo de mémoire"):
        Pixels(huge("1", "PNG", (7000, 7000)))


@pytest.mark.server
def test_ten_images_of_98_megapixels_share_300_mb(tmp_path):
    """Some ten seconds, or twice as much: a thousand million pixels are read."""
    kinds = [("1", "PNG"), ("P", "PNG"), ("L", "PNG"), ("RGB", "JPEG"), ("1", "BMP")]
    for number, (mode, kind) in enumerate(kinds):
        data = huge(mode, kind, (9900, 9900 - number))
        for end in (b"", b"after its end"):  # another file, so another image
            (tmp_path / f"{number}{len(end)}.{kind.lower()}").write_bytes(data + end)
    command = [sys.executable, "-c", _PREPARE, str(tmp_path)]
    environment = {"PYTHONPATH": str(PROJECT / "plugins")}
    peak = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert int(peak) < 270_000_000, int(peak)  # a build holds 30 MB more


def test_bytes_are_shared_and_one_that_wants_them_all_is_alone():
    room, most, held, lock = Room(10), [0], [0], threading.Lock()

    def hold(amount: int) -> None:
        with room.taken(amount):
            with lock:
                held[0] += amount
                most.append(held[0])
            time.sleep(0.01)
            with lock:
                held[0] -= amount

    threads = [threading.Thread(target=hold, args=(amount,)) for amount in (4, 12, 5, 4, 9, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(most)[-1] == 12
    assert all(total <= 10 for total in most if total != 12)


def test_a_photo_is_read_at_half_its_size_lying_or_standing():
    for size, orientation in (((4000, 2250), 1), ((3000, 4000), 6)):
        with open_image(photo(orientation, size)) as image:
            is_aside = orientation == 6
            assert need(image, 1472, is_aside) == image.width * image.height


@pytest.mark.parametrize("mode", ["RGBA", "P", "1", "LA", "L", "RGB"])
def test_strips_are_the_image(mode):
    data = saved(scene((6400, 160)).convert(mode), "PNG", compress_level=1)
    read = Pixels(data, 800).image
    whole = Image.open(BytesIO(data)).convert("RGB").resize(read.size, Image.Resampling.BOX)
    assert read.width < 6400
    pixels = read.convert("RGB")
    for x in range(40, read.width, 97):
        for y in range(2, read.height - 2, 11):
            found, expected = pixels.getpixel((x, y)), whole.getpixel((x, y))
            assert all(abs(a - b) < 26 for a, b in zip(found, expected, strict=True)), (x, y)


@pytest.mark.parametrize("orientation", [1, 3, 6, 7])
@pytest.mark.parametrize("size", [(1234, 1101), (1101, 1235), (1500, 60), (60, 1500)])
def test_an_image_is_exactly_as_wide_as_asked(orientation, size):
    data = photo(orientation, size)
    assert Pixels(data, 500).image.size[0] == min(500, size[0])
    if min(size) > 1000:
        assert corners(Pixels(data, 500).encoded(100, "JPEG")) == ("red", "blue")
    assert read_image(data).size == size


def test_a_damaged_image_leaves_its_pixels_to_others():
    """Ten of 100 megapixels took a gigabyte: what was raised of each held what had been read."""
    gc.freeze()  # what tests before left is not searched
    held: list[weakref.ref[Image.Image]] = []

    def fail() -> None:
        image = Image.new("1", (8, 8))
        held.append(weakref.ref(image))
        try:
            raise OSError(image)
        except OSError as error:
            raise BadImage(DAMAGED_IMAGE()) from error

    with pytest.raises(BadImage) as told:
        let_go(fail)
    gc.collect()
    assert told.value.diagnostic == DAMAGED_IMAGE()
    assert held[0]() is None
