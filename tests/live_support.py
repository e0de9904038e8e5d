"""What the tests of the live server share: a running server, its pages and its events."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from patience import patient

STAND_IN = Path(__file__).parent / "test_live_reload" / "stand_in.py"
PATIENCE = patient(30)
MARK = "LIVE_RELOAD_TEST"


def wait_until(found: Callable[[], Any]) -> Any:
    """Return what `found` answers once it is true; fail after a long while."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        answer = found()
        if answer:
            return answer
        time.sleep(0.01)
    raise AssertionError(f"never true: {found}")


def make_project(root: Path, **pages: str) -> Path:
    """Write a project for the stand-in builder and return it."""
    (root / "content").mkdir()
    for name, text in {"index": "<body><p>Bonjour</p></body>", **pages}.items():
        (root / "content" / f"{name}.html").write_text(text)
    return root


class Live:
    """A live server in a process of its own."""

    def __init__(self, *command: str):
        self.mark = uuid.uuid4().hex
        self.process = subprocess.Popen(
            [sys.executable, str(STAND_IN), *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, MARK: self.mark, "PYTHONIOENCODING": "utf-8"},
        )
        self.lines: list[str] = []
        self.reader = threading.Thread(target=self._read)
        self.reader.start()
        first = wait_until(lambda: self.lines)[0]
        assert first.startswith("Le site est sur http://127.0.0.1:"), self.lines
        self.address = first.split()[4].rstrip("/")
        self.port = urlsplit(self.address).port

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def get(self, path: str, method: str = "GET") -> tuple[int, http.client.HTTPMessage, str]:
        """Return status, headers and text of an answer; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()

    def wait_page(self, words: str, path: str = "/") -> str:
        """Return the page once it holds `words`."""
        return wait_until(lambda: words in (page := self.get(path)[2]) and page)

    @contextlib.contextmanager
    def events(self) -> Iterator[Iterator[str]]:
        """Give the versions told by the server, one by one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", "/__livereload/events")
            lines = (line.decode().rstrip() for line in connection.getresponse())
            yield (line.removeprefix("data: ") for line in lines if line.startswith("data: "))

    def stop(self, *numbers: int) -> int:
        """Send signals, one after the other, and return the exit code."""
        for number in numbers or (signal.SIGINT,):
            if self.process.poll() is None:
                self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        self.process.stdout.close()
        return code

    def processes(self) -> list[int]:
        """Return what this server has started and that still runs, itself included."""
        wanted = f"{MARK}={self.mark}".encode()
        found = []
        for environment in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):
                if wanted in environment.read_bytes():
                    found.append(int(environment.parent.name))
        return found


@contextlib.contextmanager
def running(root: Path, port: int = 0) -> Iterator[Live]:
    """Serve a stand-in project until the end of the block."""
    live = Live("serve", str(root), str(port))
    try:
        yield live
    finally:
        live.stop()
