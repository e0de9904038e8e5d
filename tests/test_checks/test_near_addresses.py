"""An address that leads nowhere: what was meant is told, by the build and by the check alike."""

import time

import pytest

from checks_support import reported
from jekyll.addresses.near_paths import NearPaths
from patience import patient
from support import build_site, page, write_site

HERE = {
    "_config.yml": "title: Nous\n",
    "contact.md": page("title: Contact", "## Où\n\nIci.\n"),
    "vie/fete.md": page("title: Fête", "[a](contact.html) [b](bla.html)\n\n[c](fte.html)\n"),
    "vie/bal.md": page("title: Bal"),
    "vie/qui-sommes-nous.md": page("title: Nous"),
    "page-1.md": page("title: Une"),
    "_posts/2026-01-12-repas.md": page("title: Repas"),
    "images/affiche.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "documents/statuts.pdf": "%PDF-1.7",
    "jeu.html": '<!doctype html>\n<html lang="fr"><title>x</title>\n<a href="/contct.html">a</a>',
    "style.css": "a {}\nb {background: url(images/afiche.svg)}",
}
NEAR = {
    # Letters, case, accents, signs between words.
    "contct.html": "contact.html",
    "contacts.html": "contact.html",
    "Contact.HTML": "contact.html",
    "contàct.html": "contact.html",
    "/vie/qui_sommes_nous.html": "/vie/qui-sommes-nous.html",
    "vie/bals.html": "vie/bal.html",
    # The ending, the folder, what is around.
    "contact.htm": "contact.html",
    "contact.php?a=b#où": "contact.html?a=b#où",
    "contact/": "contact.html",
    "contact.html/": "contact.html",
    "documents/statuts.docx": "documents/statuts.pdf",
    "images/affiche.png": "images/affiche.svg",
    "fete.html": "vie/fete.html",
    "/Vie/fete.html": "/vie/fete.html",
    "image/affiche.svg": "images/affiche.svg",
    "content/contact.md": "contact.html",
    "/content/vie/fete.html": "/vie/fete.html",
    "actualite/": "actualites/",
    "accueil.html": "/",
    "Index.html": "/",
    # Signs that came with it.
    "contact.html%23où": "contact.html#où",
    "contact.html.": "contact.html",
    "contact.html%2C": "contact.html",
    "content\\contact.html": "contact.html",
    # Articles, by their files.
    "2026-01-12-repas.html": "2026/01/12/repas.html",
    "/2026/01/13/repas.html": "/2026/01/12/repas.html",
    "repas": "2026/01/12/repas.html",
}
FAR = ["perdue.html", "page-2.html", "zz.html", "vie/", "contact.html/fr/", "bol.html", "été.pdf"]
BEGUN = {
    "https//exemple.fr/a": "https://exemple.fr/a",
    "http;//exemple.fr/": "http://exemple.fr/",
    "https:\\\\exemple.fr/": None,  # browsers read it as it is meant
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """Return what a check and a build say of a site of broken links."""
    links = [*NEAR, *FAR, *BEGUN]
    body = "\n\n".join(f"[un lien {n}](<{url}>)" for n, url in enumerate(links))
    shown = "![Le bal de mai](contact.svg)\n\n![Le bal de juin](images/afiche.svg)\n"
    files = {**HERE, "index.md": page("title: A", body), "images.md": page("title: I", shown)}
    folder = tmp_path_factory.mktemp("near")
    content = write_site(folder / "c", files)
    warnings = build_site(content, folder / "o").diagnostics.warnings
    return reported(content), [str(one).replace(f"{content}/", "") for one in warnings]


def _of(url: str, lines: list[str]) -> list[str]:
    return [line for line in lines if f" : « {url} » ne mène à rien" in line]


@pytest.mark.parametrize("url", [*NEAR, *FAR])
def test_what_is_near_is_proposed_on_its_line(url: str, site: tuple[list[str], list[str]]):
    line = 4 + 2 * [*NEAR, *FAR].index(url)
    near = NEAR.get(url)
    hint = f"Vouliez-vous dire « {near} » ?" if near else "Vérifiez l'adresse, ou retirez-la."
    expected = f"index.md:{line} : « {url} » ne mène à rien dans ce site. {hint}"
    assert [_of(url, lines) for lines in site] == [[f"!{expected}"], [expected]]


@pytest.mark.parametrize("url", BEGUN)
def test_a_scheme_at_fault_is_mended(url: str, site: tuple[list[str], list[str]]):
    mended = [f"Écrivez {BEGUN[url]}."] if BEGUN[url] else []
    assert [line.partition("site. ")[2] for line in _of(url, site[0])] == mended


def test_each_kind_of_file_has_its_own(site: tuple[list[str], list[str]]):
    nowhere, meant = "ne mène à rien dans ce site", "Vouliez-vous dire «"
    assert [line for line in site[0] if not line.startswith("!index.md")] == [
        f"!images.md:4 : « contact.svg » {nowhere}. {meant} contact.html » ?",
        f"!images.md:6 : « images/afiche.svg » {nowhere}. {meant} images/affiche.svg » ?",
        f"!jeu.html:3 : « /contct.html » {nowhere}. {meant} /contact.html » ?",
        f"!style.css:2 : « images/afiche.svg » {nowhere}. {meant} images/affiche.svg » ?",
        f"!vie/fete.md:4 : « bla.html » {nowhere}. Vérifiez l'adresse, ou retirez-la.",
        f"!vie/fete.md:4 : « contact.html » {nowhere}. {meant} /contact.html » ?",
        f"!vie/fete.md:6 : « fte.html » {nowhere}. {meant} fete.html » ?",
    ]


def test_thousands_are_looked_for_in_a_moment():
    paths = {f"images/photo-du-bal-{n:05}.jpg": "" for n in range(5000)}
    near, begun = (
        NearPaths(paths | {f"a{n}x": "" for n in range(5000)}, [".jpg"]),
        time.process_time(),
    )
    assert not any(near.near(f"/image/foto-du-bal-{n}.jpg") for n in range(3000))
    assert time.process_time() - begun < patient(2)
