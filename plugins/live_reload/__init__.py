"""The site on this machine, rebuilt and shown again at each save: see `README.md`."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from faults import Faults
from live_reload.builder import ROOT, ChildBuilder, Request, build_command
from live_reload.loop import Site, live
from live_reload.server import open_server
from site_build import BuildRequest
from site_build.possible import tell_impossible

__all__ = ["serve"]


def serve(request: Request, port: int = 8000, stop: threading.Event | None = None) -> None:
    """Build what `request` describes and serve it until Ctrl-C, SIGTERM, or `stop` is set.

    Args:
        request: `content` and `output` folders, and `siteurl` ("": as the content says).
        port: the first port to try; the next free one is taken when it is busy, 0 takes any.
        stop: ends the server from another thread, as tests do.

    Raises:
        SystemExit: what is asked cannot be built, and no save would change that.
    """
    folder, content = _real(request.output), _real(request.content)
    faults = Faults()
    tell_impossible(BuildRequest(content, folder, request.siteurl), faults)
    if faults.errors:
        raise SystemExit("\n".join(map(str, faults.errors)))
    server = open_server(folder, port)
    builder = ChildBuilder(build_command(request))
    live(server, Site(ROOT, content), builder.build, builder.cancel, stop)


def _real(path: Path | str) -> Path:
    return Path(os.path.realpath(ROOT / path))
