"""Where plain links lead, in a site served from a sub-folder."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from faults import Faults
from scribouilli.addresses import Addresses
from scribouilli.site_reader import load_site
from support import page, write_site

SITEURL = "https://exemple.fr/base"


@pytest.fixture
def resolve(tmp_path):
    """Return a function that resolves an address written in `sous/page.md`."""
    stored = unicodedata.normalize("NFD", "images/été 1.png")
    files = ["index.md", "contact.md", "vie du lieu.md", "sous/page.md", "sous/index.md"]
    write_site(tmp_path, {name: page("title: x") for name in files} | {stored: ""})
    site = load_site(tmp_path, "content", Faults(), date(2026, 1, 1))
    addresses = Addresses(site, SITEURL, "/base", ["feed.xml", "agenda/index.html"])
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
        ("mailto:a@b.fr", "mailto:a@b.fr"),
        ("tel:+33", "tel:+33"),
        ("#là", "#là"),
        ("?a=b", "?a=b"),
        ("", ""),
        ("http://[::1", "http://[::1"),
        ("/absent.html", None),
        ("absent.png", None),
        ("../../../etc/passwd", None),
    ],
)
def test_addresses(resolve, written: str, resolved: str | None):
    assert resolve(written) == resolved


def test_a_link_to_nothing_is_told_with_its_line(tmp_path):
    from support import build_site

    site = write_site(
        tmp_path / "content", {"index.md": page("title: A", "a\n\n[b](/rien.html) ![c](non.png)\n")}
    )
    result = build_site(site, tmp_path / "output")
    assert [str(fault).replace(str(site), "content") for fault in result.faults.warnings] == [
        "content/index.md:6 : « /rien.html » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la.",
        "content/index.md:6 : « non.png » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la.",
    ]
