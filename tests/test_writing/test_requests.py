"""What the editor's server refuses: other origins, other names, no token, strange bodies."""

import json
import socket
import time
from email.message import Message

import pytest

from dev_server.writing import requests
from dev_server.writing.refusal import Refusal

pytestmark = pytest.mark.server
GETS = ["site", "file?name=contact.md", "nothing"]
POSTS = ["draft", "check", "photo?name=a.jpg", "parcel", "save", "nothing"]
DRAFT = {"name": "contact.md"}


def every(writer, **headers):
    """Yield the answer of each route to a request with some headers changed."""
    for path in GETS:
        yield writer.ask("GET", f"/ecrire/api/{path}", **headers)
    for path in POSTS:
        yield writer.ask("POST", f"/ecrire/api/{path}", json.dumps(DRAFT).encode(), **headers)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "pirate.fr"}, 421),
        ({"Host": "192.168.1.9:8001"}, 421),
        ({"Host": ""}, 421),
        ({"Host": "127.0.0.1:{port}"}, 421),  # a name of the sites
        ({"Origin": "https://pirate.fr"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Origin": "http://127.0.0.1:{port}"}, 403),
        ({"Origin": "http://127.0.0.1:{live}"}, 403),  # the site: members' pages
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),  # another port of this machine
        ({"X_Jeton": None}, 401),
        ({"X_Jeton": ""}, 401),
        ({"X_Jeton": "{token}x"}, 401),
        ({"X_Jeton": "é"}, 401),
    ],
)
def test_who_is_not_the_page_gets_and_does_nothing(writer, headers, status):
    facts = {"port": writer.editor_port, "live": writer.port, "token": writer.token}
    told = {key: value and value.format(**facts) for key, value in headers.items()}
    before = writer.states()
    for said in every(writer, **told):
        assert said.status == status
        assert list(said.json) == ["erreur"]
    assert writer.states() == before
    assert len(writer.holders()) == 1  # of the site itself; no site of drafts was begun


def test_a_post_names_its_origin_and_a_get_may_not(writer):
    assert writer.ask("GET", "/ecrire/api/site", Origin=None).status == 200
    assert writer.ask("POST", "/ecrire/api/save", b"{}", Origin=None).status == 403


def test_headers_given_twice_are_not_believed(writer):
    for double in (
        f"X-Jeton: {writer.token}\r\nX-Jeton: {writer.token}",
        f"X-Jeton: {writer.token}\r\nOrigin: {writer.editor}\r\nOrigin: https://pirate.fr",
        f"X-Jeton: {writer.token}\r\nHost: pirate.fr",
    ):
        host = f"localhost:{writer.editor_port}"
        asked = f"GET /ecrire/api/site HTTP/1.1\r\nHost: {host}\r\n{double}\r\n\r\n"
        assert writer.raw(asked.encode()).split(b" ")[1] in (b"401", b"403", b"421")


def test_no_page_of_another_origin_is_let_in(writer):
    said = writer.ask("OPTIONS", "/ecrire/api/save", Access_Control_Request_Method="POST")
    assert (said.status, list(said.json)) == (501, ["erreur"])


@pytest.mark.parametrize(
    "asked",
    [
        b"PUT /ecrire/api/save HTTP/1.1\r\n\r\n",
        b"?\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_in_french(writer, asked):
    assert "n'est pas de celles que l'éditeur connaît" in writer.raw(asked + b"\r\n\r\n").decode()


@pytest.mark.parametrize("query", ["name=%ff", "&".join("a" * 12), "name=a.md&name=contact.md"])
def test_a_strange_query_reads_nothing(writer, query):
    assert writer.ask("GET", f"/ecrire/api/file?{query}").status in (400, 403)


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"[]", {}, 400),
        (b"{", {}, 400),
        (b'{"name": "\xe9"}', {}, 400),
        ('{"name": "a.md"}'.encode("utf-16"), {}, 400),
        (b'{"name": "\\ud800"}', {}, 400),
        (b"[" * 100_000, {}, 400),
        (b"{}", {}, 400),
        (b'{"name": 3}', {}, 400),
        (b'{"name": "a.md", "photos": "images/a.jpg"}', {}, 400),
        (b'{"name": "a.md", "photos": ["../a.jpg"]}', {}, 400),
        (b'{"name": "a.md", "files": ["b.md"]}', {}, 400),
        (b'{"name": "a.md", "files": [{"name": "b.md"}]}', {}, 400),
        (b'{"name": "a.md", "files": [{"name": "b.md", "text": 3}]}', {}, 400),
        (b'{"name": "a.md", "files": [{"name": "../b.md", "text": null}]}', {}, 403),
        (b"{}", {"Content_Type": None}, 415),
        (b"{}", {"Content_Type": "text/plain"}, 415),
        (b"{}", {"Content_Type": "application/x-www-form-urlencoded"}, 415),
        (b"", {"Content_Length": "2, 2"}, 411),
        (b"", {"Content_Length": None}, 411),
        (b"", {"Content_Length": "-1"}, 411),
        (b"2\r\n{}\r\n0\r\n\r\n", {"Transfer_Encoding": "chunked"}, 411),
        (b" " * 1_000_001, {}, 413),
        (b"", {"Content_Length": "9" * 18}, 413),
    ],
)
def test_a_strange_body_is_refused(writer, body, headers, status):
    said = writer.ask("POST", "/ecrire/api/draft", body, **headers)
    assert (said.status, list(said.json)) == (status, ["erreur"])


