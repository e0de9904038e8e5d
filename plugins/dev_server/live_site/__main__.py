"""`python -m dev_server.live_site`: a site held in memory, asked by frames on standard input.

This process imports all that a site needs and reads its files, then forks one that makes the site
of them and answers. When more than a body changes, the latter ends and another begins afresh,
without the time of imports, nor that of the files that have not changed.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from pelican.settings import read_settings

from dev_server.live_site.incremental_site import IncrementalSite
from dev_server.live_site.protocol import AGAIN, serve
from jekyll.plugin.plugin import read_site
from jekyll.plugin.run_options import RunOptions
from jekyll.reading.parse_cache import ParseCache
from site_build import BuildRequest


def main() -> int:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(prog="live_site", description=__doc__)
    for option in ("--content", "--siteurl"):
        parser.add_argument(option, default="")
    options = parser.parse_args()
    request = BuildRequest.without_output(Path(options.content), options.siteurl)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who shows the site
    # Frames have a channel of their own: whatever prints, prints elsewhere.
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _import_plugins(request)
    return _serve_in_turn(request, channel)


def _import_plugins(request: BuildRequest) -> None:
    """Import the plugins once; one that fails will be told by each site that is read."""
    with contextlib.suppress(Exception):
        for name in read_settings(str(request.settings))["PLUGINS"]:
            importlib.import_module(name)


def _serve_in_turn(request: BuildRequest, channel: BinaryIO) -> int:
    parse_cache = ParseCache()
    while True:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _read_files(request, parse_cache)
        process = os.fork()
        if process == 0:
            os._exit(_serve_one(request, parse_cache, channel))
        signal.signal(signal.SIGTERM, lambda *_, it=process: _end(it))
        _, status = os.waitpid(process, 0)
        code = os.waitstatus_to_exitcode(status)
        if code != AGAIN:
            return code


def _end(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):  # a signal to the group has ended it first
        os.kill(process, signal.SIGKILL)


def _read_files(request: BuildRequest, parse_cache: ParseCache) -> None:
    """Read the files that changed; what is wrong will be told by the site that is made of them."""
    with contextlib.suppress(Exception):
        settings = read_settings(str(request.settings), override={"PATH": str(request.content)})
        read_site(settings, RunOptions(request.content_label, parse_cache=parse_cache))
        gc.collect()
        gc.freeze()  # what is known already is neither searched nor copied in the other process


def _serve_one(request: BuildRequest, parse_cache: ParseCache, channel: BinaryIO) -> int:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        site = IncrementalSite(request, parse_cache)
        site.load()
        return serve(site, 0, channel)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 1
    finally:
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
