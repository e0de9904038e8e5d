"""Images that are sent: made anew, upright and without metadata; what is none is refused."""

import io
import re

import pytest
from PIL import Image

from photos import MAKER, photo, png_head, saved, scene
from support import page

pytestmark = pytest.mark.server
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MOVING = saved(scene((9, 9)), "GIF", save_all=True, append_images=[scene((9, 9), "L")])
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(200)


def kept(writer, told):
    """Return an image as it is saved."""
    text = page("title: Une photo", f"![x]({told['name']})\n")
    stem = re.sub(r"\W", "-", told["name"])
    files = [{"name": f"photo-{stem}.md", "text": text, "base": None}]
    assert writer.post("save", files=files, photos=[told["name"]]).status == 200
    return (writer.content / told["name"]).read_bytes()


@pytest.mark.parametrize("turn", [1, 2, 6])
def test_a_photo_comes_out_upright_small_and_silent(writer, turn):
    told = writer.photo(f"Été à l'ŒUVRE {turn}.JPEG", photo(turn, (2500, 1500))).json
    assert told == {"name": f"images/ete-a-l-oeuvre-{turn}.jpg"}
    data = kept(writer, told)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (2000, 1200)
        assert not image.getexif()
        red, blue = image.getpixel((20, 20)), image.getpixel((1980, 20))
        assert red[0] > 180 > red[2] and blue[2] > 180 > blue[0]
    assert MAKER.encode() not in data


def test_a_tall_image_is_bounded_too(writer):
    for image, size in (
        (scene((900, 4500)), (400, 2000)),
        (Image.new("RGB", (1, 60_000)), (1, 2000)),
    ):
        told = writer.photo(f"haute-{size[0]}", saved(image)).json
        with Image.open(io.BytesIO(kept(writer, told))) as made:
            assert made.size == size


def test_a_small_image_keeps_its_size_and_what_is_seen_through(writer):
    logo = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    logo.paste((200, 0, 0, 255), (0, 0, 20, 30))
    told = writer.photo("logo.png", saved(logo, "PNG"), "image/png").json
    assert told == {"name": "images/logo.png"}
    with Image.open(io.BytesIO(kept(writer, told))) as image:
        assert image.size == (40, 30)
        assert image.convert("RGBA").getpixel((30, 10))[3] == 0


def test_whatever_follows_an_image_is_gone(writer):
    told = writer.photo("suite.gif", saved(scene((90, 60), "P"), "GIF") + DRAWING).json
    assert b"script" not in kept(writer, told)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "vide"),
        (b"<!doctype html><script>alert(1)</script>", "c'est une page web"),
        (DRAWING, "SVG"),
        (b"\xff\xfe" + DRAWING.decode().encode("utf-16-le"), "SVG"),
        (HEIC, "Réglages"),
        (b"PK\x03\x04" + bytes(99), "c'est une archive"),
        (b"du texte", "c'est un texte"),
        (b"\0" * 99, "ne se lit pas"),
        (photo()[:9000], "ne se lit pas"),
        (b"GIF89a" + b"<script>" * 9, "ne se lit pas"),
        (png_head(90_000, 90_000), "pixels"),  # a bomb
        (lambda: saved(Image.new("1", (9_000, 9_000)), "PNG"), None),
        (lambda: saved(Image.new("1", (20_000, 20_000)), "PNG"), "pixels"),
        (MOVING, "bouge"),
    ],
    ids=range(14),
)
def test_what_is_no_image_is_refused_in_words(writer, data, words):
    said = writer.photo("a.jpg", data() if callable(data) else data)
    if words is None:
        assert said.status == 200
        return
    assert said.status == 422
    assert words in said.json["erreur"]
    assert "telle quelle" not in said.json["erreur"]  # as of those that are published


@pytest.mark.parametrize(
    ("asked", "kept_as"),
    [
        ("../../_config.yml", "images/config.jpg"),
        ("/etc/passwd", "images/etc-passwd.jpg"),
        ("a\0b\n\u202ec.php", "images/a-b-c.jpg"),
        ("", "images/sans-titre.jpg"),
        ("é" * 500, f"images/{'e' * 80}.jpg"),
        (".htaccess", "images/htaccess.jpg"),
    ],
    ids=range(6),
)
def test_a_name_is_made_safe(writer, asked, kept_as):
    assert writer.photo(asked, photo()).json["name"] == kept_as


def test_two_images_never_have_one_name(writer):
    sent = [photo(), photo()]
    names = [writer.photo("affiche.jpg", one).json["name"] for one in (*sent, sent[0])]
    assert names.pop() == names[0]  # sent again
    names.append(kept_name := "images/affiche-3.jpg")
    (writer.content / kept_name).parent.mkdir(exist_ok=True)
    (writer.content / "images/AFFICHE-3.JPG").write_bytes(b"another")
    names.append(writer.photo("affiche.jpg", photo()).json["name"])
    assert names[:2] + names[3:] == [
        *("images/affiche.jpg", "images/affiche-2.jpg", "images/affiche-4.jpg")
    ]
