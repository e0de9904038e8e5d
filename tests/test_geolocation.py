"""Where a file was made is taken out of it, and nothing else; what cannot be is told."""

import io
import random

import pytest
from PIL import Image

from core.geolocation import find_position, without_position
from geolocated_files import PLACE, SILENT, STUCK, TAKEN_OUT, box, film, says


@pytest.mark.parametrize("data", TAKEN_OUT.values(), ids=TAKEN_OUT)
def test_the_position_is_taken_out_in_place(data: bytes):
    assert says(data)
    made, stuck = without_position(data)
    assert (len(made), stuck) == (len(data), "")
    assert not says(made)
    assert not find_position(io.BytesIO(made))
    assert without_position(made) == (made, "")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "AVIF", "TIFF", "BigTIFF"])
def test_the_image_is_the_same_and_turned_as_before(kind: str):
    before, after = (
        Image.open(io.BytesIO(data))
        for data in (TAKEN_OUT[kind], without_position(TAKEN_OUT[kind])[0])
    )
    assert before.tobytes() == after.tobytes()
    kept, own = dict(after.getexif()), dict(before.getexif())
    own.pop(0x8825, None)
    assert kept == own
    assert not after.getexif().get_ifd(0x8825)


def test_what_is_told_besides_stays():
    made, _ = without_position(TAKEN_OUT["MOV, Apple's keys"])
    assert made == TAKEN_OUT["MOV, Apple's keys"].replace(PLACE, b" " * len(PLACE))
    made, _ = without_position(TAKEN_OUT["WebM"])
    assert b"LOCATION" in made
    assert b"\xec\x84" in made  # the checksum, which is no longer right, says nothing


@pytest.mark.parametrize(("data", "where"), STUCK.values(), ids=STUCK)
def test_what_cannot_be_taken_out_is_told(data: bytes, where: str):
    made, stuck = without_position(data)
    assert where in stuck
    assert made == data


@pytest.mark.parametrize("data", SILENT.values(), ids=SILENT)
def test_a_file_that_says_none_comes_out_as_it_is(data: bytes):
    assert not find_position(io.BytesIO(data))
    assert without_position(data) == (data, "")


@pytest.mark.parametrize("name", TAKEN_OUT)
def test_a_damaged_file_is_no_trouble(name: str):
    data, pick = TAKEN_OUT[name], random.Random(name)
    for _ in range(40):
        changed = bytearray(data[: pick.randrange(len(data))])
        for _ in range(4):
            if changed:
                changed[pick.randrange(len(changed))] = pick.randrange(256)
        assert len(without_position(bytes(changed))[0]) == len(changed)


def test_a_film_of_which_one_would_read_all_is_not_read(tmp_path):
    """Its head is enough: it may be as large as a disk."""
    path = tmp_path / "film.mp4"
    told = TAKEN_OUT["MP4, a phone's"]
    pictures = told.index(b"mdat") - 4
    moov = told.index(b"moov") - 4
    with path.open("wb") as file:
        file.write(told[:pictures] + b"\0\0\0\1mdat" + (16 + 2**40).to_bytes(8))
        file.seek(2**40, io.SEEK_CUR)  # a file with a hole
        file.write(told[moov:])
    with path.open("rb") as file:
        found = find_position(file)
    assert found.patches
    assert min(patch.at for patch in found.patches) > 2**40


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n" + b'exif:GPSLatitude="43,36.65N" ' * 30_000,
        film(box(b"udta", PLACE * 30_000)),
        film(box(b"udta", box(b"\xa9xyz", PLACE * 300) * 2000)),
    ],
)
def test_what_is_written_over_is_bounded(data: bytes):
    """A file may hold as many marks as one likes: neither time nor memory follow."""
    patches = find_position(io.BytesIO(data)).patches
    assert 0 < len(patches) <= 21_000
    assert sum(len(patch.data) for patch in patches) < 10_000_000
