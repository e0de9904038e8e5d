"""Runs Git beside the member's repository: its settings serve, none of its files is written.

Objects go to a store of their own (GIT_OBJECT_DIRECTORY, see gitenvironment(7)) that sees those of
the repository as alternates, and the index is a file of its own. So identity, credential helpers,
`insteadOf` and proxies are the member's, while HEAD, refs, index, stash and objects stay as found.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from commands.publishing.git_errors import explain
from commands.publishing.target import PublishError
from core.diagnostics.os_errors import system_reason

# Settings of a member that would change what is published, or write in their repository.
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "core.splitIndex": "false",
    "core.fsmonitor": "false",
    "fetch.unpackLimit": "1",  # a pack appears whole or not at all, even when killed
    "fetch.writeCommitGraph": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "push.gpgSign": "false",
    "push.useForceIfIncludes": "false",
    "http.lowSpeedLimit": "1",  # bytes a second, during so many seconds
    "http.lowSpeedTime": "60",
}
# What a hook or a debugging session leaves in the environment: it would move or show things.
_NOT_INHERITED = re.compile(
    r"GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|NAMESPACE|PREFIX|OBJECT_DIRECTORY"
    r"|ALTERNATE_OBJECT_DIRECTORIES|SHALLOW_FILE|QUARANTINE_PATH|TRACE.*|CURL_VERBOSE|REDIRECT.*)"
)
_SECRET_IN_URL = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]*://)[^/\s@'\"]*@", re.IGNORECASE)
_PASSWORD = re.compile(r"://[^/\s:@]*:(?P<password>[^/\s@]+)@|://(?P<token>[^/\s:@]+)@")
_FALLBACK = ("Publication du site", "publication@example.invalid")  # a name of RFC 2606


def quote_path(path: str | os.PathLike[str]) -> str:
    """Return a path as Git reads it within quotes, whatever bytes it holds (git-config(1))."""
    return '"' + "".join(f"\\{byte:03o}" for byte in os.fsencode(path)) + '"'


def without_secrets(text: str, remote: str = "") -> str:
    """Return a text without the credentials of any URL in it, nor those of `remote`.

    >>> without_secrets("https://nom:jeton@exemple.fr/site.git")
    'https://exemple.fr/site.git'
    """
    shown = _SECRET_IN_URL.sub(r"\g<scheme>", text)
    found = _PASSWORD.search(remote)
    if found and not remote.startswith("ssh:"):
        secret = found["password"] or found["token"]
        for form in {secret, unquote(secret)}:
            shown = shown.replace(form, "***")
    return shown


def make_store(store: Path) -> None:
    """Make the folder of the objects. Raises PublishError if the system refuses."""
    try:
        (store / "objects" / "info").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(
            f"Le dossier {store} ne peut pas être créé : {system_reason(error)}. Libérez de la"
            " place, ou rétablissez le droit d'y écrire, puis publiez de nouveau."
        ) from error


class GitCommands:
    """Git commands of one publication.

    Args:
        repository: the member's project, a Git work tree.
        remote: the name of a remote of the project, or an address.
        store: the folder of the objects; it may be deleted at any time between two publications.
    """

    def __init__(self, repository: Path, remote: str, store: Path) -> None:
        self.repository, self.store, self.url = repository, store, remote
        self._environment = self._inherited()
        own = self.run("rev-parse", "--path-format=absolute", "--git-path", "objects")
        self.url = self._find_url(remote)
        make_store(store)
        self._environment |= {
            "GIT_OBJECT_DIRECTORY": str(store / "objects"),
            "GIT_ALTERNATE_OBJECT_DIRECTORIES": quote_path(own.rstrip("\n")),
        }

    def _inherited(self) -> dict[str, str]:
        """Return the environment that Git runs in; its words are read, so they are English."""
        kept = {name: v for name, v in os.environ.items() if not _NOT_INHERITED.fullmatch(name)}
        kept |= {"LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0"}
        if not os.isatty(0):
            kept |= {"GIT_TERMINAL_PROMPT": "0"}
        return kept

    def _find_url(self, remote: str) -> str:
        """Return the address to push to. Raises PublishError if the remote has no such name."""
        known = self.run("remote").split()
        if remote in known:
            return self.run("remote", "get-url", "--push", "--", remote).strip()
        if "/" in remote or ":" in remote:
            return remote
        names = f" Ceux qui existent : {', '.join(known)}." if known else ""
        raise PublishError(
            f"Le dépôt distant « {remote} » n'existe pas dans ce projet.{names} Corrigez"
            f" GIT_REMOTE dans publishconf.py, ou ajoutez-le : git remote add {remote} ADRESSE"
        )

    def run(
        self, *arguments: str, data: bytes = b"", index: Path | None = None, **fact: str
    ) -> str:
        """Run a Git command and return what it says.

        Args:
            fact: what the explanation of a failure may name (`branch`).

        Raises PublishError, in French and without secrets, when it fails.
        """
        done = self._start(arguments, data, {"GIT_INDEX_FILE": str(index)} if index else {})
        if done.returncode:
            said = without_secrets(done.stderr.decode(errors="replace"), self.url)
            raise PublishError(explain(said, self.shown_url, **fact))
        return done.stdout.decode("utf-8", "surrogateescape")

    def succeeds(self, *arguments: str) -> bool:
        """Tell whether a Git command ends well."""
        return self._start(arguments, b"", {}).returncode == 0

    def _start(
        self, arguments: Iterable[str], data: bytes, more: dict[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        """Run Git in the member's repository. Raises PublishError if there is no Git."""
        program = shutil.which("git")
        if not program:
            raise PublishError(
                "Git n'est pas installé sur cet ordinateur. Installez-le (sous Debian ou Ubuntu :"
                " sudo apt install git), puis recommencez."
            )
        settings = [word for name, v in _SETTINGS.items() for word in ("-c", f"{name}={v}")]
        command = [program, *settings, *arguments]
        environment = {**self._environment, **more}
        return subprocess.run(
            command, cwd=self.repository, env=environment, input=data,
            capture_output=True, check=False,
        )  # fmt: skip

    def ensure_identity(self) -> None:
        """Sign with a name of the site's own where the member has told Git none."""
        for role in ("AUTHOR", "COMMITTER"):
            if not self.succeeds("-c", "user.useConfigOnly=true", "var", f"GIT_{role}_IDENT"):
                name, address = _FALLBACK
                self._environment[f"GIT_{role}_NAME"] = name
                self._environment[f"GIT_{role}_EMAIL"] = address

    @property
    def shown_url(self) -> str:
        """Where it goes, as a person may read it: without credentials nor query."""
        return without_secrets(self.url.partition("?")[0], self.url)
