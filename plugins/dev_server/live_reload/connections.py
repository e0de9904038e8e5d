"""The connections of the live server: which are taken, how long each may keep its thread."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import sys
import time
from http.server import ThreadingHTTPServer
from urllib.parse import urlsplit

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

    def cut_connections(self) -> None:
        """End every connection: browsers open some ahead of need."""
        for connection in list(self._connections):
            _cut(connection)


def _cut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
