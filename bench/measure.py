"""What a command costs, and how long a saved word takes to be served. POSIX only (`os.wait4`)."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

POLL_SECONDS = 0.003
PATIENCE = 240.0
FIRST_SECONDS = 20.0
GRACE_SECONDS = 15.0
# Between two saves: nobody saves faster, and no watcher looks at files all the time.
PAUSE_SECONDS = 1.0


class Failed(Exception):
    """A command of the comparison failed; its last words are the message."""


class Late(Failed):
    """A word was saved, and never served."""


@dataclass(frozen=True)
class Cost:
    """What a command took.

    Attributes:
        seconds: of the clock.
        processor: seconds of processor, user and system, children included.
        memory: bytes, of the largest of its processes.
    """

    seconds: float
    processor: float
    memory: int


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    columns = zip(*((cost.seconds, cost.processor, cost.memory) for cost in costs), strict=True)
    seconds, processor, memory = (statistics.median(column) for column in columns)
    return Cost(seconds, processor, round(memory))


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and return what it cost.

    Raises:
        Failed: it ended with something else than 0.
    """
    with tempfile.TemporaryFile() as told:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=told, stderr=told
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # this command is being ended: so is what it runs
            process.terminate()
            process.wait()
            raise
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise Failed(f"{command[0]} : {told.read()[-2000:].decode('utf-8', 'replace')}")
    # Linux counts in kibibytes.
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextlib.contextmanager
def serving(command: Sequence[str], folder: Path) -> Iterator[Callable[[], None]]:
    """Run a server during the block; what is given raises `Failed` if it has ended."""
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            start_new_session=True,
        )

        def check() -> None:
            if process.poll() is not None:
                told.seek(0)
                raise Failed(f"{command[0]} : {told.read()[-2000:].decode('utf-8', 'replace')}")

        try:
            yield check
        finally:
            _end(process)


def _end(process: subprocess.Popen) -> None:
    """End a server and all that it started."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(GRACE_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def saves(
    command: Sequence[str], folder: Path, source: Path, page: tuple[int, str], times: int = 5
) -> list[float]:
    """Return, for some saves of a file, the seconds until its new word is in the served page.

    Args:
        command: starts the server, in `folder`.
        folder: see above.
        source: the file saved; left as it was found.
        page: the port, and the address of the page.
        times: how many saves.

    Raises:
        Failed: the server ended, or never showed a word.
    """
    before = source.read_bytes()
    try:
        with serving(command, folder) as check:
            _begin(source, before, page, check)
            return [_save(source, before, page, number, check) for number in range(times)]
    finally:
        source.write_bytes(before)


def _begin(source: Path, before: bytes, page: tuple[int, str], check: Callable[[], None]) -> None:
    """Save until a word is shown: some watch their files only once their first build is done."""
    for number in range(round(PATIENCE / FIRST_SECONDS)):
        word = f"motdepart{number}".encode()
        source.write_bytes(before + b"\n" + word + b"\n")
        with contextlib.suppress(Late):
            return _wait(page, word, check, FIRST_SECONDS)
    raise Late(f"{page[1]} never changed")


def _save(
    source: Path, before: bytes, page: tuple[int, str], number: int, check: Callable[[], None]
) -> float:
    time.sleep(PAUSE_SECONDS)
    word = f"motnouveau{number}".encode()
    started = time.perf_counter()
    source.write_bytes(before + b"\n" + word + b"\n")
    _wait(page, word, check)
    return time.perf_counter() - started


def _wait(
    page: tuple[int, str], word: bytes, check: Callable[[], None], patience: float = PATIENCE
) -> None:
    """Ask for a page until it holds a word."""
    deadline = time.monotonic() + patience
    while word not in _get(page):
        check()
        if time.monotonic() > deadline:
            raise Late(f"{page[1]} never held {word.decode()}")
        time.sleep(POLL_SECONDS)


def _get(page: tuple[int, str]) -> bytes:
    """Return a page, or nothing while there is none to have."""
    connection = http.client.HTTPConnection("127.0.0.1", page[0], timeout=PATIENCE)
    with contextlib.closing(connection), contextlib.suppress(OSError, http.client.HTTPException):
        # A file that is being replaced may be shorter than it was told: the server then hangs up.
        connection.request("GET", quote(page[1]), headers={"Connection": "close"})
        answer = connection.getresponse()
        return answer.read() if answer.status == 200 else b""
    return b""
