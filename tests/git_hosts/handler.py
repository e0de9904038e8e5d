"""The stand-ins over HTTP."""

import http.server
import json
import socket
from typing import Any
from urllib.parse import parse_qs, urlsplit

from git_hosts.stand_in import StandIn


def handler_of(host: StandIn) -> type[http.server.BaseHTTPRequestHandler]:
    """Return the handler of HTTP requests of a host, which other origins may ask."""

    class Handler(http.server.BaseHTTPRequestHandler):
        # HTTP/1.0: a connection a request, or the browser asks again by itself when one is cut.

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_OPTIONS(self) -> None:
            self._send(204, None)

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path.endswith("/authorize"):
                query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
                self.send_response(302)
                self.send_header("Location", host.authorize(query))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_PATCH(self) -> None:
            self._answer()

        def _answer(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if not self.path.startswith(host.root):
                form = {key: values[-1] for key, values in parse_qs(sent.decode()).items()}
                self._send(*host.exchange(form))
                return
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            body = json.loads(sent) if sent else None
            answer = host.answer(self.command, self.path.removeprefix(host.root), body, token)
            if answer is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self._send(*answer)

        def _send(self, status: int, told: Any) -> None:
            data = b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler
