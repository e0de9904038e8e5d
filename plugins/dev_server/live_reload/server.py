"""The HTTP server: the site, the error page, and the events that reload the browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from core.plain_files import read_inside
from dev_server.live_reload import connections
from dev_server.live_reload.connections import (
    HOST,
    PatientHandler,
    PatientServer,
    is_own_host,
    on_free_port,
)
from dev_server.live_reload.inject import EVENTS_PATH, SCRIPT, SCRIPT_PATH, inject
from dev_server.live_reload.pages import building_page, missing_page, strange_name_page
from dev_server.live_reload.paths import content_type, inside
from dev_server.live_reload.report import BuildReport
from dev_server.live_reload.server_state import ServerState, ShownSite, stand_in
from dev_server.live_reload.site_process import SiteReply

HTML = "text/html; charset=utf-8"
ALREADY_ENCODED = "/%:@!$&'()*+,;=~"
# How long a connection may be silent before the server finds out that the tab was closed.
HEARTBEAT_SECONDS = 10.0


class AnsweringSite(Protocol):
    """What holds the site."""

    def answer(self, path: str) -> SiteReply:
        """Return what there is at a decoded path below the site's."""


class Handler(PatientHandler):
    """Answers one request."""

    server: LiveServer

    def do_GET(self) -> None:
        """Answer with a page, a file, the script or the events."""
        path = self.raw_path
        if not is_own_host(self.host):
            self._send(421, HTML, strange_name_page(self.host, self.server.address))
        elif not self.host.startswith(("127.", "[")):  # a name: it is kept for the editor
            self._send(302, HTML, b"", Location=f"{self.server.address}{self.path}")
        elif path in self.server.redirects:
            self._send(302, HTML, b"", Location=self.server.redirects[path])
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
            self._send_missing(self.raw_path, showing)
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
        self.send(status, kind, body, headers)

    def _send_events(self) -> None:
        """Report the version now and at each change; a tab asks again when this has lasted."""
        self.send_head(200, "text/event-stream; charset=utf-8", {})
        if self.command == "HEAD":
            return
        reported, stage = "", self.server.stage
        until = time.monotonic() + connections.SECONDS_OF_EVENTS
        self.wfile.write(b"retry: 500\n\n")
        while not stage.closed and time.monotonic() < until:
            version = stage.wait_beyond(reported, HEARTBEAT_SECONDS)
            self.wfile.write(f"data: {version}\n\n".encode() if version != reported else b":\n\n")
            reported = version


class LiveServer(PatientServer):
    """Serves `site` as `stage` says, and leaves no thread behind.

    Attributes:
        on_diagnostic: told of what a page asked for has shown to be wrong, and what was shown then.
        redirects: paths that lead to other servers, whatever the site holds.
    """

    def __init__(
        self, site: AnsweringSite, page_of: Callable[[BuildReport], bytes], port: int
    ) -> None:
        """Listen on `port`; raise OSError when it is taken."""
        self.site = site
        self.page_of = page_of
        self.on_diagnostic: Callable[[BuildReport, ShownSite], None] = lambda report, showing: None
        self.redirects: dict[str, str] = {}
        self.stage = ServerState(stand_in(building_page(), 503))
        super().__init__((HOST, port), Handler)

    def show(self, report: BuildReport) -> None:
        """Show the site, or the page of what is wrong with it."""
        if report.ok:
            self.stage.show(ShownSite(report.version, report.base_path))
        else:
            # A reading that fails early may not know the base path: the last one still holds.
            base_path = report.base_path or self.stage.current.base_path
            self.stage.show(stand_in(self.page_of(report), 500, base_path))

    def end_waits(self) -> None:
        """Wake the tabs that listen."""
        self.stage.close()


def open_server(
    site: AnsweringSite, page_of: Callable[[BuildReport], bytes], port: int
) -> LiveServer:
    """Return a server of `site` on `port`, or on the next free one."""
    return on_free_port(partial(LiveServer, site, page_of), port)
