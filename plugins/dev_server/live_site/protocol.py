"""What a held site is asked, and what it answers.

The first frame out is the report of the site just read. Then, for each frame in:

- `{"do": "save", "paths": […]}`: a report. Without paths, the site is always read again.
- `{"do": "further"}`: looks at some bodies that nobody asked for; a report, with `left`.
- `{"do": "see", "name": …}`: makes the body of a file; a report, with its `address`, or null.
- `{"do": "list"}`: `{"listing": …}` (`editor/files/listing.py`).
- `{"do": "answer", "path": …}`: `{"found": …}`, which is `page` (its bytes follow, and its `name`),
  `file` (its `path`, below its `root`), `folder` (the path wants a slash), `diagnostic` (a
  report) or `nothing`.
"""

from __future__ import annotations

import gc
import math
import time
from pathlib import Path
from typing import Any, BinaryIO

from dev_server.live_site.framing import Closed, read_frame, write_frame
from dev_server.live_site.incremental_site import IncrementalSite

# Long enough to be of use, short enough for who asks for a page meanwhile.
SLICE_SECONDS = 0.02
# So long after a reading, who wanted a page has asked for it.
CALM_SECONDS = 1.0


def serve(site: IncrementalSite, asked: BinaryIO, channel: BinaryIO) -> None:
    """Answer until the other side is gone."""
    litter_from = _read(site)
    write_frame(channel, site.report())
    while True:
        try:
            reported, _ = read_frame(asked)
        except Closed:
            return
        match reported["do"]:
            case "save":
                if not reported["paths"] or not site.save(map(Path, reported["paths"])):
                    litter_from = _read(site)
                write_frame(channel, site.report())
            case "further":
                left = site.look_further(SLICE_SECONDS)
                if not left or time.monotonic() > litter_from + CALM_SECONDS:
                    litter_from = _tidied(litter_from)
                write_frame(channel, {**site.report(), "left": left})
            case "see":
                address = site.see(reported["name"])
                write_frame(channel, {**site.report(), "address": address})
            case "list":
                write_frame(channel, {"listing": site.listing()})
            case "answer":
                write_frame(channel, *_answer(site, reported["path"]))


def _read(site: IncrementalSite) -> float:
    """Read the whole site; return the moment since which what was there before is litter.

    All that is made meanwhile is for long: Python need not look for what is not.
    """
    gc.disable()
    site.load()
    gc.freeze()
    gc.enable()
    return time.monotonic()


def _tidied(litter_from: float) -> float:
    """Give back the memory of the site that was there before, if that is not done."""
    if litter_from < math.inf:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
    return math.inf


def _answer(site: IncrementalSite, path: str) -> tuple[dict[str, Any], bytes]:
    found = site.answer(path)
    report = site.report()
    if not report["ok"]:
        return {**report, "found": "diagnostic"}, b""
    if found and found.path:
        return {"found": "file", "root": str(found.root), "path": found.path}, b""
    if found:
        return {"found": "page", "name": found.name}, found.data or b""
    if not path.endswith("/") and site.has_folder(path):
        return {"found": "folder"}, b""
    return {"found": "nothing"}, b""
