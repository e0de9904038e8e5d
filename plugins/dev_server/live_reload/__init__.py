"""The site on this machine, shown again at each save: see `README.md`."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.diagnostics import Diagnostics
from core.project_paths import PROJECT
from dev_server.live_reload.error_page import error_page
from dev_server.live_reload.loop import SideServer, SourcePaths, live
from dev_server.live_reload.server import LiveServer, open_server
from dev_server.live_reload.site_process import SiteProcess, process_of
from site_build import BuildRequest
from site_build.preflight import report_impossible

__all__ = ["serve"]


def serve(
    request: BuildRequest,
    port: int = 8000,
    stop: threading.Event | None = None,
    add: Callable[[BuildRequest, LiveServer, SiteProcess], SideServer] | None = None,
) -> None:
    """Show the site that `request` describes until Ctrl-C, SIGTERM, or `stop` is set.

    Args:
        request: the `content` folder, and `siteurl` ("": as the content says).
        port: the first port to try; the next free one is taken when it is busy, 0 takes any.
        stop: ends the server from another thread, as tests do.
        add: makes what is served beside the site: of the request, its folder's path without links,
            of the server, and of the process that holds the site.

    Raises:
        SystemExit: what is asked cannot be shown, and no save would change that.
    """
    content = Path(os.path.realpath(PROJECT / request.content))
    diagnostics = Diagnostics()
    whole = BuildRequest.without_output(content, request.siteurl)
    report_impossible(whole, diagnostics)
    if diagnostics.errors:
        raise SystemExit("\n".join(map(str, diagnostics.errors)))
    held = process_of(request.content, request.siteurl)
    server = open_server(held, partial(error_page, folders=(PROJECT, content)), port)
    live(server, SourcePaths(PROJECT, content), held, stop, port, add and add(whole, server, held))
