"""What a command costs, and a server while it runs. POSIX only (`os.wait4`)."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

GRACE_SECONDS = 15.0


class Failed(Exception):
    """A command of the comparison failed; its last words are the message."""


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
        port: int = taken.getsockname()[1]
    return port


@dataclass(frozen=True)
class Server:
    """A server that runs, first of its own session."""

    command: str
    process: subprocess.Popen[bytes]
    told: IO[bytes]

    def check(self) -> None:
        """Raise `Failed` if it has ended."""
        if self.process.poll() is not None:
            self.told.seek(0)
            words = self.told.read()[-2000:].decode("utf-8", "replace")
            raise Failed(f"{self.command} : {words}")

    def processor(self) -> float:
        """Return the seconds of processor that its session has used; 0 where no /proc tells."""
        fields = [_stat(path) for path in Path("/proc").glob("[0-9]*/stat")]
        ticks = [sum(map(int, one[11:15])) for one in fields if one[3:4] == [str(self.process.pid)]]
        return sum(ticks) / os.sysconf("SC_CLK_TCK")


def _stat(path: Path) -> list[str]:
    """Return what the system tells of a process, from its state on (proc_pid_stat(5))."""
    with contextlib.suppress(OSError):  # it has ended
        return path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    return []


@contextlib.contextmanager
def serving(command: Sequence[str], folder: Path) -> Iterator[Server]:
    """Run a server during the block."""
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=told,
            start_new_session=True,
        )
        try:
            yield Server(command[0], process, told)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a server and all that it started."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(GRACE_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
