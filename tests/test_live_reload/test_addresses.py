"""Where the path of a request leads, and the type of a file."""

import socket

import pytest

from dev_server.live_reload.paths import content_type, inside
from dev_server.live_reload.server import open_server


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
    assert content_type(name) == kind


def test_a_taken_port_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = open_server(None, None, port)
        server.server_close()

    assert port < server.server_port
    assert server.address == f"http://127.0.0.1:{server.server_port}"
