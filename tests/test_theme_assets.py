"""The theme's own files: lasting names, styles in the page, diagnostics told with their place."""

import re
import shutil

import pytest

from page_parts.theme_assets.assets import Assets
from page_parts.theme_assets.stylesheet import BadStyle, Stylesheets
from pelican_support import settings_file
from site_build import BuildRequest, build
from support import PROJECT, build_site, built_site, messages, page, read_page, write_site


def test_a_name_carries_a_hash_of_the_file(tmp_path):
    root = write_site(tmp_path, {"js/a.js": "1;\n"})
    before = Assets(root).path("js/a.js")
    assert re.fullmatch(r"/theme/js/a\.[0-9a-f]{8}\.js", before)
    assert Assets(root).path("js/a.js") == before
    (root / "js/a.js").write_text("2;\n")
    assert Assets(root).path("js/a.js") != before


def test_styles_are_joined_minified_and_lead_to_the_published_files(tmp_path):
    files = {
        "common/b.css": "b { color: red }\n",
        "common/_layers.css": "@layer x, y;\n",
        "pages/event.css": '@layer y { i { background: url("../static/images/s.svg") } }\n',
    }
    styles = Stylesheets(write_site(tmp_path, files), lambda name: f"/projet/{name}?1")
    assert styles.of() == "@layer x,y;b{color:red}"
    event = "@layer x;@layer y{i{background:url(/projet/images/s.svg?1)}}b{color:red}"
    assert styles.of("event") == event


def test_a_style_sheet_that_does_not_parse_is_told_with_its_line(tmp_path):
    root = write_site(tmp_path, {"common/a.css": "a {\n  color: red\n}\nb {} }\n"})
    with pytest.raises(BadStyle) as told:
        Stylesheets(root, str).of()
    assert (told.value.path.name, told.value.line) == ("a.css", 4)


def test_every_file_that_a_page_asks_for_is_published(tmp_path):
    output = built_site(tmp_path, {"index.md": page("title: A")}, "/projet")
    html = (output / "index.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"/projet/(theme/[^\"')]+)", html))
    published = {path.relative_to(output).as_posix() for path in (output / "theme").rglob("*.*")}
    assert len(asked) > 4 and asked <= published
    assert read_page(output).css("link[rel=stylesheet]") == []


def test_a_file_of_the_content_does_not_take_the_place_of_the_theme_s(tmp_path):
    path = Assets(PROJECT / "theme" / "static").path("js/temps.js").lstrip("/")
    files = {"index.md": page("title: A"), path: "1;"}
    content = write_site(tmp_path / "content", files)
    result = build_site(content, tmp_path / "output")
    assert messages(result, content) == [
        f"content/{path} : ce fichier et un fichier du thème ont la même adresse : « /{path} ». "
        "Renommez l'un des deux, ou changez son permalink."
    ]


def test_what_a_file_leaves_open_does_not_reach_the_next(tmp_path):
    root = write_site(
        tmp_path, {"common/a.css": "@layer x { a { color: red", "common/b.css": "b {c:d}"}
    )
    assert Stylesheets(root, str).of() == "@layer x{a{color:red}}b{c:d}"


def test_a_broken_style_of_the_theme_stops_the_build(tmp_path):
    theme = shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    with (theme / "styles/common/text.css").open("a", encoding="utf-8") as file:
        file.write("}\n")
    lines = (theme / "styles/common/text.css").read_text(encoding="utf-8").count("\n")
    settings = settings_file(tmp_path, f"THEME = {str(theme)!r}\n")
    content = write_site(tmp_path / "content", {"index.md": page("title: A")})
    result = build(BuildRequest(content, tmp_path / "output", settings=settings))
    (diagnostic,) = result.diagnostics.errors
    assert (diagnostic.path, diagnostic.line) == ("theme/styles/common/text.css", lines)
    assert diagnostic.code == "theme-style-illisible"
