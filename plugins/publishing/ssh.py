"""A server reached by ssh: commands run there, files sent by rsync, failures told in French."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publishing.settings import PublishSettings
from publishing.ssh_errors import told_failure
from publishing.target import PublishError

_OPTIONS = {
    "BatchMode": "yes",  # never a question: keys and agents only
    "ConnectTimeout": "15",  # seconds
    "ServerAliveInterval": "10",
    "ServerAliveCountMax": "3",
    "LogLevel": "ERROR",
}
_IO_TIMEOUT = 60  # seconds without a byte before rsync gives up
_ANSWER_TIMEOUT = 120  # seconds for a script on the server
_TRIES, _PAUSE = 25, 0.3  # how often, and the seconds between: another rsync may be ending
_REPLY = "@@"  # begins each line that is an answer: a server may greet on the same stream
_MINIMUM_RSYNC = (3, 1)
_ESCAPES_ARGUMENTS = (3, 2, 4)  # since then rsync quotes paths for the remote shell itself


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code and its two streams."""

    code: int
    output: str
    errors: str


class Ssh:
    """A server, and the folder of the site there.

    Attributes:
        folder: the folder, absolute or from the account's own.
    """

    def __init__(self, settings: PublishSettings):
        self._settings = settings
        self.folder = normal_folder(settings.ssh_target_dir)
        self.shared: str = ""  # the socket of a connection that is open already

    @property
    def account(self) -> str:
        """Return the account and the server, as ssh takes them."""
        user = self._settings.ssh_user
        return f"{user}@{self._settings.ssh_host}" if user else self._settings.ssh_host

    def command(self, *, master: bool = False) -> list[str]:
        """Return the beginning of an ssh command, without the server."""
        settings = self._settings
        words = [_program("ssh", "openssh-client")]
        if settings.ssh_config:
            words += ["-F", str(settings.path.parent / Path(settings.ssh_config).expanduser())]
        for name, value in _OPTIONS.items():
            words += ["-o", f"{name}={value}"]
        words += ["-o", f"ControlMaster={'yes' if master else 'no'}", "-o", "ControlPersist=no"]
        words += ["-S", self.shared or "none"]
        return words + (["-p", str(settings.ssh_port)] if settings.ssh_port else [])

    def run(self, script: str) -> Answer:
        """Run a POSIX shell script there; raises PublishError when the server is not reached."""
        answer = run_here(
            [*self.command(), "-T", "--", self.account, "sh"], f"{{\n{script}\n}}", _ANSWER_TIMEOUT
        )
        if answer.code == 255:
            raise self.failure(answer)
        return answer

    def ask(self, script: str) -> dict[str, list[str]]:
        """Run a script and return its answers by key; raises PublishError when it fails."""
        answer = self.run(script)
        if answer.code:
            raise self.failure(answer)
        return read_replies(answer.output)

    def rsync(self, arguments: list[str], target: str | None = None) -> str:
        """Send files into the folder, or a folder of it, and return what rsync wrote.

        Raises:
            PublishError: it failed.
        """
        command = self.rsync_command([*arguments, self.remote_path(target)])
        answer = _run_patiently(command)
        if answer.code and answer.code != 24:  # 24: a file vanished meanwhile
            raise self.failure(answer)
        return answer.output

    def fetch(self, arguments: list[str], into: Path) -> None:
        """Bring files of the folder here.

        Raises:
            FileNotFoundError: there is no such folder.
            PublishError: it failed.
        """
        command = self.rsync_command([*arguments, self.remote_path(), f"{into}/"])
        answer = _run_patiently(command)
        # rsync says 23 or 3, rrsync makes it 12.
        if answer.code in (3, 12, 23) and "No such file or directory" in answer.errors:
            raise FileNotFoundError(self.folder)
        if answer.code:
            raise self.failure(answer)

    def rsync_command(self, arguments: list[str]) -> list[str]:
        """Return a whole rsync command."""
        shell = shlex.join(self.command())
        quoting = [] if _rsync_version() >= _ESCAPES_ARGUMENTS else ["--protect-args"]
        common = ["--rsh", shell, f"--timeout={_IO_TIMEOUT}", "--8-bit-output", *quoting]
        return [_program("rsync", "rsync"), *common, *arguments]

    def remote_path(self, below: str | None = None) -> str:
        """Return a folder there as rsync takes it."""
        host = self.account
        if host.count(":") and "[" not in host:  # an IPv6 address
            host = re.sub(r"([^@]+)$", r"[\1]", host)
        return f"{host}:{self.folder}/{below + '/' if below else ''}"

    def failure(self, answer: Answer) -> PublishError:
        """Return what to tell of a command that failed."""
        settings = self._settings
        host, port = settings.ssh_host, settings.ssh_port or 22
        option = f" -p {port}" if port != 22 else ""
        words = {
            "host": host,
            "port": str(port),
            "user": settings.ssh_user or "votre compte",
            "folder": settings.ssh_target_dir,
            "known": f"'[{host}]:{port}'" if port != 22 else host,
            "connect": f"ssh{option} {self.account}",
        }
        return told_failure(f"{answer.errors}\n{answer.output}", words, answer.code)


