"""Front pages, frames, settings and addresses that are nearly right, each told on its line."""

from pathlib import Path

import pytest

from checks_support import reported, reported_once, unlisted
from support import page, write_site

HOME = {"index.md": page("title: A", "Le bal.\n")}


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Index.md", "index.md"),
        ("INDEX.HTML", "index.html"),
        ("index.htm", "index.html"),
        ("accueil.md", "index.md"),
        ("home.markdown", "index.markdown"),
    ],
)
def test_the_file_that_is_meant_as_the_front_page(name: str, meant: str, tmp_path: Path):
    files = {"b.md": page("title: B\norder: 1"), name: "<!doctype html><title>A</title><p>Un"}
    told = f"?{name} : ce site n'a pas de page d'accueil. Renommez ce fichier {meant}."
    assert told in reported(write_site(tmp_path / "c", files))


SETTINGS = {
    "contact:\n  mail: a@exemple.fr": "la clé « contact » ne peut pas valoir",
    "actualites:\n  libele: Brèves": "la clé « actualites » ne peut pas valoir",
    "collections:\n  fiches:\n    output: peut-être": "la clé « collections » ne peut pas valoir",
    "defaults:\n  - scope: {path: ''}\n    valeurs: {layout: page}": "la clé « defaults » ne peut",
}


@pytest.mark.parametrize("written", SETTINGS)
def test_what_is_wrong_inside_of_a_setting_has_its_line(written: str, tmp_path: Path):
    files = {**HOME, "_config.yml": f"title: Nous\n{written}\n"}
    line, told = 2 + written.count("\n"), SETTINGS[written]
    found = reported(write_site(tmp_path / "c", files))
    assert [one for one in found if one[1:].startswith(f"_config.yml:{line} : {told}")]


UNNAMED = [
    '<iframe src="https://www.youtube.com/embed/a"></iframe>',
    '<iframe width="3" src="//exemple.org/a" title=""></iframe>',
    "<iframe title=' ' src='https://exemple.org/a'></iframe>",
    "<IFRAME SRC=https://exemple.org/a></IFRAME>",
]
NAMED = [
    '<iframe src="https://exemple.org/a" title="Le plan"></iframe>',
    "<iframe aria-label=Plan src=https://exemple.org/a></iframe>",
    '`<iframe src="https://exemple.org/a"></iframe>`',
]


FRAMES = unlisted({f"{n}.md": f"Un.\n\n{html}\n" for n, html in enumerate(UNNAMED + NAMED)})


@pytest.mark.parametrize("html", UNNAMED + NAMED)
def test_a_frame_of_another_site_has_a_name(html: str):
    begins = f"?{(UNNAMED + NAMED).index(html)}.md:6 : le cadre « "
    told = [line for line in reported_once(FRAMES) if line.startswith(begins)]
    assert len(told) == (html in UNNAMED)
    assert all("n'a pas de nom. Dites ce qu'il montre : title=" in line for line in told)


def test_a_frame_is_told_once(tmp_path: Path):
    files = {
        "_config.yml": "title: Nous\norigines_autorisees: [https://exemple.org]\n",
        "index.md": page("title: A", '<iframe src="https://exemple.org/a?b&amp;c"></iframe>\n'),
    }
    found = reported(write_site(tmp_path / "c", files))
    assert sum("n'a pas de nom" in line for line in found) == 1


def test_a_heading_in_the_contents_is_no_vague_link(tmp_path: Path):
    text = "* Sommaire\n{:toc}\n\n## La suite\n\nUn.\n\n## Plus\n\nDeux, [plus](#plus).\n"
    found = reported(write_site(tmp_path / "c", {"index.md": page("title: A", text)}))
    assert [line.partition(" : ")[0] for line in found if "ne dit pas où" in line] == [
        "?index.md:13"
    ]


@pytest.mark.parametrize("address", ["//exemple.org/", "///a/"])
@pytest.mark.parametrize("key", ["permalink", "redirect_from"])
def test_an_address_that_begins_as_another_site_s(key: str, address: str, tmp_path: Path):
    files = {**HOME, "b.md": page(f"title: B\n{key}: {address}")}
    told = f"!b.md:3 : la clé « {key} » ne peut pas valoir « {address} »."
    assert [line for line in reported(write_site(tmp_path, files)) if line.startswith(told)]


def test_a_drawing_of_an_absurd_depth_is_told(tmp_path: Path):
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg">\n' + "<g>" * 20_000 + "</g>" * 20_000 + "</svg>"
    )
    found = reported(write_site(tmp_path / "c", {**HOME, "a.svg": drawn}))
    told = "?a.svg:2 : trop de balises ne sont pas refermées, telles que « <g> »."
    assert [line for line in found if line.startswith(told)]
