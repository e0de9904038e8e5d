"""The live server in a process of its own: what it serves, tells and leaves behind."""

import signal
import socket
from pathlib import Path

import pytest

from live_support import Live, make_project, running, wait_until

pytestmark = pytest.mark.server

has_proc = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc here")


def save(root: Path, text: str, name: str = "index") -> None:
    """Write a page in one step, so that no build sees half of it: one save, one build."""
    beside = root / "content" / f"{name}.html.tmp"
    beside.write_text(text)
    beside.replace(root / "content" / f"{name}.html")


def builds(root: Path) -> int:
    log = root / "builds.log"
    return len(log.read_text().splitlines()) if log.exists() else 0


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path, contact="<h1>Contact</h1>")


def test_a_taken_port_is_told(root):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(root, port) as server:
            server.wait_page("Bonjour")
            assert f"/ (le port {port} est pris ; Ctrl-C pour arrêter)" in server.lines[0]


def test_pages_files_and_headers(root, live):
    (root / "content" / "a é.css").write_text("a{}")
    wait_until(lambda: live.get("/a%20%C3%A9.css")[0] == 200)

    status, headers, page = live.get("/contact?x=1")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert headers["Cache-Control"] == "no-store"
    assert "/__livereload/reload.js" in page
    assert "EventSource" in live.get("/__livereload/reload.js")[2]
    status, headers, css = live.get("/a%20%C3%A9.css")
    assert (headers["Content-Type"], css) == ("text/css; charset=utf-8", "a{}")


def test_head_tells_the_length_and_sends_nothing(live):
    status, headers, body = live.get("/contact.html", "HEAD")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) == len(live.get("/contact.html")[2].encode())


def test_a_folder_takes_its_slash(root, live):
    (root / "content" / "agenda é").mkdir()
    (root / "content" / "agenda é" / "index.html").write_text("Agenda")
    live.wait_page("Agenda", "/agenda%20%C3%A9/")

    status, headers, _ = live.get("/agenda%20%C3%A9?x=1")
    assert (status, headers["Location"]) == (302, "/agenda%20%C3%A9/?x=1")


def test_what_is_not_there_is_said_in_french(live):
    for path in ("/rien", "/../builds.log", "/%2e%2e/builds.log", "/..%2fx", "/%00"):
        status, _, page = live.get(path)
        assert status == 404, path
        assert "Cette page n&#x27;existe pas" in page
        assert "/__livereload/reload.js" in page


def test_the_site_has_its_own_missing_page(root, live):
    save(root, "<p>Perdu</p>", "404")
    assert live.wait_page("Perdu", "/rien")
    assert live.get("/rien")[0] == 404


def test_a_site_under_a_base_path(root):
    (root / "base.txt").write_text("/sous-dossier")
    with running(root) as live:
        live.wait_page("Bonjour", "/sous-dossier/")
        assert live.get("/")[1]["Location"] == "/sous-dossier/"
        assert live.get("/sous-dossier")[1]["Location"] == "/sous-dossier/"
        assert live.get("/sous-dossier/contact")[0] == 200
        assert live.get("/contact")[0] == 404


def test_a_change_is_told_once_and_an_empty_one_is_not(root, live):
    with live.events() as events:
        first = next(events)
        save(root, "<p>Deux</p>")
        second = next(events)
        before = builds(root)
        save(root, "<p>Deux</p>")
        wait_until(lambda: builds(root) > before)
        save(root, "<p>Trois</p>")
        third = next(events)

    assert len({first, second, third}) == 3
    assert f'data-version="{third}"' in live.get("/")[2]


def test_a_diagnostic_takes_the_place_of_every_page_until_it_is_mended(root, live):
    with live.events() as events:
        good = next(events)
        save(root, "<p>un</p>\n<p>FAUTE <b></p>\nATTENTION\n")
        bad = next(events)
        for path in ("/", "/contact", "/rien"):
            status, headers, page = live.get(path)
            assert status == 500
            assert headers["Cache-Control"] == "no-store"
            assert "content/index.html, ligne 2" in page
            assert "<mark>2  &lt;p&gt;FAUTE &lt;b&gt;&lt;/p&gt;</mark>" in page
        save(root, "<body><p>Bonjour</p></body>")
        assert next(events) == good != bad

    assert live.get("/contact")[0] == 200
    told = "content/index.html:2 : le mot « FAUTE » n'a pas sa place ici. Enlevez-le."
    wait_until(lambda: "1 faute(s)." in live.lines)
    assert told in live.lines
    assert f"Avertissement : {told.replace('FAUTE', 'ATTENTION').replace(':2', ':3')}" in live.lines


