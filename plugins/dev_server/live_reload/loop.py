"""Read the site, show it, wait for a save, again: until someone stops it."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.diagnostics import Diagnostic
from core.standard_streams import write_line
from dev_server.live_reload.report import BuildReport
from dev_server.live_reload.server import LiveServer
from dev_server.live_reload.server_state import ShownSite
from dev_server.live_reload.site_process import SiteProcess
from dev_server.live_reload.watcher import Watcher

POLL_SECONDS = 0.1
# A machine that slept has a clock that jumped.
LONGEST_WAIT_SECONDS = 30.0
# Who asks for a page goes first.
PAUSE_SECONDS = 0.005


@dataclass(frozen=True)
class SourcePaths:
    """Where the sources are: the project, and its content, which may be elsewhere."""

    root: Path
    content: Path


class SideServer(Protocol):
    """What is served beside the site."""

    def running(self) -> contextlib.AbstractContextManager[None]:
        """Serve in the background, until the end of the block."""

    def changed(self, paths: set[Path]) -> None:
        """Note files saved; none means that anything may have been."""


class SaveLoop:
    """Takes in each save; one made meanwhile is followed by another turn."""

    def __init__(
        self,
        site: SiteProcess,
        publish: Callable[[BuildReport], None],
        publish_found: Callable[[BuildReport], None],
    ) -> None:
        """Prepare to hand each state of the site to `publish`, what is found later to the other."""
        self._site = site
        self._publish, self._publish_found = publish, publish_found
        self._wake = threading.Event()
        self._lock = threading.Lock()
        self._saved: set[Path] = set()
        self._is_all = True
        self._stopped = False

    def changed(self, paths: set[Path]) -> None:
        """Note files saved; none means that anything may have been."""
        with self._lock:
            self._saved |= paths
            self._is_all |= not paths
        self._wake.set()

    def stop(self) -> None:
        """End the loop after the turn under way, whose report is dropped."""
        self._stopped = True
        self._wake.set()

    def run(self) -> None:
        """Read the site now, then take in each save, and what time changes."""
        while not self._stopped:
            report = self._site.refresh(self._taken())
            if not self._stopped:
                self._publish(report)
                self._look_further(report)
                self._wait_until(report.until)

    def _taken(self) -> set[Path]:
        """Return what was saved; what is saved from here on is for another turn."""
        with self._lock:
            self._wake.clear()
            saved, is_all = self._saved, self._is_all
            self._saved, self._is_all = set(), False
        return set() if is_all else saved

    def _wait_until(self, moment: float) -> None:
        while not self._wake.wait(min(max(moment - time.time(), 0.0), LONGEST_WAIT_SECONDS)):
            if time.time() >= moment:
                self.changed(set())

    def _look_further(self, reported: BuildReport) -> None:
        """Look for diagnostics that no page asked for has shown, as long as nothing is saved."""
        is_left = reported.ok
        while is_left and not self._wake.wait(PAUSE_SECONDS):
            report, is_left = self._site.look_further()
            if report.diagnostics != reported.diagnostics and not self._stopped:
                reported = report
                self._publish_found(report)


class Publisher:
    """Tells each report in the terminal and in the browser."""

    def __init__(self, server: LiveServer) -> None:
        self._server = server
        self._reported: set[Diagnostic] = set()
        self._reported_errors: set[Diagnostic] = set()
        self._turn = threading.Lock()
        self._is_closed = False

    def close(self) -> None:
        """Tell nothing from here on: what is being ended fails, and nobody is to mend it."""
        with self._turn:
            self._is_closed = True

    def publish(self, report: BuildReport) -> None:
        """Show the site, or its diagnostics; a warning reported already is reported no more."""
        with self._turn:
            self._reported_errors = set()
            if not self._is_closed:
                self._show(report)

    def publish_found(self, report: BuildReport, seen: ShownSite | None = None) -> None:
        """Show what was found since, unless the site is no more what `seen` says."""
        with self._turn:
            if not self._is_closed and (seen is None or seen is self._server.stage.current):
                self._show(report)

    def _show(self, report: BuildReport) -> None:
        for diagnostic in report.errors:
            if diagnostic not in self._reported_errors:
                say(diagnostic.as_line())
        self._reported_errors |= set(report.errors)
        for diagnostic in report.warnings:
            if diagnostic not in self._reported:
                say(diagnostic.as_line())
        self._reported = set(report.warnings)
        if report.trace:
            say(report.trace)
        say(report.summary)
        self._server.show(report)


def live(
    server: LiveServer,
    site: SourcePaths,
    held: SiteProcess,
    stop: threading.Event | None = None,
    port: int = 0,
    beside: SideServer | None = None,
) -> None:
    """Serve and follow saves until Ctrl-C, SIGTERM, or `stop`; `port` was asked for, 0 for any."""
    taken = "" if port in (0, server.server_port) else f"le port {port} est pris ; "
    publisher = Publisher(server)
    server.on_diagnostic = publisher.publish_found
    loop = SaveLoop(held, publisher.publish, publisher.publish_found)

    def changed(paths: set[Path]) -> None:
        loop.changed(paths)
        if beside:
            beside.changed(paths)

    watcher = Watcher(site.root, site.content, changed, _say_unwatched)
    with contextlib.ExitStack() as running:
        signals = running.enter_context(_signals())
        running.enter_context(server.running())
        say(f"Le site est sur {server.address}/ ({taken}Ctrl-C pour arrêter)")
        running.enter_context(watcher.running())
        turns = running.enter_context(ThreadPoolExecutor(1)).submit(loop.run)
        try:
            if beside:  # once the site is being read: it will ask
                running.enter_context(beside.running())
            stop = stop or threading.Event()
            while not (signals or turns.done() or stop.wait(POLL_SECONDS)):
                pass
        finally:
            loop.stop()
            publisher.close()
            held.cancel()
        turns.result()
    say("Arrêté.")


@contextlib.contextmanager
def _signals() -> Iterator[list[int]]:
    """Note signals in a list: a handler that touched a lock could wait for its own thread."""
    noted: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield noted
        return
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {n: signal.signal(n, lambda number, _: noted.append(number)) for n in numbers}
    try:
        yield noted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say_unwatched(reason: str) -> None:
    say(f"Les enregistrements ne sont plus suivis ({reason}) : arrêtez, puis relancez.")


def say(line: str) -> None:
    """Write a line; the terminal may be gone (SIGHUP) while the rest is being ended in order."""
    write_line(line)
