"""Visitors of the live server by the hundred, strange ones and slow ones, on real sockets."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from dev_server.live_reload import connections
from dev_server.live_reload.connections import is_own_host
from dev_server.live_reload.server import LiveServer
from dev_server.live_reload.server_state import ShownSite
from dev_server.live_reload.site_process import SiteReply
from live_support import make_project, running, wait_until
from patience import patient

pytestmark = pytest.mark.server
SECRET = "<body>Un brouillon</body>"


class HeldInMemory:
    """A site of one page, which may be slow to give."""

    def __init__(self) -> None:
        self.slow = 0.0
        self.page = SECRET.encode()

    def answer(self, path: str) -> SiteReply:
        time.sleep(self.slow)
        return SiteReply("page", "index.html", self.page)


@pytest.fixture
def server() -> Iterator[LiveServer]:
    live = LiveServer(HeldInMemory(), lambda report: b"", 0)
    with live.running():
        live.stage.show(ShownSite("1"))
        yield live


def ask(port: int, request: bytes) -> str:
    """Return all that comes back."""
    with socket.create_connection(("127.0.0.1", port), patient(30)) as visitor:
        visitor.sendall(request)
        with visitor.makefile("rb") as answer:
            return answer.read().decode()


def request_of(*hosts: str, path: str = "/") -> bytes:
    lines = [f"GET {path} HTTP/1.1", *(f"Host: {host}" for host in hosts), "", ""]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize("host", "127.0.0.1:1 127.1.2.3 [::1]:80".split())
def test_the_addresses_of_this_machine_are_answered(server, host):
    assert is_own_host(host)
    assert SECRET[6:18] in ask(server.server_port, request_of(host))


@pytest.mark.parametrize("host", "localhost LOCALHOST:8000 site.localhost:81 localhost.".split())
def test_its_names_are_kept_for_the_editor(server, host):
    assert is_own_host(host)
    answer = ask(server.server_port, request_of(host, path="//a/b.html?c"))
    assert f"Location: {server.address}//a/b.html?c\r\n" in answer or (
        f"Location: {server.address}/a/b.html?c\r\n" in answer  # Python joins the first slashes
    )
    assert SECRET[6:18] not in answer


@pytest.mark.parametrize(
    "hosts",
    [
        *[(host,) for host in "pirate.fr pirate.fr:8000 localhost.pirate.fr xlocalhost".split()],
        *[(host,) for host in "127.0.0.1.pirate.fr 192.168.1.9 0.0.0.0 [::2] 2130706433".split()],
        *[(host,) for host in "moi@localhost localhost/x pirate.fr:x@127.0.0.1 [::1 <b>é".split()],
        (),
        ("",),
        ("localhost", "pirate.fr"),
        ("pirate.fr", "localhost"),
        ("pirate.fr", "a.localhost"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/__livereload/events", "/__livereload/reload.js"])
def test_a_name_that_is_someone_else_s_reads_nothing(server, hosts, path):
    assert not any(map(is_own_host, [", ".join(hosts)]))
    answer = ask(server.server_port, request_of(*hosts, path=path))

    assert answer.startswith("HTTP/1.0 421 ")
    assert "Le site n&#x27;est pas montré sous ce nom" in answer
    assert f'<a href="{server.address}/">Ouvrir le site</a>' in answer
    assert "brouillon</body>" not in answer and "data:  1" not in answer and "<b>" not in answer


def test_two_hundred_visitors_at_once_are_all_answered(tmp_path):
    with running(make_project(tmp_path)) as live:
        live.wait_page("Bonjour")
        together = threading.Barrier(200)

        def visit(_: int) -> bool:
            together.wait(patient(30))
            return "Bonjour" in ask(live.port, request_of("127.0.0.1"))

        with ThreadPoolExecutor(200) as visitors:
            assert sum(visitors.map(visit, range(200))) == 200
        assert "Traceback" not in "\n".join(live.lines)


@pytest.mark.parametrize(
    "half", [b"", b"GET / HT", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nA: b"]
)
def test_a_request_sent_by_half_is_given_up(server, monkeypatch, half):
    monkeypatch.setattr(connections, "SECONDS_TO_ASK", 0.3)
    with socket.create_connection(("127.0.0.1", server.server_port), patient(30)) as visitor:
        visitor.sendall(half)
        assert visitor.recv(1) == b""
    wait_until(lambda: not server._connections and not server._asking)


def test_a_request_sent_drop_by_drop_is_given_up(server, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_TO_ASK", 0.5)
    until = time.monotonic() + patient(30)
    with (
        socket.create_connection(("127.0.0.1", server.server_port)) as visitor,
        contextlib.suppress(ConnectionError),
    ):
        while time.monotonic() < until:
            visitor.sendall(b"G")
            time.sleep(0.05)
        raise AssertionError("never given up")


def test_an_answer_takes_its_time_and_events_stay_open(server, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_TO_ASK", 0.1)
    server.site.slow = 0.5
    address = ("127.0.0.1", server.server_port)
    with socket.create_connection(address, patient(30)) as tab, tab.makefile("rb") as events:
        tab.sendall(request_of("127.0.0.1", path="/__livereload/events"))
        assert SECRET[6:18] in ask(server.server_port, request_of("127.0.0.1"))
        server.stage.show(ShownSite("2"))
        assert any(line == b"data: 2\n" for line in events)


def test_an_answer_that_nobody_reads_is_given_up(server, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_TO_READ", 0.3)
    server.site.page = b"x" * 8_000_000  # more than the system keeps for who does not read
    begun = threading.active_count()
    with contextlib.ExitStack() as visitors:
        for _ in range(5):
            address = ("127.0.0.1", server.server_port)
            visitor = visitors.enter_context(socket.create_connection(address, patient(30)))
            visitor.sendall(request_of("127.0.0.1"))
            visitor.recv(1)  # it is being answered
        wait_until(lambda: not server._connections)
        wait_until(lambda: threading.active_count() == begun)


def test_an_answer_read_slowly_is_whole(server, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_TO_READ", 0.4)
    server.site.page = b"x" * 8_000_000
    parts = []
    with socket.create_connection(("127.0.0.1", server.server_port), patient(30)) as visitor:
        visitor.sendall(request_of("127.0.0.1"))
        while part := visitor.recv(1_000_000, socket.MSG_WAITALL):
            parts.append(len(part))
            time.sleep(0.1)  # in all, longer than who reads nothing is given
    assert sum(parts) > 8_000_000


def test_events_that_have_lasted_end_and_are_asked_for_again(server, monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_OF_EVENTS", 0.0)
    answer = ask(server.server_port, request_of("127.0.0.1", path="/__livereload/events"))
    assert answer.endswith("retry: 500\n\n")


def test_too_many_visitors_wait_their_turn(server, monkeypatch):
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 3)
    server.site.slow = 0.05
    most = []

    def visit(_: int) -> bool:
        answer = ask(server.server_port, request_of("127.0.0.1"))
        most.append(len(server._connections))
        return SECRET[6:18] in answer

    with ThreadPoolExecutor(20) as visitors:
        assert all(visitors.map(visit, range(20)))
    assert max(most) <= 3
