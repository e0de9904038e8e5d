"""Build, show, wait for a save, again: until someone stops it."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from live_reload.error_page import error_page
from live_reload.report import Build, BuildReport
from live_reload.server import LiveServer
from live_reload.stage import Fingerprint, Showing, Stage, stand_in
from live_reload.watcher import Watcher

POLL_SECONDS = 0.1


@dataclass(frozen=True)
class Site:
    """Where the sources are: the project, and its content, which may be elsewhere."""

    root: Path
    content: Path


class BuildLoop:
    """Builds after each change; a change made during a build is followed by another build."""

    def __init__(self, build: Build, publish: Callable[[BuildReport], None]) -> None:
        """Prepare to hand the report of each `build` to `publish`."""
        self._build = build
        self._publish = publish
        self._wake = threading.Event()
        self._stopped = False

    def changed(self) -> None:
        """Ask for a build."""
        self._wake.set()

    def stop(self) -> None:
        """End the loop after the build under way, whose report is dropped."""
        self._stopped = True
        self._wake.set()

    def run(self) -> None:
        """Build now, then after each change."""
        while not self._stopped:
            # Cleared before the build reads anything: what is saved from here on is seen again.
            self._wake.clear()
            report = self._build()
            if not self._stopped:
                self._publish(report)
                self._wake.wait()


class Publisher:
    """Tells each report in the terminal and in the browser."""

    def __init__(self, stage: Stage, output: Path, site: Site) -> None:
        """Prepare to publish `output` on `stage`."""
        self._stage = stage
        self._fingerprint = Fingerprint(output)
        self._folders = (site.root, site.content)

    def publish(self, report: BuildReport) -> None:
        """Show the site, or its faults."""
        for fault in report.errors:
            _say(str(fault))
        for fault in report.warnings:
            _say(f"Avertissement : {fault}")
        if report.trace:
            _say(report.trace)
        _say(report.summary)
        self._stage.show(self._showing(report))

    def _showing(self, report: BuildReport) -> Showing:
        if report.ok:
            return Showing(self._fingerprint.take(), report.base_path)
        # A build that fails early may not know the base path: the last one still holds.
        base_path = report.base_path or self._stage.current.base_path
        return stand_in(error_page(report, self._folders), 500, base_path)


def live(
    server: LiveServer,
    site: Site,
    build: Build,
    cancel: Callable[[], None],
    stop: threading.Event | None = None,
) -> None:
    """Serve and rebuild until Ctrl-C, SIGTERM, or `stop`; `cancel` cuts a build short."""
    publisher = Publisher(server.stage, server.folder, site)
    loop = BuildLoop(build, publisher.publish)
    watcher = Watcher(site.root, site.content, loop.changed, _say_unwatched)
    with _signals() as signals, server.running(), watcher.running(), ThreadPoolExecutor(1) as pool:
        _say(f"Le site est sur {server.address}/ (Ctrl-C pour arrêter)")
        running = pool.submit(loop.run)
        try:
            _wait(lambda: bool(signals) or running.done(), stop or threading.Event())
        finally:
            loop.stop()
            cancel()
        running.result()
    _say("Arrêté.")


def _wait(ended: Callable[[], bool], stop: threading.Event) -> None:
    while not ended() and not stop.wait(POLL_SECONDS):
        pass


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
    _say(f"Les enregistrements ne sont plus suivis ({reason}) : arrêtez, puis relancez.")


def _say(line: str) -> None:
    # The terminal may be gone (SIGHUP) while the rest is being ended in order.
    with contextlib.suppress(OSError):
        print(line, flush=True)
