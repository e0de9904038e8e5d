"""An HTTP server in a thread of the tests, which ends whatever its visitors do."""

import contextlib
import http.server
import random
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

from patience import patient


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a visitor who does not leave keeps no test waiting

    def __init__(self, host: str, handler: Callable[..., Any]) -> None:
        super().__init__((host, 0), handler)
        self.errors: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """Note what went wrong; a visitor may hang up."""
        error = sys.exception()
        if not isinstance(error, ConnectionError):
            self.errors.append(repr(error))


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def ports_in_a_row(count: int) -> int:
    """Return the first of free ports that the system gives to nobody else (Linux: from 32768)."""
    while True:
        first = random.randrange(10_000, 30_000)
        with contextlib.ExitStack() as stack, contextlib.suppress(OSError):
            for port in range(first, first + count):
                stack.enter_context(socket.socket()).bind(("127.0.0.1", port))
            return first


@contextlib.contextmanager
def local_server(handler: Callable[..., Any], host: str = "127.0.0.1") -> Iterator[str]:
    """Serve with a request handler on a free port, and give `host:port`."""
    server = _Server(host, handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"{host}:{server.server_port}"
    finally:
        ending = threading.Thread(target=server.shutdown, daemon=True)
        ending.start()
        ending.join(patient(10))
        server.server_close()
    assert server.errors == []