@pytest.mark.parametrize(
    ("word", "told"), [("GABARIT", "Le gabarit divise par zéro"), ("MORT", "tué par le système")]
)
def test_a_diagnostic_that_asking_shows_stays_until_the_next_save(root, live, word, told):
    with live.events() as events:
        good = next(events)
        save(root, word, "contact")
        changed = next(events)
        status, _, page = live.get("/contact")
        assert (status, told in page) == (500, True)
        bad = next(events)
        # The page knows its own version: the browser does not load it again.
        assert f'data-version="{bad}"' in page
        assert f'data-version="{bad}"' in live.get("/")[2]
        save(root, "<h1>Contact</h1>", "contact")
        assert next(events) == good
        assert len({good, changed, bad}) == 3
    assert live.get("/contact")[0] == 200
    if word == "GABARIT":
        assert len([line for line in live.lines if "divise par zéro" in line]) == 1


def test_a_first_build_that_fails_is_served_too(root):
    save(root, "FAUTE")
    with running(root) as live:
        assert "content/index.html, ligne 1" in live.wait_page("FAUTE", "/contact")
        save(root, "<p>Enfin</p>")
        live.wait_page("Enfin")


def test_a_crash_of_the_build_is_shown_and_survived(root, live):
    save(root, "BOUM")
    assert "RuntimeError: la machine a &lt;calé&gt;" in live.wait_page("RuntimeError")
    wait_until(lambda: any("RuntimeError: la machine" in line for line in live.lines))
    save(root, "<p>Remis</p>")
    live.wait_page("Remis")


def test_a_save_during_a_build_is_not_lost(root, live):
    before = builds(root)
    save(root, "LENT")
    wait_until(lambda: builds(root) == before + 1)  # noted once the pages have been read
    save(root, "<p>Le dernier mot</p>")
    (root / "go").touch()
    live.wait_page("Le dernier mot")


@has_proc
@pytest.mark.parametrize(
    "numbers",
    [[signal.SIGINT], [signal.SIGTERM], [signal.SIGHUP], [signal.SIGINT] * 2],
    ids=["Ctrl-C", "TERM", "HUP", "Ctrl-C twice"],
)
def test_the_end_leaves_nothing_behind(root, numbers):
    with running(root) as live:
        live.wait_page("Bonjour")
        with live.events() as events, socket.create_connection(("127.0.0.1", live.port)):
            next(events)
            save(root, "ENFANT")
            wait_until(lambda: len(live.processes()) == 3)
            assert live.stop(*numbers) == 0

        assert live.lines[-1] == "Arrêté."
        assert "Traceback" not in "\n".join(live.lines)
        wait_until(lambda: live.processes() == [])
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", live.port))


def test_two_servers_take_two_ports(root, tmp_path_factory):
    other = make_project(tmp_path_factory.mktemp("other"), index="<p>Autre</p>")
    with running(root) as one, running(other, one.port) as two:
        assert two.port > one.port
        one.wait_page("Bonjour")
        two.wait_page("Autre")


@pytest.fixture
def real(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("---\ntitle: Accueil\n---\nBonjour à vous.\n")
    server = Live("real", str(tmp_path / "content"), "0")
    yield server
    server.stop()


def test_the_real_builder(tmp_path, real):
    index = tmp_path / "content" / "index.md"
    real.wait_page("Bonjour à vous.")
    index.write_text("---\ntitle: Accueil\n---\nBonsoir.\n")
    real.wait_page("Bonsoir.")
    index.write_text('---\ntitle: "\n---\nBonsoir.\n')
    page = real.wait_page("n&#x27;a pas pu être reconstruit")
    assert "index.md, ligne" in page
    assert "<mark>" in page
    index.write_text("---\ntitle: Accueil\n---\nBonne nuit.\n")
    real.wait_page("Bonne nuit.")
    assert real.stop() == 0
    assert real.lines[-1] == "Arrêté."


def test_the_real_builder_under_a_base_path(tmp_path, real):
    config = tmp_path / "content" / "_config.yml"
    config.write_text("title: Essai\nurl: https://exemple.fr\nbaseurl: /projet\n")
    real.wait_page("Bonjour à vous.", "/projet/")
    assert real.get("/")[1]["Location"] == "/projet/"
