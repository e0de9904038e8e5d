"""A server with a shell: each site in a folder of its own, and a link to the one online."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from commands.publishing import remote_scripts
from commands.publishing.manifest import Manifest, difference, from_text, is_lasting, read_site
from commands.publishing.remote_lock import HeldLock, remote_lock
from commands.publishing.remote_scripts import NAME, Carried
from commands.publishing.ssh import Ssh
from commands.publishing.target import Changes, PublishError, Restored
from core.clock import ZONE

KEPT = 5
# Permissions are the same for every file, so that unchanged ones can be shared between sites.
SENT = ["-rlpc", "--chmod=D755,F644", "--exclude=/.site-construit-ici"]


@dataclass(frozen=True)
class Online:
    """What the folder on the server holds."""

    current: str  # the name of the site online, "" for none
    manifests: dict[str, Manifest]  # the sites that are whole, by name, in order
    before: dict[str, str]  # for each site, the one that was online before it
    folders: list[str]  # every folder of ours, whole or not


class Releases:
    """Publishes into `releases/` and moves the link `current`: see `remote_scripts`."""

    def __init__(self, ssh: Ssh, replace: bool):
        self._ssh, self._replace = ssh, replace

    def describe(self) -> str:
        """Return where it goes."""
        return f"{self._ssh.account}, dossier « {self._ssh.folder.removeprefix('./')}/current »"

    def compare(self, site: Path) -> Changes:
        """Return what would change, from the manifest kept there."""
        online = self._look()
        return difference(online.manifests.get(online.current, {}), read_site(site))

    def send(self, site: Path) -> None:
        """Send the site beside the one online, then move the link in one step."""
        manifest = read_site(site)
        with remote_lock(self._ssh, "releases") as held:
            online = self._look()
            name = f"{held.moment}-{held.token[:8]}"
            links = [f"--link-dest=../{one}" for one in _alike(online)]
            self._ssh.upload([*SENT, *links, f"{site}/"], target=f"releases/{name}.part")
            carried = files_to_upload(online, manifest)
            self._switch(
                remote_scripts.put_online(
                    self._ssh.folder, held.token, name, online.current, manifest, carried
                )
            )
            self._remove_old(held, online, name)

    def roll_back(self) -> Restored:
        """Put the site that was online before back, with the lasting files of the present one."""
        with remote_lock(self._ssh, "releases") as held:
            online = self._look()
            name = earlier(online)
            carried = files_to_upload(online, online.manifests[name])
            self._switch(
                remote_scripts.put_back_online(self._ssh.folder, held.token, name, carried)
            )
        return Restored(in_words(name), online.manifests[name])

    def _look(self) -> Online:
        found = self._ssh.ask(remote_scripts.look(self._ssh.folder))
        current = found.get("current", [""])[0]
        name = current.removeprefix("releases/")
        if "occupied" in found or (current and not NAME.fullmatch(name) and not self._replace):
            where = f"{self._ssh.folder}/current"
            raise PublishError(
                f"« {where} » existe sur le serveur et ne vient pas d'ici. Renommez-le, ou "
                "changez SSH_TARGET_DIR."
                + ("" if "occupied" in found else " Pour le remplacer : --remplacer.")
            )
        return read_online(found, name if NAME.fullmatch(name) else "")

    def _switch(self, script: str) -> None:
        answers = self._ssh.ask(script)
        if "online" not in answers:
            raise PublishError(
                "Une autre publication a pris la place de celle-ci, restée trop longtemps sans "
                "répondre. Le site en ligne n'a pas changé : recommencez."
            )

    def _remove_old(self, held: HeldLock, online: Online, name: str) -> None:
        keep = {name, online.current, *sorted([*online.manifests, name])[-KEPT:]}
        names = [one.removesuffix(".part") for one in online.folders]
        old = sorted({one for one in names if NAME.fullmatch(one)} - keep)
        if old:
            self._ssh.run(remote_scripts.remove(self._ssh.folder, held.token, old))


def read_online(found: dict[str, list[str]], current: str) -> Online:
    """Return what the answers of `remote_scripts.look` say."""
    whole = sorted(name for name in found.get("whole", []) if NAME.fullmatch(name))
    return Online(
        current,
        {name: from_text("\n".join(found.get(f"in:{name}", []))) for name in whole},
        {name: found[f"before:{name}"][0] for name in whole if f"before:{name}" in found},
        found.get("folder", []),
    )


def files_to_upload(online: Online, manifest: Manifest) -> Carried:
    """Return the files, as (site, path), that pages which visitors still have may ask for.

    These are files whose name changes with what they hold: all those of the site online, and the
    theme's of the earlier ones. A photo that is taken off thus goes with the next publication.
    """
    carried: dict[str, str] = {}
    for name, files in online.manifests.items():
        for path in files:
            is_asked_for = name == online.current or path.startswith("theme/")
            if is_asked_for and path not in manifest and is_lasting(path) and "\n" not in path:
                carried[path] = name
    return sorted((name, path) for path, name in carried.items())


def earlier(online: Online) -> str:
    """Return the site to go back to: the one that was online before, not the one before by name.

    Raises PublishError: there is none.
    """
    before = online.before.get(online.current, "")
    if before not in online.manifests:
        raise PublishError(
            "Le serveur ne garde aucun site plus ancien. Revenez en arrière dans le contenu, puis "
            "publiez."
        )
    return before


def in_words(name: str) -> str:
    """Return when a site was published.

    >>> in_words("20260312-173000-1f2e3d4c")
    'publication du 12/03/2026 à 18 h 30'
    """
    moment = datetime.datetime.strptime(name[:15], "%Y%m%d-%H%M%S").replace(tzinfo=datetime.UTC)
    return f"publication du {moment.astimezone(ZONE):%d/%m/%Y à %H h %M}"


def _alike(online: Online) -> list[str]:
    """Return the folders that may hold the same files: the one online, then what was cut."""
    cut = [name for name in online.folders if name.endswith(".part")][-3:]
    return [name for name in (online.current, *cut) if name]
