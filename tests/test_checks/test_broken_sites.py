"""Small broken sites: each fault is told on its line, with its hint, and nothing else is."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from checks_support import reported
from support import page, write_site

CONTACT = {"contact.md": page("title: Contact", "## Où\n\nIci.\n")}


def black_png(width: int) -> bytes:
    data = io.BytesIO()
    Image.new("1", (width, 2)).save(data, "PNG")
    return data.getvalue()


def one_page(body: str, **files: str | bytes) -> dict[str, str | bytes]:
    return {"index.md": page("title: Accueil", body), **CONTACT, **files}


VERIFY = "Vérifiez l'adresse, ou retirez-la."
CASES = {
    "the second of two broken links": (
        one_page("[x](perdue.html)\n\n[y](perdue.html)\n"),
        [
            f"!index.md:4 : « perdue.html » ne mène à rien dans ce site. {VERIFY}",
            f"!index.md:6 : « perdue.html » ne mène à rien dans ce site. {VERIFY}",
        ],
    ),
    "an address of the site that is one of the machine of its author": (
        one_page("Un.\n", **{"_config.yml": "title: A\nurl: http://localhost:4000\n"}),
        [
            "?_config.yml:2 : « http://localhost:4000 » ne mène qu'à l'ordinateur de qui la lit. "
            "Écrivez l'adresse que tout le monde peut ouvrir."
        ],
    ),
    "numbers that JSON does not have": (
        one_page("Un.\n", **{"a.json": '{"a": "NaN",\n"b": [-Infinity]}'}),
        [
            "!a.json:2 : ce fichier JSON ne se lit pas. Vérifiez les virgules et les guillemets "
            "de cette ligne, et de celle d'avant."
        ],
    ),
    "a link with references of characters": (
        one_page('Un.\n\n<p><a href="/caf&eacute;&amp;x.html">Le café</a></p>\n'),
        [f"!index.md:6 : « /café&x.html » ne mène à rien dans ce site. {VERIFY}"],
    ),
    "a heading whose words stand in a text and in a heading before it": (
        one_page(
            "Nous sommes là.\n\n## Nous sommes\n\nBon.\n\n##### Nous sommes là\n\nBon.\n\n"
            '<div><h5 class="a">Nous</h5></div>\n\nBon.\n\n## Ici\n\nBon.\n\n##### *Nous* {#n}\n\n'
            "Bon.\n"
        ),
        [
            f"!index.md:{line} : le titre « {words} » est de niveau 5, juste après un titre de "
            f"niveau 2. Écrivez ### {words}."
            for line, words in ((10, "Nous sommes là"), (22, "Nous"))
        ],
    ),
    "an image that a style sheet asks for": (
        one_page("Un.\n", **{"assets/css/custom.css": "a {}\nb {background: url(x.png)}"}),
        [f"!assets/css/custom.css:2 : « x.png » ne mène à rien dans ce site. {VERIFY}"],
    ),
    "a post of a day to come": (
        one_page("[x](/2999/01/01/b.html)\n", **{"_posts/2999-01-01-b.md": page("title: B")}),
        [
            "?_posts/2999-01-01-b.md : ce texte ne paraîtra que le 1er janvier 2999. "
            "Vérifiez sa date.",
            "!index.md:4 : « /2999/01/01/b.html » mène à un brouillon, qui n'est pas publié : "
            "« _posts/2999-01-01-b.md ». Publiez-le, ou retirez ce lien.",
        ],
    ),
    "an image that does not serve": (
        one_page("Un.\n", **{"images/été.png": black_png(9)}),
        ["?images/été.png : cette image ne sert dans aucune page. Supprimez-la, ou montrez-la."],
    ),
    "an image whose name is nearly that of a file": (
        one_page(
            "![Le bal](/images/Bal%20%20\\(1\\).png)\n\n![](images/bal-b.png)\n",
            **{"images/Bal (1).png": black_png(9), "images/bal-b.png": black_png(8)},
        ),
        [
            "!index.md:4 : « /images/Bal%20%20(1).png » ne mène à rien dans ce site. "
            "Vouliez-vous dire « /images/Bal%20%281%29.png » ?",
            "?index.md:6 : l'image « bal-b.png » n'a pas de texte de remplacement : "
            "« ![](images/bal-b.png) ». Décrivez-la entre les crochets ; si elle décore, ajoutez "
            'après elle « {: role="presentation"} ».',
        ],
    ),
    "an encoding that is none": (
        one_page(
            "[Un](a.html), [deux](b.html)\n",
            **{
                f"{name}.html": f"<!doctype html><html lang=fr>\n<meta charset={charset}>"
                "<title>Bal</title><h1>Bal</h1>"
                for name, charset in (("a", "latin-neuf"), ("b", "iso-8859-15"))
            },
        ),
        [
            "?a.html:2 : il manque son encodage dans cette page, publiée telle quelle. "
            'Écrivez charset="utf-8" à la place de « latin-neuf », qui n\'en est pas un.',
        ],
    ),
    "links that say nothing": (
        one_page("[c'est ici](index.html), [cliquez-ici](index.html), [la page d'ici](index.html)"),
        [
            f"?index.md:4 : le lien « {words} » ne dit pas où il mène. "
            "Écrivez le nom de la page ou de ce qui s'y trouve."
            for words in ("cliquez-ici", "c’est ici")
        ],
    ),
    "a heading that skips a level": (
        one_page("## Un\n\n#### L'été, « déjà »\n\nIci.\n"),
        [
            "!index.md:6 : le titre « L’été, « déjà » » est de niveau 4, juste après un titre de "
            "niveau 2. Écrivez ### L’été, « déjà »."
        ],
    ),
    "keys of other tools and of themes": (
        {
            "_config.yml": "title: A\nlink: [b]\nblog: c\nsocials: d\npdf_description: e\n"
            "kramdown:\n  input: GFM\n  hard_wrap: false\n  auto_ids: true\n",
            "index.md": page("title: Les clés\npdf_description: b\nredirect_from_old: /c"),
        },
        [],
    ),
    "two sources for one address, and a name": (
        one_page("Un.\n", **{"contact.html": "Un.", "aux.txt": "x"}),
        [
            "!aux.txt : Windows garde pour lui le nom « aux.txt ». Renommez-le.",
            "!contact.md : ce fichier et « contact.html » ont la même adresse : "
            "« /contact.html ». Renommez l'un des deux, ou changez son permalink.",
        ],
    ),
    "data for search engines without their date": (
        one_page(
            'Un.\n\n<script type="application/ld+json">\n'
            '{"@context": "https://schema.org", "@type": "Event", "name": "Bal"}\n</script>\n'
        ),
        [
            "!index.md:6 : les données JSON-LD d'un « Event » n'ont pas de « startDate ». "
            'Ajoutez "startDate": "…".'
        ],
    ),
}


# Diagnostics with which a site is not built: each has a site of its own.
STOPPED = {
    "two sources for one address, and a name",
    "an address of the site that is one of the machine of its author",
}
TOGETHER = [case for case in CASES if case not in STOPPED]


def _renamed(case: str, text: str) -> str:
    return text.replace("index.md", f"cas-{TOGETHER.index(case)}.md")


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site that has every fault, each in a page of its own."""
    files = {"index.md": page("title: Accueil")}
    for case in TOGETHER:
        files |= {_renamed(case, name): text for name, text in CASES[case][0].items()}
    return reported(write_site(tmp_path_factory.mktemp("together"), files))


