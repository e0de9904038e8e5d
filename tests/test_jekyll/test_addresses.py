"""Where plain links lead, in a site served from a sub-folder."""

import unicodedata
from datetime import date

import pytest

from core.diagnostics import Diagnostics
from jekyll.addresses.urls import base_path
from jekyll.linking.resolver import Addresses
from jekyll.reading.site_reader import load_site
from support import page, write_site

SITEURL = "https://exemple.fr/base"


def _named(what: str, name: str) -> str | None:
    return f"/tag/{name}.html" if what == "tag" else None


@pytest.fixture
def resolve(tmp_path):
    """Return a function that resolves an address written in `sous/page.md`."""
    stored = unicodedata.normalize("NFD", "images/été 1.png")
    files = ["index.md", "contact.md", "vie du lieu.md", "sous/page.md", "sous/index.md"]
    write_site(tmp_path, {name: page("title: x") for name in files} | {stored: ""})
    site = load_site(tmp_path, "content", Diagnostics(), date(2026, 1, 1))
    generated = ["feed.xml", "agenda/index.html"]
    addresses = Addresses(site, SITEURL, "/base", generated, _named)
    return lambda url: addresses.resolve(url, site.documents["sous/page.md"])


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ("/agenda/", "/base/agenda/"),
        ("/agenda", "/base/agenda/"),
        ("/contact.html", "/base/contact.html"),
        ("/base/contact.html", "/base/contact.html"),
        ("/contact", "/base/contact.html"),
        ("/contact.md", "/base/contact.html"),
        ("../contact.md#là", "/base/contact.html#là"),
        ("index.md", "/base/sous/"),
        ("/sous", "/base/sous/"),
        ("/", "/base/"),
        ("/base/", "/base/"),
        ("/base", "/base/"),
        ("/index.html", "/base/"),
        ("/vie du lieu.html?a=b", "/base/vie%20du%20lieu.html?a=b"),
        ("/vie%20du%20lieu.html", "/base/vie%20du%20lieu.html"),
        ("/images/été 1.png", "/base/images/e%CC%81te%CC%81%201.png"),
        ("https://exemple.fr/base/contact.html", "/base/contact.html"),
        ("/feed.xml", "/base/feed.xml"),
        ("https://exemple.org/x y", "https://exemple.org/x y"),
        ("//exemple.org/x", "//exemple.org/x"),
        ("https://exemple.fr", "https://exemple.fr"),
        ("https://exemple.fr/", "https://exemple.fr/"),
        ("https://exemple.fr?x", "https://exemple.fr?x"),
        ("https://exemple.fr#a", "https://exemple.fr#a"),
        ("https://exemple.fr/?x#/contact.html", "https://exemple.fr/?x#/contact.html"),
        ("https://exemple.fr/contact.html", "https://exemple.fr/contact.html"),
        ("https://exemple.fr/base/../contact.html", "https://exemple.fr/base/../contact.html"),
        ("https://exemple.fr/base2/contact.html", "https://exemple.fr/base2/contact.html"),
        ("https://exemple.fr/base?x#a", "/base/?x#a"),
        ("HTTPS://Exemple.FR:443/base/contact", "/base/contact.html"),
        ("//exemple.fr", "//exemple.fr"),
        ("//exemple.fr/base/contact.md", "/base/contact.html"),
        ("https://exemple.fr:8443/base/contact.md", "https://exemple.fr:8443/base/contact.md"),
        ("https://a@exemple.fr/base/contact.md", "https://a@exemple.fr/base/contact.md"),
        ("https://exemple.fr./base/contact.md", "https://exemple.fr./base/contact.md"),
        ("https://exemple.fr@autre.org/base/", "https://exemple.fr@autre.org/base/"),
        ("///autre.org/contact.html", "///autre.org/contact.html"),
        ("\\\\autre.org", "\\\\autre.org"),
        ("https:/contact.html", "https:/contact.html"),
        ("/contact.html?a=/contact.html", "/base/contact.html?a=/contact.html"),
        ("mailto:a@b.fr", "mailto:a@b.fr"),
        ("tel:+33", "tel:+33"),
        ("#là", "#là"),
        ("?a=b", "?a=b"),
        ("", ""),
        ("http://[::1", "http://[::1"),
        ("{filename}/contact.md#là", "/base/contact.html#là"),
        ("|filename|../contact.md?a=b", "/base/contact.html?a=b"),
        ("{static}/images/été 1.png", "/base/images/e%CC%81te%CC%81%201.png"),
        ("{attach}../images/%C3%A9t%C3%A9%201.png", "/base/images/e%CC%81te%CC%81%201.png"),
        ("{index}#là", "/base/#là"),
        ("{tag}pain bis", "/base/tag/pain%20bis.html"),
        ("{category}absent", None),
        ("{static}", None),
        ("{static}//exemple.org/a", None),
        ("{static}/absent.png", None),
        ("{autre}/contact.md", None),
        ("/absent.html", None),
        ("absent.png", None),
        ("../../../etc/passwd", None),
        ("/base2/contact.html", None),
        ("https://exemple.fr/base/rien", None),
    ],
)
def test_addresses(resolve, written: str, resolved: str | None):
    assert resolve(written) == resolved


