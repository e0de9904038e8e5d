"""A server reached by ssh: which way it can be published to is found out at the first use."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from commands.publishing import remote_scripts
from commands.publishing.kept_sites import KeptSites
from commands.publishing.plain_host import PlainHost
from commands.publishing.releases import Releases
from commands.publishing.settings import PublishSettings
from commands.publishing.ssh import Ssh, read_replies
from commands.publishing.target import Changes, PublishError, Restored
from core.project_paths import CACHE_FOLDER

_SHOWN = 3
# An account that runs neither a shell nor rsync: OpenSSH's `internal-sftp`, nologin(8).
_NO_USE = re.compile(r"sftp connections only|account is currently not available")


class Server:
    """A `Target` that is `Releases` or `PlainHost`, whichever the server can do.

    Args:
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

    def roll_back(self) -> Restored:
        """Put the earlier site back online."""
        return self._way.roll_back()

    @functools.cached_property
    def _way(self) -> Releases | PlainHost:
        answer = self._ssh.run(remote_scripts.look(self._ssh.folder))
        found, wanted = read_replies(answer.output), self._settings.ssh_releases
        has_shell = "shell" in found
        if _NO_USE.search(answer.output) or (has_shell and answer.code):
            raise self._ssh.failure(answer)
        if wanted and not has_shell:
            raise PublishError(
                f"Le serveur {self._settings.ssh_host} ne permet pas de lancer une commande. "
                "Écrivez SSH_RELEASES = None dans publishconf.py."
            )
        if wanted is None and has_shell and not found.keys() & {"releases", "plain"}:
            self._refuse_doubt(found.get("other", []))
        is_plain = wanted is False or not has_shell or ("plain" in found and not wanted)
        if is_plain and not ("releases" in found and wanted is None):
            return PlainHost(self._ssh, self._kept(), self._replace, has_shell)
        return Releases(self._ssh, self._replace)

    def _kept(self) -> KeptSites:
        settings = self._settings
        host = f"{self._ssh.account}:{settings.ssh_port}:{self._ssh.folder}"
        cache = settings.path.resolve().parent / CACHE_FOLDER / "publication" / "envoyes"
        return KeptSites(cache, host)

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