@pytest.mark.parametrize("case", TOGETHER)
def test_a_diagnostic_gets_its_line(case: str, all_told: list[str]):
    files, expected = CASES[case]
    names = tuple(_renamed(case, f"{sign}{name}") for name in files for sign in "!?")
    assert [line for line in all_told if line.startswith(names)] == [
        _renamed(case, line) for line in expected
    ]


def test_nothing_else_is_told(all_told: list[str]):
    assert len(all_told) == sum(len(CASES[case][1]) for case in TOGETHER)


@pytest.mark.parametrize("case", sorted(STOPPED))
def test_what_stops_a_build_is_told_in_the_same_way(case: str, tmp_path: Path):
    files, expected = CASES[case]
    assert reported(write_site(tmp_path / "c", files)) == expected


def test_the_site_may_be_in_a_folder(tmp_path):
    content = write_site(
        tmp_path / "c", one_page("[a](/contact.html#où)\n\n[b](https://exemple.fr/s/perdue/)\n")
    )
    assert reported(content, "https://exemple.fr/s") == [
        f"!index.md:6 : « https://exemple.fr/s/perdue/ » ne mène à rien dans ce site. {VERIFY}"
    ]


def test_markup_in_plenty_is_too_heavy_and_a_long_text_is_not(tmp_path):
    pick = random.Random(1)

    def word() -> str:
        return "".join(pick.choices("abcdefghijklmnopqrstuvwxyz", k=9))

    heavy = "\n".join(f'<p class="{word()}">x</p>' for _ in range(2500))
    long = "\n\n".join(" ".join(word() for _ in range(20)) + "." for _ in range(110))
    content = write_site(tmp_path / "c", one_page(long, **{"lourd.html": page("title: L", heavy)}))
    index, page_told = reported(content)
    assert index.startswith("?index.md : la page, avec ses styles, pèse")
    assert page_told.startswith("!lourd.html : sans son texte, la page pèse")
    assert "pour 14 au plus" in page_told


def test_styles_are_no_words(tmp_path):
    pick = random.Random(1)
    rules = "".join(
        f".c{pick.randrange(10**9)} {{width: {pick.random()}px}}\n" for _ in range(1500)
    )
    content = write_site(tmp_path / "c", one_page(f"<style>\n{rules}</style>\n"))
    (line,) = reported(content)
    assert line.startswith("!index.md : sans son texte, la page pèse")


def test_a_site_without_a_name(tmp_path):
    content = write_site(tmp_path / "c", {"a.md": page("title: A")})
    assert [line for line in reported(content) if "accueil" not in line] == [
        "?_config.yml : ce site n'a pas de nom. "
        "Écrivez-le dans _config.yml : title: Le nom du site."
    ]


def test_copied_pages_of_an_absurd_depth(tmp_path):
    script = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    files = {"a.html": "<!doctype html>" + "<b>" * 100_000, "b.html": f"<!doctype html>{script}"}
    found = reported(write_site(tmp_path / "c", {"index.md": page("title: A"), **files}))
    assert any(
        line.startswith("!a.html:1 : trop de balises ne sont pas refermées") for line in found
    )
    assert any("les données JSON-LD ne se lisent pas" in line for line in found)
