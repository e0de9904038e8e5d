"""Whole sites built with photos: what is published, and what is not."""

import io
import struct
import unicodedata
import zlib
from urllib.parse import unquote

import pytest
from invoke import Context
from PIL import Image

import tasks
from commands.checks import check
from core.progress import Progress
from geolocated_files import STUCK, TAKEN_OUT, XMP, says
from page_parts.images import plugin
from page_parts.images.encode import Pixels
from photos import MAKER, corners, exif, photo, png_head, saved, scene, tells_nothing
from site_build import BuildRequest
from support import build_site, page, read_page, write_site

NFD = unicodedata.normalize("NFD", "images/été à Sète.jpg")
SIZE = (500, 250)
BODY = """
![La fête](images/été à Sète.jpg)

![Elle bouge](images/bouge.gif) ![Encre](images/encre.jpg) ![Coupée](images/coupée.jpg)

![Petite](images/petite.png) ![Dessin](images/dessin.svg)

[En grand](images/grande.jpg) ![En petit](images/grande.jpg)
"""


def files() -> dict[str, str | bytes]:
    """Return the site's files."""
    noise = Image.effect_noise(SIZE, 90).convert("P")
    moving = saved(scene(SIZE, "P"), "GIF", save_all=True, append_images=[noise])
    return {
        "index.md": page("title: Accueil", BODY),
        "assets/css/custom.css": "body { background: url('/images/fond.jpg') }",
        NFD: photo(6, SIZE),
        "images/bouge.gif": moving,
        "images/encre.jpg": saved(scene(SIZE, "CMYK"), exif=exif()),
        "images/coupée.jpg": photo(1, SIZE)[:-3000],
        "images/petite.png": saved(Image.new("P", (30, 20)), "PNG"),
        "images/dessin.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>',
        "images/grande.jpg": photo(8, SIZE),
        "images/fond.jpg": photo(3, SIZE),
        "images/ailleurs.jpg": photo(1, SIZE),
    }


@pytest.fixture(scope="module")
def encodes():
    """Return the list of the variants that were made, in the whole module."""
    return []


@pytest.fixture(scope="module")
def workplace(tmp_path_factory, encodes):
    """Give a folder; the cache is in it."""
    folder, encoded = tmp_path_factory.mktemp("images"), Pixels.encoded

    def counted(self, width, kind):
        encodes.append((width, kind))
        return encoded(self, width, kind)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "CACHE", folder / "cache")
        patch.setattr(Pixels, "encoded", counted)
        yield folder


@pytest.fixture(scope="module")
def built(workplace):
    """Return the result and the output of the site above."""
    content = write_site(workplace / "content", files())
    result = build_site(content, workplace / "output", "https://exemple.fr/projet")
    assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
    return result, workplace / "output"


def image(tree, alt: str):
    return next(node for node in tree.css("img") if node.attributes["alt"] == alt)


def published(output):
    return {path.name for path in (output / "images").iterdir()}


def test_every_address_of_a_photo_answers(built):
    tree = read_page(built[1])
    addresses = [node.attributes["src"] for node in tree.css("main img")]
    for source in tree.css("main source"):
        addresses += [part.split()[0] for part in source.attributes["srcset"].split(",")]
    assert len(addresses) == 10
    for address in addresses:
        assert address.startswith("/projet/images/")
        assert (built[1] / unquote(address).removeprefix("/projet/")).is_file(), address


def test_a_turned_photo_named_in_nfd_is_upright(built):
    node = image(read_page(built[1]), "La fête")
    assert node.parent.tag == "picture"
    assert (node.attributes["width"], node.attributes["height"]) == ("500", "250")
    assert "loading" not in node.attributes
    made = [path for path in (built[1] / "images").iterdir() if path.name.startswith("ete-a-Sete.")]
    assert sorted(path.suffix for path in made) == [".avif", ".jpg"]
    for path in made:
        assert corners(path.read_bytes()) == ("red", "blue"), path
    assert NFD.rpartition("/")[2] not in published(built[1])


def test_what_is_left_alone_gets_its_size_only(built):
    tree = read_page(built[1])
    sizes = {"Elle bouge": SIZE, "Petite": (30, 20), "Dessin": (40, 30), "Coupée": SIZE}
    for alt, (width, height) in sizes.items():
        node = image(tree, alt)
        assert node.parent.tag != "picture"
        assert (node.attributes["width"], node.attributes["height"]) == (str(width), str(height))
        assert node.attributes["loading"] == "lazy"
    one, other = (built[1].parent / name / "images/bouge.gif" for name in ("content", "output"))
    assert one.read_bytes() == other.read_bytes()


