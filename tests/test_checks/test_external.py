"""Links to other sites, asked of a server of the tests' own."""

import dataclasses
import itertools
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from commands.checks.links.external_links import (
    FAILS,
    FINE,
    GONE,
    MOVED,
    REFUSES_ROBOTS,
    SILENT,
    LinkAnswer,
    RequestLimits,
    ask_all,
    check_external_links,
)
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostics
from local_server import free_port, local_server
from site_build import BuildRequest, build
from support import page, write_site

QUICK = RequestLimits(pause=0.0, patience=0.3, total=20.0)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way, and notes what was asked when."""

    asked: list[tuple[str, str, float]]

    def do_GET(self) -> None:
        self.asked.append((self.command, self.path, time.monotonic()))
        status, headers = 200, {}
        if self.path == "/slow":
            time.sleep(0.8)
        elif self.path == "/get-only":
            status = 501 if self.command == "HEAD" else 200
        elif self.path in ("/404", "/403", "/429", "/500"):
            status = int(self.path[1:])
        elif self.path in ("/moved", "/elsewhere"):
            status, headers = 301 if self.path == "/moved" else 302, {"Location": "/fine"}
        elif self.path == "/loop":
            status, headers = 302, {"Location": "/loop"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture
def server() -> Iterator[tuple[str, list]]:
    """Give the address of a server, and what it was asked."""
    handler = type("Noting", (Handler,), {"asked": []})
    with local_server(handler) as place:
        yield f"http://{place}", handler.asked


def test_each_answer_is_known(server, tmp_path):
    root, _ = server
    closed = f"http://127.0.0.1:{free_port()}/"
    expected = {
        "/fine": LinkAnswer(FINE),
        "/get-only": LinkAnswer(FINE),
        "/404": LinkAnswer(GONE, "404"),
        "/500": LinkAnswer(FAILS, "500"),
        "/403": LinkAnswer(REFUSES_ROBOTS, "403"),
        "/429": LinkAnswer(REFUSES_ROBOTS, "429"),
        "/moved": LinkAnswer(MOVED, f"{root}/fine"),
        "/elsewhere": LinkAnswer(FINE),
        "/loop": LinkAnswer(SILENT, "il renvoie sans fin d'une adresse à une autre"),
        "/slow": LinkAnswer(SILENT, "il ne répond pas à temps"),
    }
    urls = [*(root + path for path in expected), closed]
    answers = ask_all(urls, tmp_path, QUICK)
    assert {url.removeprefix(root): a for url, a in answers.items() if url != closed} == expected
    assert answers[closed] == LinkAnswer(SILENT, "il ne répond pas")


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(server, tmp_path):
    root, asked = server
    manners = dataclasses.replace(QUICK, pause=0.05)
    ask_all([f"{root}/{name}" for name in "abc"], tmp_path, manners)
    times = [moment for _, _, moment in asked]
    assert len(times) == 3
    assert all(after - before >= 0.05 for before, after in itertools.pairwise(times))


def test_an_answer_is_remembered_for_a_while(server, tmp_path):
    root, asked = server
    first = ask_all([f"{root}/404"], tmp_path, QUICK)
    count = len(asked)
    assert ask_all([f"{root}/404"], tmp_path, QUICK) == first
    assert len(asked) == count
    ask_all([f"{root}/404"], tmp_path, dataclasses.replace(QUICK, keep=0.0))
    assert len(asked) > count


def test_all_of_it_has_an_end(server, tmp_path):
    root, asked = server
    answers = ask_all([f"{root}/fine"], tmp_path, dataclasses.replace(QUICK, total=0.0))
    assert answers == {f"{root}/fine": LinkAnswer(SILENT, "le temps total est écoulé")}
    assert asked == []


def test_the_lines_are_told_as_warnings(server, tmp_path):
    root, asked = server
    text = f"[un]({root}/404)\n\n[deux]({root}/moved#la)\n\n[trois]({root}/fine) [x](/autre.html)\n"
    content = write_site(tmp_path / "c", {"index.md": page("title: A", text)})
    built = build(BuildRequest(content, tmp_path / "o")).context
    site = CheckedSite(tmp_path / "o", built.site, built.renderer, "", Diagnostics())
    check_external_links(site, tmp_path / "cache", QUICK)
    assert [
        str(diagnostic).replace(f"{content}/", "") for diagnostic in site.diagnostics.warnings
    ] == [
        f"index.md:4 : le lien « {root}/404 » ne mène plus à rien (404). "
        "Cherchez sa nouvelle adresse, ou retirez-le.",
        f"index.md:6 : « {root}/moved » a changé d'adresse. Écrivez {root}/fine.",
    ]
    assert site.diagnostics.errors == []
    assert {path for _, path, _ in asked} == {"/404", "/moved", "/fine"}
