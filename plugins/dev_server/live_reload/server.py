"""The HTTP server: the site, the error page, and the events that reload the browser."""

from __future__ import annotations

import contextlib
import errno
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from core.plain_files import read_inside
from dev_server.live_reload import connections
from dev_server.live_reload.connections import PatientServer, is_own_host
from dev_server.live_reload.inject import EVENTS_PATH, SCRIPT, SCRIPT_PATH, inject
from dev_server.live_reload.pages import building_page, missing_page, strange_name_page
from dev_server.live_reload.paths import content_type, inside
from dev_server.live_reload.report import BuildReport
from dev_server.live_reload.server_state import ServerState, ShownSite, stand_in
from dev_server.live_reload.site_process import SiteReply

HOST = "127.0.0.1"
PORTS_TRIED = 100
LAST_PORT = 65535
HTML = "text/html; charset=utf-8"
ALREADY_ENCODED = "/%:@!$&'()*+,;=~"
# How long a connection may be silent before the server finds out that the tab was closed.
HEARTBEAT_SECONDS = 10.0


class AnsweringSite(Protocol):
    """What holds the site."""

    def answer(self, path: str) -> SiteReply:
        """Return what there is at a decoded path below the site's."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: LiveServer

    def setup(self) -> None:
        """Give up, from here on, whoever reads nothing for too long."""
        super().setup()
        self.connection.settimeout(connections.SECONDS_TO_READ)

    def parse_request(self) -> bool:
        """Read the request; return whether there is one."""
        is_read = super().parse_request()
        self.server.has_asked(self.connection)
        return is_read

    def do_GET(self) -> None:
        """Answer with a page, a file, the script or the events."""
        path, host = self._path(), ", ".join(self.headers.get_all("Host", []))
        if not is_own_host(host):
            self._send(421, HTML, strange_name_page(host, self.server.address))
        elif path == EVENTS_PATH:
            self._send_events()
        elif path == SCRIPT_PATH:
            self._send(200, "text/javascript; charset=utf-8", SCRIPT)
        else:
            # Read before any file: a page may be newer than its version, never older.
            self._send_site(path, self.server.stage.current)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def _path(self) -> str:
        """Return the path, still encoded; some programs send accents as they are, in UTF-8."""
        return self.path.partition("?")[0].encode("latin-1").decode("utf-8", "surrogateescape")

    def _send_site(self, path: str, showing: ShownSite) -> None:
        below = inside(path, showing.base_path)
        if showing.stand_in is not None:
            self._send_page(showing.status, showing.stand_in, showing.version)
        elif below == "":
            self._redirect(f"{path}/")
        elif below is not None:
            self._send_answer(path, self.server.site.answer(below), showing)
        elif path == "/":
            self._redirect(f"{showing.base_path}/")
        else:
            self._send_missing(path, showing)

    def _send_answer(self, path: str, answer: SiteReply, showing: ShownSite) -> None:
        match answer.found:
            case "page" if content_type(answer.name) == HTML:
                self._send_page(200, answer.data, showing.version)
            case "page":
                self._send(200, content_type(answer.name), answer.data)
            case "file":
                self._send_file(answer, showing)
            case "folder":
                self._redirect(f"{path}/")
            case "diagnostic" if answer.report:
                self.server.on_diagnostic(answer.report, showing)
                page = self.server.page_of(answer.report)
                self._send_page(500, page, stand_in(page, 500).version)
            case _:
                self._send_missing(path, showing)

    def _send_file(self, file: SiteReply, showing: ShownSite) -> None:
        try:
            body = read_inside(Path(file.root), file.path)
        except OSError:  # it has just been taken away, or something else put in its place
            self._send_missing(self._path(), showing)
            return
        kind = content_type(file.path)
        if kind == HTML:
            self._send_page(200, body, showing.version)
        else:
            self._send(200, kind, body)

    def _send_missing(self, path: str, showing: ShownSite) -> None:
        own = self.server.site.answer("/404.html")
        page = own.data or missing_page(unquote(path), showing.base_path)
        self._send_page(404, page, showing.version)

    def _send_page(self, status: int, body: bytes, version: str) -> None:
        self._send(status, HTML, inject(body, version))

    def _redirect(self, path: str) -> None:
        address = quote(path, safe=ALREADY_ENCODED, errors="surrogateescape")
        _, mark, query = self.path.partition("?")
        self._send(302, HTML, b"", Location=address + mark + query)

    def _send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self._send_head(status, kind, **{"Content-Length": str(len(body))}, **headers)
        if self.command != "HEAD":
            whole = memoryview(body)
            for start in range(0, len(whole), connections.PART):
                self.wfile.write(whole[start : start + connections.PART])

    def _send_head(self, status: int, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Cache-Control": "no-store", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _send_events(self) -> None:
        """Tell the version now and at each change; a tab asks again when this has lasted."""
        self._send_head(200, "text/event-stream; charset=utf-8")
        if self.command == "HEAD":
            return
        reported, stage = "", self.server.stage
        until = time.monotonic() + connections.SECONDS_OF_EVENTS
        self.wfile.write(b"retry: 500\n\n")
        while not stage.closed and time.monotonic() < until:
            version = stage.wait_beyond(reported, HEARTBEAT_SECONDS)
            self.wfile.write(f"data: {version}\n\n".encode() if version != reported else b":\n\n")
            reported = version

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal is for builds."""


class LiveServer(PatientServer):
    """Serves `site` as `stage` says, and leaves no thread behind.

    Attributes:
        on_diagnostic: told of what a page asked for has shown to be wrong, and what was shown then.
    """

    def __init__(
        self, site: AnsweringSite, page_of: Callable[[BuildReport], bytes], port: int
    ) -> None:
        """Listen on `port`; raise OSError when it is taken."""
        self.site = site
        self.page_of = page_of
        self.on_diagnostic: Callable[[BuildReport, ShownSite], None] = lambda report, showing: None
        self.stage = ServerState(stand_in(building_page(), 503))
        super().__init__((HOST, port), Handler)

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
            self.stage.close()
            self.cut_connections()
            self.server_close()
            thread.join()


def open_server(
    site: AnsweringSite, page_of: Callable[[BuildReport], bytes], port: int
) -> LiveServer:
    """Return a server of `site` on `port`, or on the next free one.

    Args:
        site: answers for each path.
        page_of: makes the page of what is wrong.
        port: the first to try.
    """
    for candidate in range(port, min(port + PORTS_TRIED, LAST_PORT + 1)):
        try:
            return LiveServer(site, page_of, candidate)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return LiveServer(site, page_of, 0)
