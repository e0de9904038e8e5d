"""The process that holds the site (`live_site`): started, asked, and ended with all it started."""

from __future__ import annotations

import collections
import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from core.project_paths import PROJECT
from dev_server.live_reload.report import BuildReport, read_report, unexpected
from dev_server.live_reload.watcher import SETTINGS
from dev_server.live_site.framing import Closed, read_frame, write_frame

PLUGINS = PROJECT / "plugins"
TRACE_LINES = 15
GRACE_SECONDS = 2.0


@dataclass(frozen=True)
class SiteReply:
    """What the site has at a path."""

    found: str  # `page`, `file`, `folder`, `diagnostic` or `nothing` (see `live_site/protocol.py`)
    name: str = ""  # the file of the output that a page is
    data: bytes = b""  # the bytes of a page
    root: str = ""  # the folder of a file
    path: str = ""  # its name there
    report: BuildReport | None = None  # what is wrong, when something is


@dataclass(frozen=True)
class Seen:
    """What a site makes of one of its files."""

    report: BuildReport  # the state of the site, once the file's body is made
    address: str | None  # that of its page, with the base path; None when it has none


def site_environment() -> dict[str, str]:
    """Return the environment of the process: our plugins, and UTF-8 whatever the locale."""
    inherited = os.environ.get("PYTHONPATH")
    paths = [str(PLUGINS), *([inherited] if inherited else [])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


class SiteProcess:
    """Asks one process at a time, from any thread; can be ended from another thread."""

    def __init__(self, command: list[str], code: Collection[Path] = ()) -> None:
        """Prepare to run `command`; what is saved in `code` asks for a new process."""
        self._command = command
        self._code = tuple(code)
        self._turn = threading.Lock()
        self._starting = threading.Lock()
        self._cancelled = False
        self._child: subprocess.Popen[bytes] | None = None
        self._trace: collections.deque[bytes] = collections.deque(maxlen=TRACE_LINES)
        self._reader: threading.Thread | None = None

    def refresh(self, paths: Collection[Path]) -> BuildReport:
        """Return the site's state once what was saved is taken in; without paths, all is."""
        with self._turn:
            if not paths or self._is_old(paths) or not self._is_running():
                self._end()
                return self._start()
            return self._report({"do": "save", "paths": [str(path) for path in paths]})

    def begin(self, saved: Collection[Path] = ()) -> None:
        """Have the process run, a new one when its code was `saved`."""
        with self._turn:
            self._begin(is_anew=self._is_old(saved))

    def asked(self, question: dict[str, Any]) -> BuildReport:
        """Return the report that the process gives, or another one if it was about to end."""
        with self._turn:
            self._begin()
            if reported := self._asked(question):
                return read_report(reported[0])
            self._begin(is_anew=True)
            return self._report(question)

    def look_further(self) -> tuple[BuildReport, bool]:
        """Have the process look further for an instant; return whether there is more to see."""
        with self._turn:
            reported = self._asked({"do": "further"})
            if reported is None:
                return unexpected(self._last_words()), False
            return read_report(reported[0]), reported[0]["left"]

    def seen(self, name: str) -> Seen:
        """Return what the site makes of a file, whose body is made."""
        with self._turn:
            reported = self._asked({"do": "see", "name": name})
            if reported is None:
                return Seen(unexpected(self._last_words()), None)
            return Seen(read_report(reported[0]), reported[0]["address"])

    def listing(self) -> dict[str, Any]:
        """Return the files of the site and the names it knows; {} when there is no site."""
        with self._turn:
            reported = self._asked({"do": "list"})
            return reported[0]["listing"] if reported else {}

    def answer(self, path: str) -> SiteReply:
        """Return what there is at a decoded path below the site's."""
        with self._turn:
            reported = self._asked({"do": "answer", "path": path})
            if reported is None:
                return SiteReply("diagnostic", report=unexpected(self._last_words()))
        head, data = reported
        report = read_report(head) if head["found"] == "diagnostic" else None
        name, root, path = (head.get(key, "") for key in ("name", "root", "path"))
        return SiteReply(head["found"], name, data, root, path, report)

    def cancel(self) -> None:
        """End the process with everything it started, and refuse another."""
        with self._starting:
            self._cancelled = True
            child = self._child
        if child:
            end_group(child)

    def close(self) -> None:
        """End the process, and free what it held here."""
        self.cancel()
        with self._turn:
            self._end()

    def _begin(self, *, is_anew: bool = False) -> None:
        if is_anew or not self._is_running():
            self._end()
            self._start()

    def _is_old(self, saved: Collection[Path]) -> bool:
        return any(path.is_relative_to(code) for path in saved for code in self._code)

    def _is_running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def _start(self) -> BuildReport:
        try:
            with self._starting:
                if self._cancelled:
                    return unexpected("")
                # Its own session: Ctrl-C reaches this program alone, which then ends the group.
                self._child = subprocess.Popen(
                    self._command,
                    cwd=PROJECT,
                    env=site_environment(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    start_new_session=True,
                )
        except OSError as error:
            return unexpected(str(error))
        self._trace.clear()
        self._reader = threading.Thread(target=self._read_errors, args=(self._child.stderr,))
        self._reader.start()
        return self._report(None)

    def _report(self, question: dict[str, Any] | None) -> BuildReport:
        reported = self._asked(question)
        return read_report(reported[0]) if reported else unexpected(self._last_words())

    def _asked(self, question: dict[str, Any] | None) -> tuple[dict[str, Any], bytes] | None:
        """Return the next frame, after a question; None when the process is no more."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return None
        try:
            if question:
                write_frame(child.stdin, question)
            return read_frame(child.stdout)
        except (Closed, OSError, ValueError):
            return None

    def _read_errors(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._trace.extend(pipe)

    def _last_words(self) -> str:
        """Return what a process that has just ended said last."""
        self._end()
        return b"".join(self._trace).decode("utf-8", "replace").rstrip()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        end_group(child)
        if self._reader:
            self._reader.join()
        for pipe in filter(None, (child.stdin, child.stdout, child.stderr)):
            with contextlib.suppress(OSError):
                pipe.close()


def process_of(content: Path, siteurl: str) -> SiteProcess:
    """Return the process that holds a content at an address."""
    return process_of_module(
        "dev_server.live_site", "--content", str(content), "--siteurl", siteurl
    )


def process_of_module(module: str, *options: str) -> SiteProcess:
    """Return the process that runs one of our modules."""
    command = [sys.executable, "-m", module, *options]
    return SiteProcess(command, [PLUGINS, *(PROJECT / name for name in SETTINGS)])


def end_group(child: subprocess.Popen[bytes]) -> None:
    """End a process and all that its group has started."""
    _signal_group(child, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(GRACE_SECONDS)
    # What ignored the first signal is ended by this one; an empty group is not an error.
    _signal_group(child, signal.SIGKILL)
    child.wait()


def _signal_group(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)
