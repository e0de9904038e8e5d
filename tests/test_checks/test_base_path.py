"""A site in a folder of its host: what forgets that folder is told where no build can mend it."""

import re

import pytest
from PIL import Image

from checks_support import reported
from photos import saved
from support import build_site, page, write_site

SITEURL = "https://exemple.fr/site"
HEAD = "<!doctype html><html lang=fr><title>Jeu</title><meta name=viewport content=width>"
HOST = ["", "/", "?x", "#a", "/?x#a", "/autre/", "/site2/contact.html"]


def test_the_host_itself_is_no_part_of_the_site(tmp_path):
    links = [f"[Le lieu {n}](https://exemple.fr{rest})" for n, rest in enumerate(HOST)]
    links += [f'<a href="https://exemple.fr{rest}">La ville {n}</a>' for n, rest in enumerate(HOST)]
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil", "\n\n".join(links)),
        "contact.md": page("title: Contact"),
    }
    assert reported(write_site(tmp_path, site), SITEURL) == []


PUBLISHED_AS_THEY_ARE = {
    "/contact.html": "Le site est dans /site/ : écrivez /site/contact.html.",
    "/absente.html": "Le site est dans /site/ : écrivez /site/absente.html.",
    "/site2/contact.html": "Vouliez-vous dire « /site/contact.html » ?",
    "/contct.html": "Vouliez-vous dire « /site/contact.html » ?",
    "../contact.html": "Vouliez-vous dire « contact.html » ?",
    "//exemple.fr/site/absente.html": "Vérifiez l'adresse, ou retirez-la.",
    "https://EXEMPLE.fr:443/site/absente.html": "Vérifiez l'adresse, ou retirez-la.",
    "contact.html": None,
    "/site/contact.html": None,
    "//exemple.fr/site/contact.html": None,
    "https://exemple.fr/contact.html": None,
}


def test_pages_published_as_they_are(tmp_path):
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil"),
        "contact.md": page("title: Contact"),
    }
    expected = []
    for number, (link, hint) in enumerate(PUBLISHED_AS_THEY_ARE.items(), 10):
        name = f"jeu{number}.html"
        site[name] = f'{HEAD}<h1>Jeu</h1>\n<a href="{link}">Le bal {number}</a>\n'
        if hint:
            expected.append(f"!{name}:2 : « {link} » ne mène à rien dans ce site. {hint}")
    assert [
        line for line in reported(write_site(tmp_path, site), SITEURL) if line[0] == "!"
    ] == expected


EVERYWHERE = """\
<form action="/contact.html"><input type="image" src="/images/a.png" alt="A">\
<button formaction="/contact.html">B</button></form>
<svg role="img" aria-label="S"><image href="/images/a.png" xlink:href="/images/a.png"/></svg>
<img src="/images/a.png" alt="Le lieu" srcset="/images/a.png 1x, /images/a.png 2x">
<object data="/images/a.png"></object><video src="/a.mp4" poster="/images/a.png"></video>
<p style="background: url(/images/a.png)">Un mot</p>
<blockquote cite="/contact.html">Deux mots</blockquote>

Trois mots <q cite="M. Soleil">et un</q>.
"""
SHEET = """@import '/assets/css/b.css';
a { background: url(/images/a.png), url("/images/été.png"), url(../../images/a.png) }
"""


@pytest.fixture
def everywhere(tmp_path):
    """Return a site whose addresses all forget its folder."""
    names = ["images/a.png", "images/été.png"]
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil", EVERYWHERE),
        "contact.md": page("title: Contact"),
        "a.mp4": "a",
        "assets/css/custom.css": SHEET,
        "assets/css/b.css": "b { c: d }\n/* une espace ins\xe9cable */".encode("latin-1"),
        "assets/css/c.css": page("", SHEET),
        **{name: saved(Image.new("1", (8, 12)), "PNG") for name in names},
    }
    return write_site(tmp_path / "content", site)


def test_every_attribute_and_style_is_led_to_the_site_s_folder(everywhere, tmp_path):
    result = build_site(everywhere, tmp_path / "output", SITEURL)
    assert result.is_ok and not [f for f in result.diagnostics.warnings if "contact" in str(f)]
    for name in ("index.html", "assets/css/custom.css", "assets/css/c.css"):
        text = (tmp_path / "output" / name).read_text(encoding="utf-8")
        addresses = re.findall(r"""(?<![\w<*/.])/[\w./%-]+""", text.partition("<main")[2] or text)
        assert addresses and {a for a in addresses if not a.startswith("/site/")} == set(), name
    as_it_was = (everywhere / "assets/css/b.css").read_bytes()
    assert (tmp_path / "output/assets/css/b.css").read_bytes() == as_it_was


@pytest.mark.parametrize("siteurl", [SITEURL, "https://exemple.fr", ""])
def test_no_address_is_told_that_the_build_has_mended(everywhere, siteurl: str):
    assert [
        diagnostic for diagnostic in reported(everywhere, siteurl) if "ne mène" in diagnostic
    ] == []


def test_style_sheets_are_the_member_s_own_bytes_at_the_root_of_a_host(everywhere, tmp_path):
    build_site(everywhere, tmp_path / "output", "https://exemple.fr")
    assert (tmp_path / "output/assets/css/custom.css").read_text(encoding="utf-8") == SHEET


@pytest.mark.parametrize("siteurl", [SITEURL, "https://exemple.fr"])
def test_styles_that_ask_in_vain_are_told_once(tmp_path, siteurl: str):
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil", '<p style="background: url(/non.png)">Un mot</p>\n'),
        "assets/css/custom.css": "a { background: url(/rien.png) }\n",
    }
    assert reported(write_site(tmp_path, site), siteurl) == [
        "!assets/css/custom.css:1 : « /rien.png » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la.",
        "!index.md:4 : « /non.png » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la.",
    ]


@pytest.mark.parametrize("siteurl", [SITEURL, "https://exemple.fr", ""])
def test_links_of_pelican_are_told_as_they_come_out(tmp_path, siteurl: str):
    good = "[Le texte]({static}/un.txt), [le contact]({filename}contact.md), [l'accueil]({index})"
    wrong = "[Le reste]({attach}absent.txt), [le pain]({tag}pain)"
    site = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil", f"{good}\n\n{wrong}\n"),
        "contact.md": page("title: Contact"),
        "un.txt": "un",
    }
    content, end = write_site(tmp_path, site), "ne mène à rien dans ce site. Vérifiez l'adresse"
    assert reported(content, siteurl) == [
        f"!index.md:6 : « {{attach}}absent.txt » {end}, ou retirez-la.",
        f"!index.md:6 : « {{tag}}pain » {end}, ou retirez-la.",
    ]