def test_a_photo_too_heavy_is_refused_and_the_refusal_is_read(writer):
    said = writer.photo("a.jpg", bytes(20_000_001))
    assert (said.status, said.json["erreur"]) == (
        413,
        "Ce fichier pèse plus de 20 Mo : c'est trop.",
    )
    assert writer.photo("a.jpg", b"x", "text/html").status == 415


def test_an_old_page_with_a_heavy_photo_reads_why_it_is_refused(writer):
    said = writer.ask("POST", "/ecrire/api/photo", bytes(8_000_000), X_Jeton="old")
    assert (said.status, "rouvrez-la" in said.json["erreur"]) == (401, True)


def headers_of(length: int) -> Message:
    told = Message()
    told["Content-Type"], told["Content-Length"] = "application/json", str(length)
    return told


def test_a_body_sent_drop_by_drop_is_given_up(monkeypatch):
    monkeypatch.setattr(requests, "SECONDS_TO_SEND", 0.2)
    ours, theirs = socket.socketpair()
    with ours, theirs, ours.makefile("rb") as file:
        theirs.sendall(b"{")
        begun = time.monotonic()
        with pytest.raises(Refusal) as refused:
            requests.read_body(headers_of(9), file, ours, is_file=False)
        assert time.monotonic() - begun >= 0.2
    assert refused.value.status == 408


def test_a_body_cut_short_is_refused():
    ours, theirs = socket.socketpair()
    with ours, theirs, ours.makefile("rb") as file:
        theirs.sendall(b"{")
        theirs.shutdown(socket.SHUT_WR)
        with pytest.raises(Refusal) as refused:
            requests.read_body(headers_of(9), file, ours, is_file=False)
    assert refused.value.status == 400


def test_the_page_has_its_policy_and_one_origin(writer):
    said = writer.ask("GET", "/ecrire/", X_Jeton=None, Origin=None)
    drafts, site = writer.site()["drafts"], writer.site()["site"]
    assert said.status == 200
    policy = dict(
        part.strip().split(" ", 1) for part in said.headers["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": f"'self' {site} blob: data:",
        "connect-src": "'self'",
        "frame-src": drafts,
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    assert len({writer.address, writer.editor, drafts}) == 3
    for host in (f"127.0.0.1:{writer.editor_port}", f"127.0.0.2:{writer.editor_port}"):
        said = writer.ask("GET", "/ecrire/?x", Host=host)
        assert (said.status, said.headers["Location"]) == (302, f"{writer.editor}/ecrire/")
    assert writer.ask("GET", "/ecrire/", Host="pirate.fr").status == 421


@pytest.mark.parametrize(
    "path",
    [
        *("/ecrire/../contact.md", "/ecrire/%2e%2e/contact.md", "/ecrire/..%2findex.md"),
        *("/ecrire//etc/passwd", "/ecrire/__init__.py", "/contact.html", "/__livereload/reload.js"),
    ],
)
def test_nothing_else_is_of_the_editor_s_origin(writer, path):
    assert writer.ask("GET", path).status == 404


def test_the_token_is_in_no_page_of_another_origin(writer):
    pages = [
        writer.get(path)[2] for path in ("/", "/contact.html", "/404.html", "/rien", "/sitemap.xml")
    ]
    pages += [writer.preview(path) for path in ("/", "/ecrire/", "/rien")]
    pages += [writer.ask("GET", "/ecrire/").body.decode(), *writer.lines]
    assert not [one for one in pages if writer.token in one]
    entry = f"{writer.editor}/ecrire/#jeton={writer.token}"
    assert writer.ask("GET", "/ecrire/entree", X_Jeton=None).headers["Location"] == entry
    assert writer.ask("GET", "/ecrire/entree", Host="pirate.fr").status == 421
    assert writer.get("/ecrire")[1]["Location"] == entry
