"""What the last build of an output was made of: the same again needs no build.

A file counts as unchanged when its size, its dates and its place on the disk are (as in Git's
index); what was changed just before a build began is not trusted (Git's « racily clean »).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.diagnostics import Diagnostic, Diagnostics
from core.fingerprint import digest, program, states_below
from core.project_paths import CACHE
from site_build.next_change import next_change
from site_build.request import BuildRequest
from site_build.result import BuildResult

RECORDS = CACHE / "builds"
VERSION = 1
# Dates of files are as fine as the kernel's clock ticks (10 ms at most).
_TICK_NANOSECONDS = 50_000_000
_MOST_RECORDS = 50
_COUNTS = ("pages", "articles", "events", "images", "drafts", "waiting", "base_path")


class Inputs:
    """The state of all that a build reads, at the moment it begins.

    Attributes:
        began: that moment, in seconds since 1970.
        digest: changes when something does.
        is_sure: nothing was changed within the last instants, so that a later change shows.
    """

    def __init__(self, request: BuildRequest):
        began = time.time_ns()
        self.began = began / 1e9
        # A link that leads out of the content is refused: what it leads to may be a whole disk.
        content = states_below(request.content, follow_links=False)
        states = [*program(), *content, *states_below(request.settings)]
        moment = os.environ.get("SOURCE_DATE_EPOCH")
        self.digest = digest([VERSION, request, request.content_label, moment, states])
        newest = max((max(state[2:4]) for state in states), default=0)
        self.is_sure = newest < began - _TICK_NANOSECONDS


def keep(request: BuildRequest, inputs: Inputs, result: BuildResult) -> None:
    """Note what a build was made of, and what came of it; a disk that refuses is no fault."""
    path = _path(request)
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
        if inputs.is_sure and result.context:
            noted = {
                "inputs": inputs.digest,
                "output": _output_digest(request),
                "since": inputs.began,
                "until": next_change(result.context, inputs.began),
                "counts": {name: getattr(result, name) for name in _COUNTS},
                "diagnostics": [asdict(diagnostic) for diagnostic in result.diagnostics.found],
            }
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, noted)
            records = sorted(RECORDS.iterdir(), key=lambda it: it.stat().st_mtime, reverse=True)
            for old in records[_MOST_RECORDS:]:
                old.unlink(missing_ok=True)


def keep_additions(request: BuildRequest) -> None:
    """Note an output again, once compressed copies were added to it: it is still the build's."""
    path = _path(request)
    with contextlib.suppress(OSError, ValueError):
        noted = json.loads(path.read_text(encoding="utf-8"))
        _write(path, {**noted, "output": _output_digest(request)})


def _write(path: Path, noted: dict[str, Any]) -> None:
    beside = path.with_suffix(f".{os.getpid()}.part")
    beside.write_text(json.dumps(noted), encoding="utf-8")
    beside.replace(path)


def up_to_date(request: BuildRequest) -> BuildResult | None:
    """Return what the last build gave, when another would give the same; else None."""
    started = time.perf_counter()
    try:
        noted = json.loads(_path(request).read_text(encoding="utf-8"))
        is_same = (
            noted["since"] <= time.time() < noted["until"]
            and Inputs(request).digest == noted["inputs"]
            and _output_digest(request) == noted["output"]
        )
        if not is_same:
            return None
        diagnostics = Diagnostics([Diagnostic(**diagnostic) for diagnostic in noted["diagnostics"]])
        result = BuildResult(request.output, diagnostics, **noted["counts"], is_earlier=True)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # no record, or a damaged one
    result.seconds = time.perf_counter() - started
    return result


def _output_digest(request: BuildRequest) -> str:
    return digest(list(states_below(request.output)))


def _path(request: BuildRequest) -> Path:
    name = hashlib.sha256(os.fsencode(request.output)).hexdigest()[:16]
    return RECORDS / f"{name}.json"
