"""What members choose in `_config.yml`, in the pages of a site built for real."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from chosen_site import FOOTER, JOIN, chosen_site, drawing, noisy_logo
from core.colours import palette_of
from page_parts.theme_assets.assets import Assets
from support import PROJECT, build_site, menu_titles, page, read_page, write_site

SITEURL = "https://exemple.fr/projet"
NEWS, EVENT = "2026/01/02/un.html", "agenda/2026-03-12-bal/index.html"
ACTOR = "communs/energie/fournil/index.html"


def build(folder: Path, files: dict, siteurl: str = SITEURL) -> tuple[Path, list[str]]:
    """Build a site; return its output and the codes of what is told."""
    content = write_site(folder / "content", files)
    result = build_site(content, folder / "output", siteurl)
    assert result.is_ok, [str(it) for it in result.diagnostics.errors]
    return folder / "output", [it.code for it in result.diagnostics.warnings]


@pytest.fixture(scope="module")
def output(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("chosen")
    built, told = build(folder, chosen_site())
    assert told == []
    return built


def hrefs(output: Path, name: str, selector: str) -> list[str]:
    return [node.attributes["href"] for node in read_page(output, name).css(selector)]


def test_the_menu_has_all_in_the_order_that_is_asked(output):
    # Pages without a place, then places, then what has none: parts, and links as they are written.
    expected = {
        "Sans place": "/projet/adherer.html",
        "Toutes les dates": "/projet/agenda.ics",
        "Nouvelles": "/projet/actualites/",
        "Boutique": "https://exemple.org",
        "Agenda": "/projet/agenda/",
        "Contact": "/projet/contact.html",
        "Les communs": "/projet/communs/",
        "Nous écrire": "mailto:nous@exemple.org",
        "Le plan": "/projet/contact.html#plan",
        "Adhérentes\xa0: le forum": "https://exemple.org/forum",
    }
    for name in ("index.html", ACTOR):
        assert menu_titles(read_page(output, name)) == list(expected)
        assert hrefs(output, name, "header nav li a") == list(expected.values())
    current = read_page(output, "contact.html").css('header [aria-current="page"]')
    assert [node.text() for node in current] == ["Contact"]
    assert hrefs(output, "404.html", "main .more a") == ["/projet/", *expected.values()]


def test_a_part_has_one_name_everywhere(output):
    assert read_page(output, "actualites/index.html").css_first("h1").text() == "Nouvelles"
    assert "Nouvelles de 2026" in read_page(output, "actualites/annees/2026/index.html").html
    assert read_page(output).css_first(".latest-news h2").text() == "Nouvelles"
    assert read_page(output, ACTOR).css_first(".its-news h2").text() == "Nouvelles"
    ways = read_page(output, NEWS).css_first('script[type="application/ld+json"]').text()
    assert '"name":"Nouvelles"' in ways


def test_the_button_leads_where_it_is_asked(output):
    for name in ("communs/index.html", "communs/energie/index.html", ACTOR):
        button = read_page(output, name).css_first(".join a")
        assert (button.text(), button.attributes["href"]) == (
            "Adhérer",
            "https://exemple.org/adherer",
        )
    assert "https://exemple.org/adherer" in hrefs(output, "communs/index.html", ".system a")


_JOIN, _WORDS = {"rejoindre.md": page("title: Venir")}, "Rejoindre la Méridionale"


@pytest.mark.parametrize(
    ("config", "files", "button"),
    [
        ("", _JOIN, (_WORDS, "/rejoindre.html")),
        ("rejoindre: {libelle: Venir}", _JOIN, ("Venir", "/rejoindre.html")),
        ("rejoindre: adherer.md", {}, (_WORDS, "/adherer.html")),
        ("rejoindre: non", _JOIN, None),
        ("", {}, None),
    ],
)
def test_the_button_s_words_and_page_may_be_told_apart(config, files, button, tmp_path):
    output, told = build(tmp_path, {**chosen_site(config), **files}, "")
    shown = read_page(output, "communs/index.html").css_first(".join a")
    assert told == []
    assert (shown and (shown.text(), shown.attributes["href"])) == button


def test_the_footer_says_how_to_reach_the_collective(output):
    tree = read_page(output, EVENT)
    address = tree.css_first("footer address")
    assert "1 rue de l’Exemple, 34000 Montpellier" in address.text()
    assert [node.attributes["href"] for node in address.css("a")] == [
        "mailto:nous@exemple.org",
        "tel:+33467000000",
    ]
    accounts = {node.text(): node.attributes["href"] for node in tree.css('footer a[rel="me"]')}
    assert list(accounts) == ["Mastodon", "PeerTube"]
    script = read_page(output).css_first('script[type="application/ld+json"]').text()
    organisation = json.loads(script)
    assert organisation["sameAs"] == list(accounts.values())
    assert organisation["email"] == "nous@exemple.org"


def test_the_pages_that_the_law_asks_for_are_in_the_footer_by_themselves(output, tmp_path):
    links = read_page(output).css("footer .follow a")
    assert [node.text() for node in links][-2:] == ["Mentions légales", "Accessibilité"]
    asks = {
        "mentions-legales/index.md": page("title: B\norder: 2"),
        "accessibilite.md": page("title: C"),
    }
    tree = read_page(build(tmp_path, {"index.md": page("title: A"), **asks})[0])
    assert [node.text() for node in tree.css("header li a")] == ["B"]
    assert [node.text() for node in tree.css("footer .follow a")] == ["C"]
    jekyll = {"_config.yml": "plugins: [jekyll-feed]\n", "index.md": page("title: A"), **asks}
    tree = read_page(build(tmp_path / "jekyll", jekyll)[0])
    assert [node.text() for node in tree.css("header li a")] == [
        "C",
        "B",
    ]  # where its theme's menu had all


# What is switched off, then the addresses that are gone and what is told.
OFF = {
    "actualites": ["actualites/index.html", NEWS, "feed.xml"],
    "agenda": ["agenda/index.html", EVENT, "agenda.ics", "agenda/feed.xml"],
    "communs": ["communs/index.html", "communs/energie/index.html", ACTOR],
}


@pytest.mark.parametrize("part", OFF)
def test_a_part_switched_off_writes_no_page_and_no_link_to_it(part, tmp_path):
    output, told = build(tmp_path, chosen_site(f"{part}: non\n"))
    assert told == ["partie-retiree-avec-fichiers"]
    published = {path.relative_to(output).as_posix() for path in output.rglob("*.*")}
    others = [name for other, names in OFF.items() if other != part for name in names]
    assert {*others} <= published and not {*OFF[part]} & published
    for name in published:
        if name.endswith((".html", ".xml", ".ics", ".map")):
            text = (output / name).read_text(encoding="utf-8")
            assert not re.search(rf"/projet/{part}\b", text), name
            assert not any(f"/projet/{gone}" in text for gone in OFF[part]), name


def test_a_part_switched_off_without_files_is_told_nothing(tmp_path):
    files = {"index.md": page("title: A"), "_config.yml": "agenda: non\nactualites: non\n"}
    output, told = build(tmp_path, files)
    assert (told, menu_titles(read_page(output))) == ([], [])
    assert hrefs(output, "index.html", "footer a") == ["/projet/"]
    assert hrefs(output, "index.html", 'link[rel="alternate"]') == []


def test_a_site_of_jekyll_s_gets_its_news_when_it_asks(tmp_path):
    files = {"index.md": page("title: A"), "_posts/2026-01-02-un.md": page("title: Un")}
    before, _ = build(tmp_path / "a", {**files, "_config.yml": "theme: minima\n"})
    after, _ = build(tmp_path / "b", {**files, "_config.yml": "theme: minima\nactualites: oui\n"})
    assert not (before / "actualites").exists()
    assert menu_titles(read_page(after)) == ["Actualités"]


LOGOS = {
    "wide": (drawing(1600, 200), None),
    "tall, without a size": (drawing(100, 300, has_size=False), "tall"),
    "of pixels": (noisy_logo(600, 200), None),
}


@pytest.mark.parametrize("shape", LOGOS)
def test_a_logo_of_any_shape_has_its_place_and_its_words(shape, tmp_path):
    data, size = LOGOS[shape]
    name = "images/logo.png" if isinstance(data, bytes) else "images/logo.svg"
    output, told = build(tmp_path, chosen_site(f"logo: {name}\n", **{name: data}))
    image = read_page(output, ACTOR).css_first("header a.site-title img")
    assert (told, image.attributes["alt"], image.attributes.get("class")) == ([], "Le site", size)
    assert (output / image.attributes["src"].removeprefix("/projet/")).is_file()
    assert read_page(output, ACTOR).css_first(".site-title").text().strip() == ""
    organisation = json.loads(read_page(output).css_first('[type="application/ld+json"]').text())
    assert organisation["logo"] == f"{SITEURL}/{name}"
    assert (output / name).is_file()


def test_a_logo_has_one_for_dark_screens(tmp_path):
    logos = {"a.png": noisy_logo(300, 200), "b.png": noisy_logo(400, 200)}
    config = "logo: a.png\nlogo_sombre: /b.png\nlogo_texte: Un pain rond\n"
    output, told = build(tmp_path, chosen_site(config, **logos))
    picked = read_page(output).css_first(".site-title picture")
    dark = [it.attributes for it in picked.css("source[media]")]
    assert told == [] and len(dark) > 1
    assert all(it["media"] == "screen and (prefers-color-scheme: dark)" for it in dark)
    assert {(it["width"], it["height"]) for it in dark} == {("400", "200")}
    for source in [*dark, picked.css_first("img").attributes]:
        for candidate in (source.get("srcset") or source["src"]).split(", "):
            assert (output / candidate.split()[0].removeprefix("/projet/")).is_file()
    assert picked.css_first("img").attributes["alt"] == "Un pain rond"


def test_a_logo_that_only_decorates_stands_beside_the_name(tmp_path):
    config = 'logo: a.svg\nlogo_texte: ""\n'
    output, _ = build(tmp_path, chosen_site(config, **{"a.svg": drawing(9, 9)}))
    title = read_page(output).css_first(".site-title")
    assert (title.css_first("img").attributes["alt"], title.text().strip()) == ("", "Le site")


# Styles that a site has for what it chose, by a rule that only they hold.
MARKS = {"couleur": "--night-link:", "logo": ".site-title img", "contact": ".reach"}


@pytest.mark.parametrize(
    ("config", "wanted"),
    [
        ("", set()),
        ("couleur: '#1f3a7a'", {"couleur"}),
        ("logo: a.svg", {"logo"}),
        (FOOTER, {"contact"}),
    ],
)
def test_pages_carry_the_styles_of_what_is_chosen_alone(config, wanted, tmp_path):
    files = {"index.md": page("title: A"), "_config.yml": config, "a.svg": drawing(9, 9)}
    html = (build(tmp_path, files)[0] / "index.html").read_text(encoding="utf-8")
    assert {kind for kind, mark in MARKS.items() if mark in html} == wanted


def test_without_a_colour_the_identity_is_as_it_is(tmp_path):
    output, told = build(tmp_path, chosen_site(""))
    own = Assets(PROJECT / "theme" / "static")
    for name, path in own.published.items():
        data = (PROJECT / "theme" / "static" / name).read_bytes()
        assert (output / path.lstrip("/")).read_bytes() == data
    assert (told, read_page(output).css("meta[name=theme-color]")) == ([], [])
    shared = read_page(output, NEWS).css_first('[property="og:image"]').attributes["content"]
    assert ground(output, shared) == pytest.approx((255, 194, 51), abs=6)


def ground(output: Path, address: str) -> tuple[int, ...]:
    """Return the colour of the ground of a shared picture."""
    data = (output / address.removeprefix(f"{SITEURL}/")).read_bytes()
    return Image.open(BytesIO(data)).convert("RGB").getpixel((2, 2))


@pytest.mark.parametrize(
    ("colour", "area"), [("#1f3a7a", "#1f3a7a"), ("#fff3a0", "#fff3a0"), ("#8c5a55", "#7d4c48")]
)
def test_a_colour_is_that_of_pages_icon_and_shared_pictures(colour, area, tmp_path):
    output, told = build(tmp_path, chosen_site(f"couleur: '{colour}'\n"))
    assert told == (["couleur-deplacee"] if area != colour else [])
    tree, palette = read_page(output, NEWS), palette_of(colour)
    assert tree.css_first("meta[name=theme-color]").attributes["content"] == area
    assert f"--header-ground:{area}" in tree.html.replace(" ", "")
    icon = tree.css_first('link[rel="icon"]').attributes["href"].removeprefix("/projet/")
    drawn = (output / icon).read_text(encoding="utf-8")
    assert palette.light["accent"] in drawn and palette.light["sun"] in drawn
    shared = tree.css_first('[property="og:image"]').attributes["content"]
    wanted = tuple(int(area[at : at + 2], 16) for at in (1, 3, 5))
    assert ground(output, shared) == pytest.approx(wanted, abs=6)  # of a few colours


def test_the_bars_of_browsers_are_of_the_header_s_colour(tmp_path):
    logos = {"a.svg": drawing(9, 9)}
    config = "couleur: '#1f3a7a'\nlogo: a.svg\nlogo_sombre: a.svg\n"
    tree = read_page(build(tmp_path, chosen_site(config, **logos))[0])
    roles = palette_of("#1f3a7a").light
    bars = [it.attributes for it in tree.css("meta[name=theme-color]")]
    assert [(bar["content"], bar["media"]) for bar in bars] == [
        (roles["paper"], "(prefers-color-scheme: light)"),
        (roles["night"], "(prefers-color-scheme: dark)"),
    ]


def test_a_button_that_shows_nowhere_is_told(tmp_path):
    files = {"index.md": page("title: A"), "_config.yml": JOIN}
    assert build(tmp_path, files)[1] == ["rejoindre-sans-communs"]
