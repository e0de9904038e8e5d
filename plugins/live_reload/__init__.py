"""The site on this machine, rebuilt and shown again at each save: see `README.md`."""

from __future__ import annotations

import threading

from live_reload.builder import ROOT, ChildBuilder, Request, build_command
from live_reload.loop import Site, live
from live_reload.server import open_server

__all__ = ["serve"]


def serve(request: Request, port: int = 8000, stop: threading.Event | None = None) -> None:
    """Build what `request` describes and serve it until Ctrl-C, SIGTERM, or `stop` is set.

    Args:
        request: `content` and `output` folders, and `siteurl` ("": as the content says).
        port: the first port to try; the next free one is taken when it is busy, 0 takes any.
        stop: ends the server from another thread, as tests do.
    """
    server = open_server((ROOT / request.output).resolve(), port)
    builder = ChildBuilder(build_command(request))
    site = Site(ROOT, (ROOT / request.content).resolve())
    live(server, site, builder.build, builder.cancel, stop)
