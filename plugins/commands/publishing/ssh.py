"""A server reached by ssh: commands run there, files sent by rsync, failures told in French."""

from __future__ import annotations

import contextlib
import re
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from commands.publishing.programs import (
    CommandResult,
    program,
    rsync_version,
    run_here,
    run_patiently,
)
from commands.publishing.settings import PublishSettings
from commands.publishing.ssh_errors import failure_message
from commands.publishing.target import PublishError
from core.progress import Progress

_OPTIONS = {
    "BatchMode": "yes",  # never a question: keys and agents only
    "ConnectTimeout": "15",  # seconds
    "ServerAliveInterval": "10",
    "ServerAliveCountMax": "3",
    "LogLevel": "ERROR",
    # What a member's own configuration may add, and a publication does not want.
    "RemoteCommand": "none",
    "ClearAllForwardings": "yes",
    "ForwardAgent": "no",
}
_IO_TIMEOUT = 60  # seconds without a byte before rsync gives up
_ANSWER_TIMEOUT = 120  # seconds for a script on the server
_LONGEST_TEMPORARY = 60  # characters: macOS has 49
_REPLY = "@@"  # begins each line that is an answer: a server may greet on the same stream
_ESCAPES_ARGUMENTS = (3, 2, 4)  # since then rsync quotes paths for the remote shell itself
# Rsync counts the files that it has still to look at, once it knows them all.
_COUNTING = ["-z", "--info=progress2", "--no-inc-recursive"]
_COUNTED = re.compile(r"to-chk=(\d+)/(\d+)")


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
        words = [program("ssh", "openssh-client")]
        if settings.ssh_config:
            words += ["-F", str(settings.path.parent / Path(settings.ssh_config).expanduser())]
        for name, value in _OPTIONS.items():
            words += ["-o", f"{name}={value}"]
        words += ["-o", f"ControlMaster={'yes' if master else 'no'}", "-o", "ControlPersist=no"]
        words += ["-S", self.shared or "none"]
        # 22 is what ssh takes anyway, unless the member's configuration says better.
        return words + (["-p", str(settings.ssh_port)] if settings.ssh_port not in (0, 22) else [])

    def run(self, script: str) -> CommandResult:
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

    def upload(self, arguments: list[str], target: str | None = None) -> None:
        """Send files into the folder, or a folder of it, saying how far it is.

        Raises PublishError: it failed.
        """
        sent = _Sent()
        try:
            self.rsync([*_COUNTING, *arguments], target, sent.hear)
        finally:
            sent.end()

    def rsync(
        self,
        arguments: list[str],
        target: str | None = None,
        heard: Callable[[str], None] | None = None,
    ) -> str:
        """Run rsync towards the folder, or a folder of it, and return what it wrote.

        Raises PublishError: it failed.
        """
        command = self.rsync_command([*arguments, self.remote_path(target)])
        answer = run_patiently(command, heard)
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
        answer = run_patiently(command)
        # rsync says 23 or 3, rrsync makes it 12.
        if answer.code in (3, 12, 23) and "No such file or directory" in answer.errors:
            raise FileNotFoundError(self.folder)
        if answer.code:
            raise self.failure(answer)

    def rsync_command(self, arguments: list[str]) -> list[str]:
        """Return a whole rsync command."""
        shell = shlex.join(self.command())
        quoting = [] if rsync_version() >= _ESCAPES_ARGUMENTS else ["--protect-args"]
        common = ["--rsh", shell, f"--timeout={_IO_TIMEOUT}", "--8-bit-output", *quoting]
        return [program("rsync", "rsync"), *common, *arguments]

    def remote_path(self, below: str | None = None) -> str:
        """Return a folder there as rsync takes it."""
        host = self.account
        if host.count(":") and "[" not in host:  # an IPv6 address
            host = re.sub(r"([^@]+)$", r"[\1]", host)
        return f"{host}:{self.folder}/{below + '/' if below else ''}"

    def failure(self, answer: CommandResult) -> PublishError:
        """Return what to tell of a command that failed."""
        settings = self._settings
        host, port = settings.ssh_host, settings.ssh_port or 22
        option = f" -F {shlex.quote(settings.ssh_config)}" if settings.ssh_config else ""
        option += f" -p {port}" if port != 22 else ""
        words = {
            "host": host,
            "port": str(port),
            "user": settings.ssh_user or "votre compte",
            "folder": settings.ssh_target_dir,
            "known": f"'[{host}]:{port}'" if port != 22 else host,
            "connect": f"ssh{option} {self.account}",
        }
        return failure_message(f"{answer.errors}\n{answer.output}", words, answer.code)


class _Sent:
    """Tells a terminal how many files rsync is done with."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def hear(self, output: str) -> None:
        """Read a piece of what rsync writes."""
        for left, total in _COUNTED.findall(output)[-1:]:
            self._progress = self._progress or Progress(sys.stderr, int(total), "Envoi")
            self._progress.show(int(total) - int(left))

    def end(self) -> None:
        """Leave the terminal as it was."""
        if self._progress:
            self._progress.end()


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


@contextlib.contextmanager
def socket_place() -> Iterator[str]:
    """Give a path for a shared connection: short, for a socket's name has 104 bytes at most."""
    usual = tempfile.gettempdir()
    short = usual if len(usual) <= _LONGEST_TEMPORARY else "/tmp"
    with tempfile.TemporaryDirectory(prefix="publier-", dir=short) as folder:
        yield f"{folder}/s"