def normal_folder(folder: str) -> str:
    """Return a folder without `~` nor last slash, for ssh begins in the account's folder.

    >>> [normal_folder(one) for one in ("~/www/", "/srv/a", "~", "-a")]
    ['./www', '/srv/a', '.', './-a']
    """
    folder = folder.rstrip("/")
    if folder.startswith("/"):
        return folder
    rest = re.sub(r"^~/*", "", folder)
    rest = re.sub(r"^(\./+)*", "", rest)
    return f"./{rest}" if rest not in ("", ".") else "."


def read_replies(output: str) -> dict[str, list[str]]:
    """Return the lines `@@ key value` of an output by key."""
    replies: dict[str, list[str]] = {}
    for line in output.splitlines():
        mark, _, rest = line.partition(" ")
        if mark == _REPLY:
            key, _, value = rest.partition(" ")
            replies.setdefault(key, []).append(value)
    return replies


def run_here(command: list[str], given: str = "", timeout: float | None = None) -> Answer:
    """Run a program of this machine; Ctrl-C ends it and those that it started.

    Raises:
        PublishError: it does not answer in time.
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
        try:
            output, errors = process.communicate(given.encode("utf-8", "surrogateescape"), timeout)
        except subprocess.TimeoutExpired:
            _end(process)
            return Answer(255, "", "timed out")
        except BaseException:
            _end(process)
            raise
    return Answer(process.returncode, *(_text(stream) for stream in (output, errors)))


def _run_patiently(command: list[str]) -> Answer:
    """Run rsync; rrsync lets one in at a time, and one that was cut takes a moment to leave."""
    for _ in range(_TRIES):
        answer = run_here(command)
        if "Another instance of rrsync" not in answer.errors:
            break
        time.sleep(_PAUSE)
    return answer


def _text(stream: bytes) -> str:
    return stream.decode("utf-8", "surrogateescape")


def _end(process: subprocess.Popen) -> None:
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGTERM)
    process.wait(5)


def _program(name: str, package: str) -> str:
    found = shutil.which(name)
    if not found:
        raise PublishError(
            f"Le programme « {name} » manque sur cet ordinateur. Installez-le : "
            f"apt install {package} (Debian, Ubuntu), brew install {name} (macOS)."
        )
    return found


@functools.cache
def _rsync_version() -> tuple[int, ...]:
    told = run_here([_program("rsync", "rsync"), "--version"]).output
    found = re.search(r"rsync\s+version v?(\d+)\.(\d+)\.?(\d*)", told)
    version = tuple(int(number or 0) for number in found.groups()) if found else (0,)
    if version < _MINIMUM_RSYNC:
        raise PublishError(
            "Le rsync de cet ordinateur est trop ancien. Installez-en un plus récent que 3.1 : "
            "apt install rsync (Debian, Ubuntu), brew install rsync (macOS)."
        )
    return version


@contextlib.contextmanager
def socket_place() -> Iterator[str]:
    """Give a path for a shared connection: short, for a socket's name has 104 bytes at most."""
    with tempfile.TemporaryDirectory(prefix="publier-", dir="/tmp") as folder:
        yield f"{folder}/s"
