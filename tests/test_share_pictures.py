"""Pictures of shared links: drawn for real, opened again, found by the pages that name them."""

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from page_parts.share_pictures.drawing import IDENTITY, Artist, Card, CardColours
from pelican_support import settings_file
from site_build import BuildRequest, build
from support import PROJECT, build_site, built_site, page, read_page, write_site

THEME = PROJECT / "theme"
SITEURL = "https://exemple.fr/projet"
FACE = THEME / "static/fonts/bricolage-grotesque-800.woff2"
BACKGROUND = THEME / "share/background.png"


@pytest.fixture(scope="module")
def artist():
    return Artist(BACKGROUND, FACE)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


@pytest.mark.parametrize(
    "card",
    [
        pytest.param(Card("Bal", "Le site", "samedi 6 septembre 2025"), id="short"),
        pytest.param(Card("Bal", ""), id="no name nor date"),
        pytest.param(Card("mot " * 200, "Le site " * 20, "date " * 30), id="too long"),
        pytest.param(Card("m" * 400, "x" * 400), id="one word too long"),
        pytest.param(Card("😀 中文", "Le site"), id="nothing that can be written"),
    ],
)
def test_any_words_make_a_picture_of_the_right_size(artist, card):
    data = artist.draw(card)
    picture = Image.open(BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < 60_000
    assert artist.draw(card) == data


def test_words_stay_inside_the_margins(artist):
    blank = opened(artist.draw(Card("", "")))
    full = opened(artist.draw(Card("Wagon " * 40, "Le site " * 20)))
    left, _, right, bottom = ImageChops.difference(full, blank).getbbox()
    assert (left >= 56, right <= 1145, bottom <= 601) == (True, True, True)


def test_signs_stand_where_the_face_sets_them(artist):
    words = "AVATAR, l'Été à Sète (1/2)"  # pairs that come nearer, and accents
    line, drawn = Image.new("L", (1200, 630)), Image.new("L", (1200, 630))
    face = ImageFont.truetype(str(FACE), 60)
    ImageDraw.Draw(line).text((64, 300), words, artist._ink, face, anchor="ls")
    artist._write(drawn, (64, 300), words, 60)
    assert drawn.getbbox() == pytest.approx(line.getbbox(), abs=1)  # a pixel, by rounding
    assert sum(drawn.histogram()[1:]) == pytest.approx(sum(line.histogram()[1:]), rel=0.01)


def two_colours(path: Path) -> Path:
    ground = Image.new("RGB", (1200, 630), "#f0f0ff")
    ground.paste("#c8b4ff", (900, 0, 1200, 630))
    ground.save(path)
    return path


@pytest.mark.parametrize(
    ("inks", "is_ours", "ground", "symbol"),
    [
        pytest.param(IDENTITY, True, "#ffc233", "#ffd670", id="ours"),
        pytest.param(IDENTITY, False, "#f0f0ff", "#c8b4ff", id="another background"),
        pytest.param(
            CardColours("#ffffff", "#eeeeee", "#14506e", "#1d6485"),
            True,
            "#14506e",
            "#1d6485",
            id="a site's colour",
        ),
    ],
)
def test_colours_are_those_of_the_background_and_of_the_inks(
    tmp_path, inks, is_ours, ground, symbol
):
    background = BACKGROUND if is_ours else two_colours(tmp_path / "background.png")
    data = Artist(background, FACE, inks).draw(Card("Bal", "Le site", "samedi"))
    counted = opened(data).getcolors(16)
    main = sorted(counted, reverse=True)[:2]
    assert [colour for _, colour in main] == [ImageColor.getrgb(one) for one in (ground, symbol)]
    shown = {colour for count, colour in counted if count > 500}
    assert {ImageColor.getrgb(inks.words), ImageColor.getrgb(inks.date)} <= shown


def test_a_background_of_more_colours_is_told(tmp_path):
    """The theme of a copied project, for its file is named in the message."""
    theme = shutil.copytree(THEME, tmp_path / "theme")
    striped = Image.linear_gradient("L").resize((1200, 630))
    Image.merge("RGB", (striped, striped.rotate(180), striped)).save(theme / "share/background.png")
    settings = settings_file(tmp_path, f"THEME = {str(theme)!r}\n")
    content = write_site(tmp_path / "content", FILES)
    result = build(BuildRequest(content, tmp_path / "output", SITEURL, settings))
    told = [(it.code, it.path) for it in result.diagnostics.found]
    assert told == [("theme-fond-aplati", "theme/share/background.png")]


def test_an_accent_that_the_face_lacks_is_left_out_rather_than_boxed(artist):
    assert artist.draw(Card("ŝo", "x")) == artist.draw(Card("so", "x"))
    assert artist.draw(Card("a 😀 b", "x")) == artist.draw(Card("a b", "x"))


FILES = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil"),
    "contact.md": page("title: Contact"),
    "_posts/2026-01-02-a.md": page("title: A"),
    "_evenements/2026-03-12-bal.md": page("title: Bal\ndebut: 2026-03-12"),
}


def shared(output, name: str) -> str:
    """Return the address of the picture that a page names."""
    return read_page(output, name).css_first('meta[property="og:image"]').attributes["content"]


def test_each_article_and_each_event_has_its_own(tmp_path):
    output = built_site(tmp_path, FILES, SITEURL)
    names = ["index.html", "contact.html", "2026/01/02/a.html", "agenda/2026-03-12-bal/index.html"]
    home, contact, article, event = (shared(output, name) for name in names)
    assert home == contact and len({home, article, event}) == 3
    for address in (home, article, event):
        assert address.startswith(f"{SITEURL}/partage/")
        with Image.open(output / address.removeprefix(f"{SITEURL}/")) as picture:
            assert picture.size == (1200, 630)
    tree = read_page(output, names[-1])
    data = json.loads(tree.css_first('script[type="application/ld+json"]').text())[0]
    assert data["image"] == [event]


def test_a_new_title_makes_a_new_picture(tmp_path):
    content, output = write_site(tmp_path / "content", FILES), tmp_path / "output"
    assert build_site(content, output, SITEURL).is_ok
    before = shared(output, "2026/01/02/a.html"), shared(output, "index.html")
    write_site(content, {"_posts/2026-01-02-a.md": page("title: B")})
    assert build_site(content, output, SITEURL).is_ok
    after = shared(output, "2026/01/02/a.html"), shared(output, "index.html")
    assert after[0] != before[0] and after[1] == before[1]


def test_without_a_host_there_is_none(tmp_path):
    output = built_site(tmp_path, FILES)
    assert not (output / "partage").exists()
