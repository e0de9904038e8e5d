"""What a page shows as an image and browsers do not: told where it is shown, and only then."""

import gzip

import pytest
from PIL import Image

from checks_support import reported
from core.file_kind import HEAD, FileKind, kind_of
from photos import photo, saved, scene
from support import page, write_site

SIZE = (240, 160)
HEIC = b"\0\0\0\x1cftypheic\0\0\0\0mif1heic" + bytes(40)
FILM = b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(40)
NOISE = Image.effect_noise(SIZE, 60).convert("RGB")
NOWHERE, NEARLY, PARTLY = "nulle part", "presque nulle part", "pas en entier"
# Its name, its bytes, where it is seen, what it is.
UNSEEN = [
    ("a.heic", HEIC, NEARLY, "une photo HEIC"),
    ("b.JPG", HEIC, NEARLY, "une photo HEIC"),
    ("suite.heics", HEIC.replace(b"heic", b"hevc"), NEARLY, "une photo HEIC"),
    ("c.pdf", b"%PDF-1.7\n", NEARLY, "un PDF"),
    ("d.png", b"%PDF-1.7\n", NEARLY, "un PDF"),
    ("e.mov", FILM, NEARLY, "une vidéo"),
    ("f.gif", FILM, NEARLY, "une vidéo"),
    ("g.webm", b"\x1aE\xdf\xa3" + bytes(40), NOWHERE, "une vidéo WebM"),
    ("h.jpg", b"", NOWHERE, "un fichier vide"),
    ("i.jpg", photo(1, SIZE)[:-2000], PARTLY, "elle est abîmée ou incomplète"),
    ("j.tif", saved(NOISE, "TIFF", compression="tiff_lzw")[:-4000], NEARLY, "une image TIFF"),
    ("k.psd", b"8BPS\0\1" + bytes(40), NOWHERE, "un fichier de logiciel de dessin"),
    ("l.jxl", b"\xff\x0a" + bytes(40), NEARLY, "une image JPEG XL"),
    ("m.jp2", saved(scene(SIZE), "JPEG2000"), NEARLY, "une image JPEG 2000"),
    ("n.cr2", b"II*\0\x10\0\0\0CR\2\0" + bytes(40), NOWHERE, "une photo brute (RAW)"),
    ("o.jpg", "<!doctype html><title>404</title>", NOWHERE, "une page web"),
    ("p.png", "version https://git-lfs.github.com/spec/v1\n", NOWHERE, "un renvoi de Git LFS"),
    ("q.png", b"\x89PNG\r\n\x1a\n", NOWHERE, "elle ne se lit pas"),
    ("r.png", "Bonjour", NOWHERE, "un texte"),
    ("s.jpg", bytes(64), NOWHERE, "ce fichier n'est pas une image"),
    ("t.svg", gzip.compress(b"<svg/>"), NOWHERE, "ce fichier n'est pas un dessin SVG"),
    ("u.svg", "<svg/>", NOWHERE, "ce dessin ne dit pas qu'il est un SVG"),
    ("v.odt", b"PK\3\4" + bytes(40), NOWHERE, "une archive ou un document"),
    ("w.m4a", b"\0\0\0\x14ftypM4A \0\0\0\0M4A " + bytes(9), NOWHERE, "un son"),
]
SEEN = {
    "clair.tif": saved(NOISE, "TIFF"),
    "petit.tif": saved(NOISE.resize((9, 9)), "TIFF"),
    "points.bmp": saved(NOISE.resize((9, 9)), "BMP"),
    "sans-fin.jpg": photo(6, SIZE)[:-2],
    "photo.JFIF": photo(6, SIZE),
    "photo.png": photo(6, SIZE),
    "encre.jpg": saved(scene(SIZE, "CMYK")),
    "mobile.avif": saved(NOISE, "AVIF", save_all=True, append_images=[NOISE.rotate(180)]),
    "dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
}
PLACES = """\
![Le bal](b.JPG)

<video src="e.mov" poster="k.psd" controls></video>

<picture><source srcset="l.jxl" type="image/jxl"><img src="photo.png" alt="Le bal"></picture>

<p style="background: url(j.tif)">Le bal</p>

<a href="a.heic">Le bal</a> <object data="c.pdf" type="application/pdf"></object>
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is told of a site that shows all of them."""
    shown = [*(name for name, *_ in UNSEEN), *SEEN]
    files: dict[str, str | bytes] = {name: data for name, data, *_ in UNSEEN} | SEEN
    files |= {
        "_config.yml": "title: Nous",
        "_evenements/2099-01-01-bal.md": page("title: Bal\ndebut: 2099-01-01\nimage: i.jpg"),
        "index.md": page("title: Accueil", "\n\n".join(f"![Le bal]({name})" for name in shown)),
        "lieux.md": page("title: Lieux", PLACES),
        "oubliee.heic": HEIC,
        "oubliee.jpg": b"",
        "styles.css": "a {}\nb {background: url(l.jxl)}\n@font-face {src: url(x.woff2)}\n",
        "x.woff2": b"wOF2" + bytes(40),
    }
    return reported(write_site(tmp_path_factory.mktemp("unseen") / "c", files))


@pytest.mark.parametrize(("name", "data", "where", "what"), UNSEEN, ids=[it[0] for it in UNSEEN])
def test_it_is_an_error_at_the_line_of_the_page(name, data, where, what, found: list[str]):
    line = 4 + 2 * [it[0] for it in UNSEEN].index(name)
    (told_there,) = [it for it in found if it.startswith(f"!index.md:{line} ")]
    assert told_there.startswith(f"!index.md:{line} : l'image « {name} » ne se verra {where} : "), (
        told_there
    )
    assert what in told_there
    assert [it for it in found if it.startswith(f"?{name}")] == []


def test_nothing_else_is_told_of_images(found: list[str]):
    others = [it for it in found if "ne se verra" in it and "index.md" not in it]
    assert [it.partition(" : ")[0] for it in others] == [
        "!_evenements/2099-01-01-bal.md:4",
        *(f"!lieux.md:{line}" for line in (4, 6, 8, 10)),
        "!styles.css:2",
    ]
    assert len([it for it in found if "index.md" in it and "ne se verra" in it]) == len(UNSEEN)
    assert [it.partition(" : ")[0] for it in found if it.startswith("?oubliee")] == [
        "?oubliee.heic",
        "?oubliee.jpg",
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (saved(scene(SIZE), "AVIF"), FileKind.AVIF),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", FileKind.AVIF),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1miaf", FileKind.HEIC),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", FileKind.VIDEO),
        (b"\0\0\0\x08wide\0\0\x10\0mdat", FileKind.VIDEO),
        (b"BMW et autres", FileKind.TEXT),
        ("\ufeff<?xml version='1.0'?><!-- a --><svg:svg>".encode("utf-16"), FileKind.SVG),
        (b"RIFF\0\0\0\0WAVEfmt ", FileKind.AUDIO),
    ],
)
def test_the_kind_is_the_content_s(head: bytes, kind: FileKind):
    assert kind_of(head[:HEAD]) is kind
