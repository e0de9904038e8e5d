"""Which file answers for which address, and with which type."""

from __future__ import annotations

import socket
import unicodedata
from pathlib import Path

import pytest

from live_reload.paths import content_type, find, inside
from live_reload.server import open_server


@pytest.fixture
def folder(tmp_path):
    site = tmp_path / "site"
    for name in ("index.html", "contact.html", "agenda/index.html", "x.html", "vide/photo.png"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name)
    (tmp_path / "secret.html").write_text("secret")
    (site / "lien.html").symlink_to(tmp_path / "secret.html")
    return site


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "."),
        ("/", "."),
        ("/contact.html", "contact.html"),
        ("/contact", "contact.html"),
        ("/agenda", "agenda"),
        ("/agenda/", "agenda"),
        ("/agenda/index.html", "agenda/index.html"),
        ("/vide/photo.png", "vide/photo.png"),
    ],
)
def test_addresses_find_their_file(folder, path, expected):
    assert find(folder, path) == folder / expected


@pytest.mark.parametrize(
    "path",
    [
        *("/rien", "/vide/", "/vide", "/contact.html/", "/contact/", "/x\0.html", "/" + "a" * 300),
        *("/../secret.html", "/../secret", "/agenda/../../secret.html", "/lien.html", "/lien"),
    ],
)
def test_other_addresses_find_nothing(folder, path):
    assert find(folder, path) is None


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_link", ["NFC", "NFD"])
def test_an_accent_is_found_however_it_is_written(tmp_path, on_disk, in_link):
    name = "été à la mer/affiche allongée.html"
    file = tmp_path / unicodedata.normalize(on_disk, name)
    file.parent.mkdir()
    file.write_text("")

    assert find(tmp_path, "/" + unicodedata.normalize(in_link, name)) == file


@pytest.mark.parametrize(
    ("path", "base", "expected"),
    [
        ("/a%20b/%C3%A9", "", "/a b/é"),
        ("/sous-dossier/x", "/sous-dossier", "/x"),
        ("/sous-dossier", "/sous-dossier", ""),
        ("/sous-dossier-bis/x", "/sous-dossier", None),
        ("/", "/sous-dossier", None),
        ("/%e9t%e9/x", "/été", None),
        ("/%C3%A9t%C3%A9/x", "/été", "/x"),
    ],
)
def test_the_base_path_is_taken_off(path, base, expected):
    assert inside(path, base) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.JPG", "image/jpeg"),
        ("a.woff2", "font/woff2"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_types(name, kind):
    assert content_type(Path(name)) == kind


def test_a_taken_port_gives_the_next_free_one(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = open_server(tmp_path, port)
        server.server_close()

    assert port < server.server_port
    assert server.address == f"http://127.0.0.1:{server.server_port}"