def test_cmyk_comes_out_in_its_colours(built):
    made = [it for it in (built[1] / "images").iterdir() if it.name.startswith("encre.")]
    assert len(made) == 2
    for path in made:
        assert corners(path.read_bytes()) == ("red", "blue")
        with Image.open(path) as image:
            assert image.mode == "RGB"


def test_a_cut_file_is_told_and_published(built):
    (warning,) = built[0].diagnostics.warnings
    assert str(warning).endswith(
        "content/images/coupée.jpg : cette image est abîmée ou incomplète : elle est publiée telle "
        "quelle. Ouvrez cette image, enregistrez-la de nouveau en JPEG ou en PNG, et remplacez-la."
    )
    assert "coupée.jpg" in published(built[1])


def test_originals_are_published_when_something_names_them(built):
    names = published(built[1])
    assert {"grande.jpg", "fond.jpg", "ailleurs.jpg", "petite.png"} <= names
    assert "encre.jpg" not in names
    for name in ("grande.jpg", "fond.jpg"):
        data = (built[1] / "images" / name).read_bytes()
        assert corners(data) == ("red", "blue")
        assert tells_nothing(data)


def test_nothing_published_tells_where_a_photo_was_taken(built):
    for path in built[1].rglob("*.*"):
        if path.is_file():
            assert MAKER.encode() not in path.read_bytes(), path
            if path.suffix in (".jpg", ".png", ".webp", ".avif"):
                with Image.open(path) as image:
                    assert not image.getexif().get_ifd(0x8825), path


def test_a_second_build_makes_nothing_and_gives_the_same_bytes(built, workplace, encodes):
    first = {path.name: path.read_bytes() for path in (built[1] / "images").iterdir()}
    assert encodes
    encodes.clear()
    (workplace / "content/index.md").write_text(page("title: Accueil", BODY + "\nAutre.\n"))
    assert build_site(workplace / "content", workplace / "two", "/projet").is_ok
    # The cut one is tried again: only its head is known.
    assert encodes == []
    assert {p.name: p.read_bytes() for p in (workplace / "two/images").iterdir()} == first


def test_a_site_at_fault_makes_no_image(workplace, encodes):
    """It is not published: who mends a word does not wait for photos."""
    encodes.clear()
    files = {
        "index.md": page("title: Accueil", "![Le bal](images/neuve.jpg)\n\n{% link perdu.md %}\n"),
        "images/neuve.jpg": photo(7, SIZE),
    }
    content = write_site(workplace / "fault", files)
    found = check(BuildRequest(content, workplace / "faulty")).found
    assert [diagnostic.line for diagnostic in found] == [6]
    assert encodes == []
    write_site(content, {"index.md": page("title: Accueil", "![Le bal](images/neuve.jpg)\n")})
    assert check(BuildRequest(content, workplace / "faulty")).found == []
    assert encodes


def test_a_poster_is_shown_by_its_variants_and_named_by_its_fallback(workplace):
    event = "title: Bal\ndebut: 2025-09-06\nimage: images/affiche.jpg"
    files = {
        "index.md": page("title: Accueil"),
        "_evenements/bal.md": page(event),
        "images/affiche.jpg": photo(6, SIZE),
    }
    output = workplace / "poster"
    content = write_site(workplace / "event", files)
    assert build_site(content, output, "https://exemple.fr").is_ok
    tree = read_page(output, "agenda/bal/index.html")
    poster = image(tree, "Affiche : Bal, samedi 6 septembre 2025").attributes
    address, feed = poster["src"], (output / "agenda/feed.xml").read_text(encoding="utf-8")
    assert (address.rpartition(".")[2], poster["fetchpriority"]) == ("jpg", "high")
    assert f"https://exemple.fr{address}" in tree.css_first('script[type*="json"]').text()
    assert f"https://exemple.fr{address}" in feed
    assert "affiche.jpg" not in published(output)
    assert (output / address.lstrip("/")).is_file()


def test_a_feed_has_the_fallback_alone(workplace):
    files = {
        "index.md": page("title: Accueil"),
        "_posts/2025-01-01-a.md": page("title: A", "![x](/images/a.jpg)"),
        "images/a.jpg": photo(1, SIZE),
    }
    output = workplace / "feed"
    assert build_site(write_site(workplace / "posts", files), output, "https://exemple.fr").is_ok
    feed = (output / "feed.xml").read_text(encoding="utf-8")
    assert "picture" not in feed
    assert 'src="https://exemple.fr/images/a.' in feed.replace("&#34;", '"').replace("&quot;", '"')


