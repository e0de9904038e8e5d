"""The connections of the live server: which are taken, how long each may keep its thread."""

from __future__ import annotations

import contextlib
import errno
import ipaddress
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar
from urllib.parse import urlsplit

HOST = "127.0.0.1"
# The editor alone answers to this name, and the sites never do: on whatever port, no page of a
# member's was ever of an origin of the editor's, nor left it a service worker.
EDITOR_NAME = "localhost"
PORTS_TRIED = 100
LAST_PORT = 65535

# Each takes a thread and a file; systems give a program 1,024 files, and some fewer.
MOST_CONNECTIONS = 512
# A request is short: who has not sent it by then does not mean to.
SECONDS_TO_ASK = 8.0
# An answer waits for who reads it, as long as something of it is read within this time.
SECONDS_TO_READ = 60.0
PART = 65_536  # bytes of an answer, each given this time
# Nothing tells a tab that listens from one that reads no more: each asks again after this time.
SECONDS_OF_EVENTS = 600.0
FULL_PAUSE_SECONDS = 0.05
# As `socketserver` has it; a pair is a datagram, of which there is none here.
Request = socket.socket | tuple[bytes, socket.socket]
S = TypeVar("S")


def is_own_host(host: str) -> bool:
    """Return whether a `Host` header names this machine, by a name that nobody else can give it.

    Any other name may be one that its owner has just moved to this machine (DNS rebinding), so as
    to read drafts from a page of another site. Only `localhost`, what is below it (RFC 6761,
    section 6.3) and addresses that stay on the machine cannot be.

    >>> [is_own_host(host) for host in ("LOCALHOST:80", "a.localhost.", "127.9.0.1", "[::1]:8000")]
    [True, True, True, True]
    >>> [is_own_host(host) for host in ("a.fr:8000", "localhost.fr", "192.168.0.9", "a@[::1]", "")]
    [False, False, False, False, False]
    """
    try:
        parts = urlsplit(f"//{host}")
        name = (parts.hostname or "").removesuffix(".")
        if parts.netloc != host or "@" in host or "," in host:
            return False
        return name.split(".")[-1] == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class PatientServer(ThreadingHTTPServer):
    """Keeps visitors waiting rather than refuse them, and gives up those who ask for nothing."""

    daemon_threads = False  # server_close() then waits for each connection to end
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, address: tuple[str, int], handler: type) -> None:
        """Listen on an address; raise OSError when it is taken."""
        self._connections: set[socket.socket] = set()
        self._asking: dict[socket.socket, float] = {}
        super().__init__(address, handler)

    def get_request(self) -> tuple[socket.socket, object]:
        """Take and note a connection, or leave it in the system's queue while they are too many."""
        if len(self._connections) >= MOST_CONNECTIONS:
            time.sleep(FULL_PAUSE_SECONDS)
            raise BlockingIOError  # as when a visitor has gone: who calls comes back
        request, client_address = super().get_request()
        self._connections.add(request)
        self._asking[request] = time.monotonic() + SECONDS_TO_ASK
        return request, client_address

    def has_asked(self, request: socket.socket) -> None:
        """Note that a request is whole: its answer takes the time that it takes."""
        self._asking.pop(request, None)

    def service_actions(self) -> None:
        """End the requests that should have been whole by now; called several times a second."""
        now = time.monotonic()
        late = [asking for asking, until in list(self._asking.items()) if until < now]
        for request in late:
            self.has_asked(request)
            _cut(request)

    def shutdown_request(self, request: Request) -> None:
        """Forget the connection once it is answered."""
        if isinstance(request, socket.socket):
            self._connections.discard(request)
            self.has_asked(request)
        super().shutdown_request(request)

    def handle_error(self, request: Request, client_address: object) -> None:
        """Stay calm when the browser hangs up; show any other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """Return the address of the server, without a final slash."""
        return f"http://{HOST}:{self.server_port}"

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Serve in the background, then cut every connection and free the port."""
        thread = threading.Thread(target=self.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            self.end_waits()
            for connection in list(self._connections):  # browsers open some ahead of need
                _cut(connection)
            self.server_close()
            thread.join()

    def end_waits(self) -> None:
        """Wake the answers that wait for something else than the browser."""


class PatientHandler(BaseHTTPRequestHandler):
    """Answers one request, in parts that each have their time."""

    server: PatientServer

    def setup(self) -> None:
        """Give up, from here on, whoever reads nothing for too long."""
        super().setup()
        self.connection.settimeout(SECONDS_TO_READ)

    def parse_request(self) -> bool:
        """Read the request; return whether there is one."""
        is_read = super().parse_request()
        self.server.has_asked(self.connection)
        return is_read

    @property
    def host(self) -> str:
        """Return the name under which this machine is asked; several make none that is its own."""
        return ", ".join(self.headers.get_all("Host", []))

    @property
    def raw_path(self) -> str:
        """Return the path, still encoded; some programs send accents as they are, in UTF-8."""
        return self.path.partition("?")[0].encode("latin-1").decode("utf-8", "surrogateescape")

    def send(self, status: int, kind: str, body: bytes, headers: dict[str, str]) -> None:
        """Send an answer whole; without its body when its head alone is asked for."""
        self.send_head(status, kind, {"Content-Length": str(len(body)), **headers})
        if self.command != "HEAD":
            whole = memoryview(body)
            for start in range(0, len(whole), PART):
                self.wfile.write(whole[start : start + PART])

    def send_head(self, status: int, kind: str, headers: dict[str, str]) -> None:
        """Send the head of an answer that no one keeps."""
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Cache-Control": "no-store", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for builds."""


def on_free_port(make: Callable[[int], S], port: int) -> S:
    """Return a server on a port, or on the next free one.

    Args:
        make: makes the server of a port; raises OSError when it is taken.
        port: the first to try; 0 takes any.
    """
    for candidate in range(port, min(port + PORTS_TRIED, LAST_PORT + 1)):
        try:
            return make(candidate)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return make(0)


def _cut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
