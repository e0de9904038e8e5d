"""Each build is a fresh process: a changed plugin is read anew, a crash stays outside."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Protocol

from live_reload.report import BuildReport, parse_report, unexpected

PLUGINS = Path(__file__).resolve().parents[1]
ROOT = PLUGINS.parent
TRACE_LINES = 15
GRACE_SECONDS = 2.0


class Request(Protocol):
    """What to build: any object with these attributes."""

    content: Path | str
    output: Path | str
    siteurl: str


def build_command(request: Request) -> list[str]:
    """Return the command of one build."""
    return [
        *(sys.executable, "-m", "site_build", "--json"),
        *("--content", str(request.content)),
        *("--output", str(request.output)),
        *("--siteurl", request.siteurl),
    ]


def build_environment() -> dict[str, str]:
    """Return the environment of one build: our plugins, and UTF-8 whatever the locale."""
    inherited = os.environ.get("PYTHONPATH")
    paths = [str(PLUGINS), *([inherited] if inherited else [])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


class ChildBuilder:
    """Runs builds one after the other, and can be cut short from another thread."""

    def __init__(self, command: list[str]) -> None:
        """Prepare builds by `command`, which prints a report."""
        self._command = command
        self._lock = threading.Lock()
        self._child: subprocess.Popen | None = None
        self._ended = threading.Event()
        self._cancelled = False

    def build(self) -> BuildReport:
        """Return the report of one build, whatever becomes of its process."""
        try:
            child = self._start()
        except OSError as error:
            return unexpected(str(error))
        if child is None:
            return unexpected("")
        try:
            out, err = child.communicate()
        finally:
            self._ended.set()
        return _read(out, err)

    def cancel(self) -> None:
        """End the build under way with everything it started, and refuse later ones."""
        with self._lock:
            self._cancelled = True
            child = self._child
        if child is None or self._ended.is_set():
            return
        _signal_group(child, signal.SIGTERM)
        self._ended.wait(GRACE_SECONDS)
        # What ignored the first signal is ended by this one; an empty group is not an error.
        _signal_group(child, signal.SIGKILL)

    def _start(self) -> subprocess.Popen | None:
        with self._lock:
            if self._cancelled:
                return None
            self._ended.clear()
            # Its own session: Ctrl-C reaches this program alone, which then ends the whole group.
            self._child = subprocess.Popen(
                self._command,
                cwd=ROOT,
                env=build_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            return self._child


def _read(out: bytes, err: bytes) -> BuildReport:
    try:
        return parse_report(out.decode("utf-8", "replace"))
    except ValueError:
        last = err.decode("utf-8", "replace").rstrip().splitlines()[-TRACE_LINES:]
        return unexpected("\n".join(last))


def _signal_group(child: subprocess.Popen, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)