UNPREPARED = {
    "bombe.png": (png_head(20_000, 5_001), "plus de 100 millions de pixels"),
    "page.png": (b"<html>", "c'est une page web"),
    "photo.heic": (b"\0\0\0\x18ftypheic" + bytes(99), "est en HEIC"),
    "vide.jpg": (b"", "ce fichier d'image est vide"),
}


def test_what_cannot_be_prepared_is_told_and_published_as_it_is(tmp_path):
    shown = "\n\n".join(f"![x](images/{name})" for name in UNPREPARED)
    files = {f"images/{name}": data for name, (data, _) in UNPREPARED.items()}
    content = write_site(tmp_path / "content", {"index.md": page("title: A", shown), **files})
    result = build_site(content, tmp_path / "output")
    assert result.is_ok
    warnings = sorted(result.diagnostics.warnings)
    for warning, (name, (data, words)) in zip(warnings, UNPREPARED.items(), strict=True):
        assert warning.path.endswith(f"content/images/{name}")
        assert words in warning.message
        assert (tmp_path / "output/images" / name).read_bytes() == data


def test_no_file_that_is_published_says_where_it_was_made(workplace):
    """Linked, shown, forgotten, under its own ending or another's."""
    endings = {"JPEG": "jpg", "HEIC": "heic", "TIFF": "tif", "MP4, a phone's": "mp4"}
    files = {
        f"f{n}.{endings.get(name, 'dat')}": data for n, (name, data) in enumerate(TAKEN_OUT.items())
    }
    files |= {
        "coupee.jpg": TAKEN_OUT["a JPEG with XMP"][:-300],
        "illisible.png": TAKEN_OUT["JPEG"],
        "mobile.avif": saved(scene((40, 30)), "AVIF", save_all=True, exif=exif(),
                             append_images=[scene((40, 30), "L").convert("RGB")]),
    }  # fmt: skip
    assert all(says(data) for data in files.values())
    links = "\n\n".join(f"[Le bal]({name})" for name in [*files][::2])
    written = {"index.md": page("title: Accueil", links), **files}
    output = workplace / "nowhere"
    result = build_site(write_site(workplace / "somewhere", written), output)
    assert result.is_ok
    assert [name for name in files if says((output / name).read_bytes())] == []
    copied = [name for name in files if name.endswith((".dat", ".mp4"))]
    about = [it for it in result.diagnostics.warnings if it.code == "position-retiree"]
    assert sorted(it.path.rpartition("/")[2] for it in about) == sorted(copied)


def test_an_image_that_goes_on_saying_it_is_not_published(workplace):
    told = b"HT\0\0" + zlib.compress(XMP)
    packed = saved(scene((40, 30)), "PNG")
    packed = packed[:33] + struct.pack(">I", len(told)) + b"zTXt" + told + bytes(4) + packed[33:-40]
    files = {
        "index.md": page("title: Accueil", "[Les photos](p.zip)"),
        "p.zip": STUCK["archive"][0],
    }
    files["a.dat"] = packed
    output = workplace / "stuck"
    result = build_site(write_site(workplace / "sticky", files), output)
    assert not output.exists()
    assert [it.path.rpartition("/")[2] for it in result.diagnostics.errors] == ["a.dat", "p.zip"]
    found = check(BuildRequest(workplace / "sticky", workplace / "stuck")).errors
    assert {it.code for it in found} == {"position-impossible-a-retirer"}


@pytest.mark.parametrize(("asked", "left"), [(False, True), (True, False)])
def test_prepared_images_survive_cleaning_unless_asked(monkeypatch, tmp_path, asked, left):
    monkeypatch.setattr(tasks, "PROJECT", tmp_path)
    monkeypatch.setattr(tasks, "CACHE", tmp_path / ".cache")
    for folder in ("output", ".cache/images/ab"):
        (tmp_path / folder).mkdir(parents=True)
    tasks.clean.body(Context(), images=asked)
    assert not (tmp_path / "output").exists()
    assert (tmp_path / ".cache/images").exists() == left


class Terminal(io.StringIO):
    def __init__(self, is_one: bool):
        super().__init__()
        self._is_one = is_one

    def isatty(self) -> bool:
        return self._is_one


@pytest.mark.parametrize(
    ("is_terminal", "patience", "expected"),
    [
        pytest.param(True, 0, "\rImages : 3 sur 12…\r                  \r", id="a long wait"),
        pytest.param(True, 60, "", id="a short one"),
        pytest.param(False, 0, "", id="no terminal"),
    ],
)
def test_progress_is_told_to_who_waits(monkeypatch, is_terminal, patience, expected):
    monkeypatch.setattr("core.progress._PATIENCE", patience)
    terminal = Terminal(is_terminal)
    progress = Progress(terminal, 12)
    progress.show(3)
    progress.end()
    assert terminal.getvalue() == expected
