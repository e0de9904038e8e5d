"""Small broken sites: each fault is told on its line, with its hint, and nothing else is."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from checks_support import reported
from support import page, write_site

CONTACT = {"contact.md": page("title: Contact", "## Où\n\nIci.\n")}
EVENT = "title: Bal\ndebut: 2024-01-01"


def black_png(width: int) -> bytes:
    data = io.BytesIO()
    Image.new("1", (width, 2)).save(data, "PNG")
    return data.getvalue()


def one_page(body: str, **files: str | bytes) -> dict[str, str | bytes]:
    return {"index.md": page("title: Accueil", body), **CONTACT, **files}


VERIFY = "Vérifiez l'adresse, ou retirez-la."
NAME_IT = "Écrivez où il mène."
CASES = {
    "a link that leads nowhere": (
        one_page("Un.\n\n[x](/perdue.html)\n"),
        [f"!index.md:6 : « /perdue.html » ne mène à rien dans ce site. {VERIFY}"],
    ),
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
    "an address without https": (
        one_page("[x](www.exemple.fr)\n"),
        [
            "!index.md:4 : « www.exemple.fr » ne mène à rien dans ce site. "
            "Écrivez https:// devant : https://www.exemple.fr."
        ],
    ),
    "an image that is not there": (
        one_page("![Une fête](images/fete.png)\n"),
        [f"!index.md:4 : « images/fete.png » ne mène à rien dans ce site. {VERIFY}"],
    ),
    "an image that a style sheet asks for": (
        one_page("Un.\n", **{"assets/css/custom.css": "a {}\nb {background: url(x.png)}"}),
        [f"!assets/css/custom.css:2 : « x.png » ne mène à rien dans ce site. {VERIFY}"],
    ),
    "an anchor of the page": (
        one_page("[x](#la-bas)\n"),
        [f"!index.md:4 : l'ancre « #la-bas » n'existe pas dans cette page. {VERIFY}"],
    ),
    "an anchor of another page, nearly": (
        one_page("[x](/contact.html#ou)\n"),
        [
            "!index.md:4 : l'ancre « #ou » n'existe pas dans « /contact.html ». "
            "Vouliez-vous dire « où » ?"
        ],
    ),
    "a draft by its key": (
        one_page("[x](/b.html)\n", **{"b.md": page("title: B\npublished: false")}),
        [
            "!index.md:4 : « /b.html » mène à un brouillon, qui n'est pas publié : « b.md ». "
            "Publiez-le, ou retirez ce lien."
        ],
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
    "a link without words": (
        one_page("[](/contact.html)\n"),
        [f"!index.md:4 : le lien vers « /contact.html » n'a pas de mots. {NAME_IT}"],
    ),
    "a link around a decoration": (
        one_page("[![](a.png)](/contact.html)\n", **{"a.png": black_png(9)}),
        [
            "!index.md:4 : le lien vers « /contact.html » ne contient qu'une image sans texte. "
            "Écrivez où il mène dans le texte de l'image, entre les crochets ![…]."
        ],
    ),
    "a link that says to click": (
        one_page("[Cliquez ici](/contact.html)\n"),
        [
            "?index.md:4 : le lien « Cliquez ici » ne dit pas où il mène. "
            "Écrivez le nom de la page ou de ce qui s'y trouve."
        ],
    ),
    "an image without a text": (
        one_page('Un.\n\n<img src="a.png">\n', **{"a.png": black_png(9)}),
        [
            "!index.md:6 : l'image « a.png » n'a pas de texte de remplacement. "
            'Décrivez-la : alt="Ce que montre l\'image", ou alt="" si elle décore.'
        ],
    ),
    "an image named for its file": (
        one_page("![IMG_12.png](a.png)\n", **{"a.png": black_png(9)}),
        [
            "!index.md:4 : le texte de l'image « a.png » ne dit rien d'elle : « IMG_12.png ». "
            "Écrivez ce que montre l'image, ou rien si elle décore."
        ],
    ),
    "an image called image": (
        one_page("![Image](a.png)\n", **{"a.png": black_png(9)}),
        [
            "!index.md:4 : le texte de l'image « a.png » ne dit rien d'elle : « Image ». "
            "Écrivez ce que montre l'image, ou rien si elle décore."
        ],
    ),
    "an image far too large": (
        one_page(
            '<img src="large.png" alt="Le bal" width="100">\n', **{"large.png": black_png(900)}
        ),
        [
            "?index.md:4 : l'image « large.png » fait 900 pixels de large, pour 100 à l'écran. "
            "Réduisez-la à 200 pixels."
        ],
    ),
    "an image that does not serve": (
        one_page("Un.\n", **{"images/été.png": black_png(9)}),
        ["?images/été.png : cette image ne sert dans aucune page. Supprimez-la, ou montrez-la."],
    ),
    "a heading that skips a level": (
        one_page("## Un\n\n#### L'été, « déjà »\n\nIci.\n"),
        [
            "!index.md:6 : le titre « L’été, « déjà » » est de niveau 4, juste après un titre de "
            "niveau 2. Écrivez ### L’été, « déjà »."
        ],
    ),
    "an id twice": (
        one_page('<p id="a">x</p>\n\n<p id="a">y</p>\n'),
        [
            "!index.md:6 : l'identifiant « a » est donné 2 fois dans la page. "
            "Changez l'un d'eux, et les liens qui y mènent."
        ],
    ),
    "a key nearly known": (
        {"index.md": page("title: A\npermalnk: /"), **CONTACT},
        ["?index.md:3 : la clé « permalnk » n'est pas connue. Vouliez-vous dire « permalink » ?"],
    ),
    "keys of other tools and of themes": (
        {
            "_config.yml": "title: A\nlink: [b]\nblog: c\nsocials: d\npdf_description: e\n"
            "kramdown:\n  input: GFM\n  hard_wrap: false\n  auto_ids: true\n",
            "index.md": page("title: Les clés\npdf_description: b\nredirect_from_old: /c"),
        },
        [],
    ),
    "a page that asks to lead elsewhere": (
        {"voisine.md": page("title: B\nredirect_to: /")},
        [
            "?voisine.md:3 : la clé « redirect_to » n'est pas suivie : la page s'affiche. "
            "Supprimez ce fichier, et écrivez « redirect_from: /voisine.html » là-bas."
        ],
    ),
    "a known key with a wrong value": (
        {"index.md": page("title: A\norder: été")},
        [
            "!index.md:3 : la clé « order » ne peut pas valoir « été ». "
            "Écrivez un nombre, par exemple : 3."
        ],
    ),
    "two sources for one address, and a name": (
        one_page("Un.\n", **{"contact.html": "Un.", "aux.txt": "x"}),
        [
            "!aux.txt : Windows garde pour lui le nom « aux.txt ». Renommez-le.",
            "!contact.md : ce fichier et « contact.html » ont la même adresse : "
            "« /contact.html ». Renommez l'un des deux, ou changez son permalink.",
        ],
    ),
    "an event over that is to come": (
        one_page("Un.\n", **{"_evenements/2024-01-01-bal.md": page(EVENT, "Le bal\nest à venir.")}),
        [
            "?_evenements/2024-01-01-bal.md:6 : l'événement est passé, et son texte dit encore "
            "« à venir ». Mettez-le au passé."
        ],
    ),
    "an event without a date": (
        one_page("Un.\n", **{"_evenements/bal.md": page("title: Bal\nfin: 21h")}),
        [
            "!_evenements/bal.md:1 : il manque « debut », le jour et l'heure. "
            "Écrivez par exemple « debut: 2026-03-12 18:30 »."
        ],
    ),
    "a feed that does not close": (
        one_page("Un.\n", **{"flux.xml": "<rss>\n<channel></rss>"}),
        [
            "!flux.xml:2 : ce fichier XML ne se lit pas. "
            "Vérifiez les balises de cette ligne, et de celle d'avant."
        ],
    ),
    "a calendar of which an event has no day": (
        one_page(
            "Un.\n",
            **{
                "a.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                "DTSTAMP:20240101T000000Z\r\nSUMMARY:Bal\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            },
        ),
        [
            "!a.ics:4 : il manque « DTSTART » dans l'événement « Bal » du calendrier. "
            "Exportez-le de nouveau depuis votre agenda."
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
    "a script of another site": (
        one_page('Un.\n\n<script src="https://cdn.exemple.org/a.js"></script>\n'),
        [
            "?index.md:6 : le site ne charge pas le script de « cdn.exemple.org ». Copiez le "
            "fichier dans assets/, ou écrivez « origines_autorisees: [https://cdn.exemple.org] » "
            "dans _config.yml."
        ],
    ),
    "a sentence without an end": (
        one_page("Un.\n\nC'est " + "trop long " * 31 + "ici.\n"),
        [
            "?index.md:6 : cette phrase a 64 mots : « C’est trop long trop long trop… ». "
            "Faites-en deux."
        ],
    ),
    "a paragraph without an end": (
        one_page("Un.\n\n" + "Il est **bien** trop long. " * 40),
        [
            "?index.md:6 : ce paragraphe a 200 mots : « Il est bien trop long. Il… ». "
            "Partagez-le en plusieurs."
        ],
    ),
}


# Diagnostics with which a site is not built: each has a site of its own.
STOPPED = {
    "a known key with a wrong value",
    "two sources for one address, and a name",
    "an event without a date",
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
