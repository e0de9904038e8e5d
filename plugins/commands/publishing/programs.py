"""Programs of this machine, run with their words read, and ended with all that they started."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from commands.publishing.target import PublishError

_MINIMUM_RSYNC = (3, 1)  # macOS has a 2.6.9, or one that only says so
_TRIES, _PAUSE = 25, 0.3  # how often, and the seconds between: another rsync may be ending


@dataclass(frozen=True)
class CommandResult:
    """What a command left: its exit code and its two streams."""

    code: int
    output: str
    errors: str


def run_here(
    command: list[str],
    given: str = "",
    timeout: float | None = None,
    heard: Callable[[str], None] | None = None,
) -> CommandResult:
    """Run a program of this machine; Ctrl-C ends it and those that it started.

    Args:
        timeout: seconds after which it is ended, as ssh ends what does not answer: with 255.
        heard: is told each piece of what it writes, as it comes, from another thread.
    """
    environment = {**os.environ, "LC_ALL": "C"}  # its words are read
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as process:
        listener = None
        if heard and process.stdout:
            listener = _Listener(process.stdout, heard)
            process.stdout = None  # `communicate` leaves it to that thread
        try:
            output, errors = process.communicate(given.encode("utf-8", "surrogateescape"), timeout)
        except subprocess.TimeoutExpired:
            _end(process)
            return CommandResult(255, "", "timed out")
        except BaseException:
            _end(process)
            raise
        if listener:
            output = listener.end()
    return CommandResult(process.returncode, *(_text(stream) for stream in (output, errors)))


class _Listener(threading.Thread):
    """Reads what a process writes, piece by piece, and closes the pipe."""

    def __init__(self, stream: IO[bytes], heard: Callable[[str], None]):
        super().__init__(daemon=True)
        self._stream, self._heard = stream, heard
        self._pieces: list[bytes] = []
        self.start()

    def run(self) -> None:
        with self._stream:
            while piece := os.read(self._stream.fileno(), io.DEFAULT_BUFFER_SIZE):
                self._pieces.append(piece)
                self._heard(_text(piece))

    def end(self) -> bytes:
        """Return all that was written, once the process has ended."""
        self.join()
        return b"".join(self._pieces)


def run_patiently(command: list[str], heard: Callable[[str], None] | None = None) -> CommandResult:
    """Run rsync; rrsync lets one in at a time, and one that was cut takes a moment to leave."""
    for _ in range(_TRIES):
        answer = run_here(command, heard=heard)
        if "Another instance of rrsync" not in answer.errors:
            break
        time.sleep(_PAUSE)
    return answer


def _text(stream: bytes) -> str:
    return stream.decode("utf-8", "surrogateescape")


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)


def program(name: str, package: str) -> str:
    """Return the path of a program; raises PublishError when it is missing."""
    found = shutil.which(name)
    if not found:
        raise PublishError(
            f"Le programme « {name} » manque sur cet ordinateur. Installez-le : "
            f"apt install {package} (Debian, Ubuntu), brew install {name} (macOS)."
        )
    return found


@functools.cache
def rsync_version() -> tuple[int, ...]:
    """Return the version of this machine's rsync; raises PublishError when it is too old."""
    reported = run_here([program("rsync", "rsync"), "--version"]).output
    found = re.search(r"rsync\s+version v?(\d+)\.(\d+)\.?(\d*)", reported)
    version = tuple(int(number or 0) for number in found.groups()) if found else (0,)
    if version < _MINIMUM_RSYNC:
        raise PublishError(
            "Le rsync de cet ordinateur est trop ancien. Installez-en un plus récent que 3.1 : "
            "apt install rsync (Debian, Ubuntu), brew install rsync (macOS)."
        )
    return version
