"""The right to publish on a server, held by a connection: who dies gives it back."""

from __future__ import annotations

import contextlib
import os
import secrets
import selectors
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from commands.publishing.programs import CommandResult
from commands.publishing.remote_scripts import hold_lock
from commands.publishing.ssh import Ssh, read_replies, socket_place
from commands.publishing.target import PublishError

_BEAT = 20.0  # seconds between two signs of life
_PATIENCE = 8  # seconds left to another publication's end
_ANSWER = 60.0  # seconds


@dataclass(frozen=True)
class HeldLock:
    """A lock that is held: its token, and the server's day and hour (UTC) when it was taken."""

    token: str
    moment: str


class _Shell(subprocess.Popen[bytes]):
    """A shell on the server, started with three pipes."""

    stdin: IO[bytes]
    stdout: IO[bytes]
    stderr: IO[bytes]


@contextlib.contextmanager
def remote_lock(ssh: Ssh, below: str = "", patience: int = _PATIENCE) -> Iterator[HeldLock]:
    """Hold the lock of the folder; meanwhile other commands share its connection.

    Args:
        below: where in the folder the lock is; "" for the folder itself.
        patience: seconds to wait for another publication's end.

    Raises:
        PublishError: another publication is under way, or the server refuses.
    """
    token = secrets.token_hex(8)
    with socket_place() as socket:
        ssh.shared = socket
        shell = _Shell(
            [*ssh.command(master=True), "-T", "--", ssh.account, "sh"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C ends what is done, then the lock is given back
        )
        over = threading.Event()
        try:
            folder = f"{ssh.folder}/{below}" if below else ssh.folder
            moment = _take(ssh, shell, hold_lock(folder, token, patience), patience)
            threading.Thread(target=_beat, args=(shell, over), daemon=True).start()
            yield HeldLock(token, moment)
        finally:
            over.set()
            ssh.shared = ""
            _give_back(shell)


def _take(ssh: Ssh, shell: _Shell, script: str, patience: int) -> str:
    with contextlib.suppress(OSError):  # its end says more
        shell.stdin.write(f"{{\n{script}\n}}\n".encode("utf-8", "surrogateescape"))
        shell.stdin.flush()
    output = _first_answer(shell, _ANSWER + patience)
    replies = read_replies(output)
    if "held" in replies:
        return replies["held"][0]
    if "busy" in replies:
        raise PublishError(
            "Une autre publication est en cours sur le serveur. Attendez qu'elle finisse, puis "
            "recommencez ; si elle a été coupée, elle laissera la place d'ici trois minutes."
        )
    with contextlib.suppress(subprocess.TimeoutExpired):
        shell.wait(2)
    code = shell.poll()
    if code is None:
        shell.kill()
        raise ssh.failure(CommandResult(255, "", "timed out"))
    errors = shell.stderr.read().decode("utf-8", "replace")
    raise ssh.failure(CommandResult(code, output, errors))


def _first_answer(shell: _Shell, timeout: float) -> str:
    """Return what the server writes up to its first answer, or to its end."""
    read, end = b"", time.monotonic() + timeout
    with selectors.DefaultSelector() as selector:
        selector.register(shell.stdout, selectors.EVENT_READ)
        while (left := end - time.monotonic()) > 0 and selector.select(left):
            part = os.read(shell.stdout.fileno(), 4096)
            read += part
            if not part or any(word in read for word in (b"@@ held ", b"@@ busy ")):
                break
    return read.decode("utf-8", "replace")


def _beat(shell: _Shell, over: threading.Event) -> None:
    while not over.wait(_BEAT):
        with contextlib.suppress(OSError, ValueError):
            shell.stdin.write(b"\n")
            shell.stdin.flush()


def _give_back(shell: _Shell) -> None:
    with contextlib.suppress(OSError):
        shell.stdin.close()
    try:
        shell.wait(10)
    except subprocess.TimeoutExpired:
        shell.kill()
        shell.wait()
    for stream in (shell.stdout, shell.stderr):
        stream.close()
