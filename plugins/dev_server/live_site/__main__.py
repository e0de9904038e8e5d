"""`python -m dev_server.live_site`: a site held in memory, asked by frames on standard input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dev_server.live_site.framing import channels
from dev_server.live_site.incremental_site import IncrementalSite
from dev_server.live_site.protocol import serve
from site_build import BuildRequest


def main() -> int:
    """Serve until standard input ends."""
    parser = argparse.ArgumentParser(prog="live_site", description=__doc__)
    for option in ("--content", "--siteurl"):
        parser.add_argument(option, default="")
    options = parser.parse_args()
    pipes = channels()
    site = IncrementalSite(BuildRequest.without_output(Path(options.content), options.siteurl))
    serve(site, *pipes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