@pytest.mark.parametrize(
    ("siteurl", "written", "resolved"),
    [
        ("https://exemple.fr", "https://exemple.fr", "/"),
        ("https://exemple.fr", "https://exemple.fr?a#b", "/?a#b"),
        ("https://exemple.fr", "http://exemple.fr/contact.md", "http://exemple.fr/contact.md"),
        ("https://été.fr/base", "https://xn--t-9fab.fr/base/contact.md", "/base/contact.html"),
        ("https://exemple.fr:8443/base", "https://exemple.fr/base/", "https://exemple.fr/base/"),
        ("https://exemple.fr/%C3%A9t%C3%A9", "/été/contact.md", "/%C3%A9t%C3%A9/contact.html"),
        ("/base", "https://exemple.fr/base/", "https://exemple.fr/base/"),
        ("", "https://exemple.fr", "https://exemple.fr"),
    ],
)
def test_a_whole_address_is_the_site_s_own_below_its_address_alone(
    tmp_path, siteurl: str, written: str, resolved: str
):
    write_site(tmp_path, {"index.md": page("title: x"), "contact.md": page("title: x")})
    site = load_site(tmp_path, "content", Diagnostics(), date(2026, 1, 1))
    addresses = Addresses(site, siteurl, base_path(siteurl), [])
    assert addresses.resolve(written, site.documents["index.md"]) == resolved


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ("/jeu/", "/base/jeu/"),
        ("/jeu", "/base/jeu/"),
        ("jeu/#score", "/base/jeu/#score"),
        ("/jeu/index.html", "/base/jeu/index.html"),
        ("/carte", "/base/carte.html"),
        ("/", "/base/"),
    ],
)
def test_a_page_published_as_it_is_answers_as_servers_do(tmp_path, written: str, resolved: str):
    raw = dict.fromkeys(["index.html", "jeu/index.html", "carte.html"], "<title>Un jeu</title>")
    write_site(tmp_path, {"a.md": page("title: A"), **raw})
    site = load_site(tmp_path, "content", Diagnostics(), date(2026, 1, 1))
    addresses = Addresses(site, SITEURL, "/base", [])
    assert addresses.resolve(written, site.documents["a.md"]) == resolved


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        ("/absent.html", "/base/absent.html"),
        (" /absent.html?a#b ", "/base/absent.html?a#b"),
        ("/base2/x", "/base/base2/x"),
        ("/base/absent.html", "/base/absent.html"),
        ("absent.html", "absent.html"),
    ],
)
def test_what_leads_nowhere_stays_in_the_site(tmp_path, written: str, repaired: str):
    site = load_site(write_site(tmp_path, {}), "content", Diagnostics(), date(2026, 1, 1))
    assert Addresses(site, SITEURL, "/base", []).repair(written) == repaired


def test_a_link_to_nothing_is_told_with_its_line(tmp_path):
    from support import build_site

    site = write_site(
        tmp_path / "content", {"index.md": page("title: A", "a\n\n[b](/rien.html) ![c](non.png)\n")}
    )
    result = build_site(site, tmp_path / "output")
    assert [
        str(diagnostic).replace(str(site), "content") for diagnostic in result.diagnostics.warnings
    ] == [
        "content/index.md:6 : « /rien.html » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la.",
        "content/index.md:6 : « non.png » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la.",
    ]
