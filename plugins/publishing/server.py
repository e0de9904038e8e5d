"""A server reached by ssh: which way it can be published to is found out at the first use."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from publishing import remote_scripts
from publishing.plain_host import PlainHost
from publishing.releases import Releases
from publishing.settings import PublishSettings
from publishing.ssh import Ssh, read_replies
from publishing.target import Changes, PublishError

_SHOWN = 3
# An account that runs neither a shell nor rsync: OpenSSH's `internal-sftp`, nologin(8).
_NO_USE = re.compile(r"sftp connections only|account is currently not available")


class Server:
    """A `Target` that is `Releases` or `PlainHost`, whichever the server can do.

    Args:
        settings: judged already.
        replace: let files that others put there be replaced.
    """

    def __init__(self, settings: PublishSettings, replace: bool = False):
        self._settings, self._replace = settings, replace
        self._ssh = Ssh(settings)

    def describe(self) -> str:
        """Return where it goes."""
        return self._way.describe()

    def compare(self, site: Path) -> Changes:
        """Return what would change."""
        return self._way.compare(site)

    def send(self, site: Path) -> None:
        """Put the site online."""
        self._way.send(site)

    def roll_back(self) -> str:
        """Put the earlier site back online."""
        return self._way.roll_back()

    @functools.cached_property
    def _way(self) -> Releases | PlainHost:
        if self._settings.ssh_releases is False:
            return PlainHost(self._ssh, self._replace)
        answer = self._ssh.run(remote_scripts.look(self._ssh.folder))
        found = read_replies(answer.output)
        if "shell" not in found:
            if self._settings.ssh_releases:
                raise PublishError(
                    f"Le serveur {self._settings.ssh_host} ne permet pas de lancer une commande. "
                    "Écrivez SSH_RELEASES = None dans publishconf.py."
                )
            if _NO_USE.search(answer.output):
                raise self._ssh.failure(answer)
            return PlainHost(self._ssh, self._replace)
        if answer.code:
            raise self._ssh.failure(answer)
        if self._settings.ssh_releases or "releases" in found:
            return Releases(self._ssh, self._replace)
        if "plain" in found:
            return PlainHost(self._ssh, self._replace)
        self._refuse_doubt(found.get("other", []))
        return Releases(self._ssh, self._replace)

    def _refuse_doubt(self, others: list[str]) -> None:
        """Refuse to guess what a folder is for, when it holds something already."""
        if not others:
            return
        names = ", ".join(sorted(others)[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
        folder = self._settings.ssh_target_dir
        raise PublishError(
            f"Le dossier « {folder} » du serveur contient déjà autre chose ({names}). Dites dans "
            "publishconf.py ce qu'il est : SSH_RELEASES = False si c'est le dossier que les "
            f"visiteurs voient ; SSH_RELEASES = True si le serveur web montre « {folder}/current »."
        )
